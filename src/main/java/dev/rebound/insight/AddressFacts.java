package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of each address: domain, provider, validity, subscription. The last two never touch each other. Domains and
 * validity are worked out when first asked. Safe for any thread.
 */
final class AddressFacts {
    private static final Validity[] VALIDITIES = Validity.values();

    private final int size;
    private final AddressDomains names;
    private final Later<AddressDomains.Of> domains;
    private final Later<byte[]> validity;
    private final byte[] subscription;
    private final Map<String, SubscriptionFact> told = new HashMap<>();

    /** @param validity by the code of the address, the ordinal of its validity */
    AddressFacts(AddressDomains names, Dictionary addresses, List<SubscriptionFact> facts, Later<byte[]> validity) {
        this.size = addresses.size();
        this.names = names;
        this.validity = validity;
        this.domains = new Later<>(() -> names.first(size));
        subscription = new byte[size];
        Arrays.fill(subscription, (byte) SubscriptionStatus.UNKNOWN.ordinal());
        Statements.byAddress(facts).forEach((key, statements) -> {
            told.put(key, statements.decisive());
            int a = addresses.find(key);
            if (a >= 0) {
                subscription[a] = (byte) statements.status().ordinal();
            }
        });
    }

    /** The same with only these statements about subscriptions. */
    AddressFacts saying(Dictionary addresses, List<SubscriptionFact> facts) {
        return new AddressFacts(names, addresses, facts, validity);
    }

    /** What the facts of more addresses can go on with. */
    AddressDomains names() {
        return names;
    }

    /** Ordinals of the validities by the code of the address. */
    byte[] validities() {
        return validity.get();
    }

    int domain(int address) {
        return domains.get().domain().at(address);
    }

    int provider(int address) {
        return domains.get().provider(address);
    }

    /** More than every code of a domain or provider. */
    int domains() {
        domains.get();
        return names.size();
    }

    /** Name of the domain of one address, for who asks for a few. */
    String domainOf(int address) {
        return domains.isMade() ? names.name(domain(address)) : names.domainOf(address);
    }

    /** Name of the provider of one address, for who asks for a few. */
    String providerOf(int address) {
        return domains.isMade()
                ? names.name(provider(address))
                : names.providers().of(names.domainOf(address));
    }

    String domainName(int code) {
        return names.name(code);
    }

    Validity validity(int address) {
        return VALIDITIES[validity.get()[address]];
    }

    /** By address key; also for people who were never written to. */
    SubscriptionStatus subscription(String key) {
        SubscriptionFact decisive = told.get(key);
        return decisive == null ? SubscriptionStatus.UNKNOWN : decisive.status();
    }

    /** The statement that the subscription is taken from. */
    Optional<SubscriptionFact> subscriptionTold(String key) {
        return Optional.ofNullable(told.get(key));
    }

    SubscriptionStatus subscription(int address) {
        return SubscriptionStatus.values()[subscription[address]];
    }
}
