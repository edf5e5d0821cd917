package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of each address: domain, provider, validity, subscription. The last two never touch each other. */
final class AddressFacts {
    private final Dictionary addresses;
    private final int[] domain;
    private final int[] provider;
    private final byte[] validity;
    private final byte[] subscription;
    private final Dictionary names;
    private final MailboxProviders providers;
    /** By the code of a domain's name, the code of its provider's name and one more; 0 where not yet asked. */
    private int[] providerOf;

    private final Map<String, SubscriptionStatus> told = new HashMap<>();

    AddressFacts(Dictionary addresses, MailboxProviders providers, List<SubscriptionFact> facts) {
        this(addresses, providers, facts, new Dictionary(), new int[16], new int[0], new int[0]);
    }

    /** The facts after more addresses came; those known before keep their domains. */
    AddressFacts after(List<SubscriptionFact> facts) {
        return new AddressFacts(addresses, providers, facts, names, providerOf, domain, provider);
    }

    private AddressFacts(
            Dictionary addresses,
            MailboxProviders providers,
            List<SubscriptionFact> facts,
            Dictionary names,
            int[] providerOf,
            int[] domains,
            int[] providersKnown) {
        this.addresses = addresses;
        this.providers = providers;
        this.names = names;
        this.providerOf = providerOf;
        int n = addresses.size();
        domain = java.util.Arrays.copyOf(domains, n);
        provider = java.util.Arrays.copyOf(providersKnown, n);
        validity = new byte[n];
        subscription = new byte[n];
        java.util.Arrays.fill(subscription, (byte) SubscriptionStatus.UNKNOWN.ordinal());
        byte[] key = new byte[256];
        for (int a = Math.min(n, domains.length); a < n; a++) {
            if (addresses.length(a) > key.length) {
                key = new byte[2 * addresses.length(a)];
            }
            int end = addresses.copy(a, key, 0);
            int at = end;
            while (at > 0 && key[at - 1] != '@') {
                at--;
            }
            domain[a] = names.add(key, at, end, Dictionary.hash(key, at, end));
            provider[a] = providerOfDomain(domain[a]);
        }
        for (SubscriptionFact f : facts) {
            told.put(f.address().key(), f.status());
            int a = addresses.find(f.address().key());
            if (a >= 0) {
                subscription[a] = (byte) f.status().ordinal();
            }
        }
    }

    private int providerOfDomain(int code) {
        if (code >= providerOf.length) {
            providerOf = java.util.Arrays.copyOf(providerOf, 2 * code);
        }
        if (providerOf[code] == 0) {
            providerOf[code] = names.add(providers.of(names.value(code))) + 1;
        }
        return providerOf[code] - 1;
    }

    void mark(String key, Validity value) {
        validity[addresses.find(key)] = (byte) value.ordinal();
    }

    int domain(int address) {
        return domain[address];
    }

    int provider(int address) {
        return provider[address];
    }

    int domains() {
        return names.size();
    }

    String domainName(int code) {
        return names.value(code);
    }

    Validity validity(int address) {
        return Validity.values()[validity[address]];
    }

    /** By address key; also for people who were never written to. */
    SubscriptionStatus subscription(String key) {
        return told.getOrDefault(key, SubscriptionStatus.UNKNOWN);
    }

    SubscriptionStatus subscription(int address) {
        return SubscriptionStatus.values()[subscription[address]];
    }
}
