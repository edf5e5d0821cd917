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
    private final Dictionary names = new Dictionary();
    private final Map<String, SubscriptionStatus> told = new HashMap<>();

    AddressFacts(Dictionary addresses, MailboxProviders providers, List<SubscriptionFact> facts) {
        this.addresses = addresses;
        int n = addresses.size();
        domain = new int[n];
        provider = new int[n];
        validity = new byte[n];
        subscription = new byte[n];
        java.util.Arrays.fill(subscription, (byte) SubscriptionStatus.UNKNOWN.ordinal());
        for (int a = 0; a < n; a++) {
            String key = addresses.value(a);
            String d = key.substring(key.lastIndexOf('@') + 1);
            domain[a] = names.add(d);
            provider[a] = names.add(providers.of(d));
        }
        for (SubscriptionFact f : facts) {
            told.put(f.address().key(), f.status());
            int a = addresses.find(f.address().key());
            if (a >= 0) {
                subscription[a] = (byte) f.status().ordinal();
            }
        }
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
