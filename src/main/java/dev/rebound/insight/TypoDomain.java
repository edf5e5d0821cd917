package dev.rebound.insight;

import dev.rebound.filter.EditDistance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An invalid address whose domain looks like a slip of the finger.
 *
 * @param address the invalid address
 * @param domain its domain, to which nothing was ever delivered
 * @param meant the domain that was probably meant
 */
public record TypoDomain(InvalidAddress address, String domain, String meant) {
    /** A domain of the data is known once so many messages were delivered to it. */
    private static final int DELIVERIES_OF_A_KNOWN_DOMAIN = 5;

    private static final int SHORTEST = 6;

    /** Other people's domains of so few letters before the dot are one letter apart everywhere. */
    private static final int SHORTEST_NAME = 4;

    /** Mail services of their own that are one letter away from a larger one. */
    private static final Set<String> REAL =
            Set.of("mail.com", "email.com", "mail.de", "mail.fr", "email.it", "email.cz", "rmail.com", "fmail.com");

    /** Domains one slip away from a provider's domain, or from one that the data shows to work. */
    static List<TypoDomain> of(AddressLedger ledger, MessageTable messages, AddressFacts facts, Set<String> providers) {
        int[] deliveries = new int[facts.domains()];
        for (int m = 0; m < messages.size(); m++) {
            if (messages.deliveredMillis(m) != 0) {
                deliveries[facts.domain(messages.address(m))]++;
            }
        }
        Map<String, Integer> delivered = new HashMap<>();
        for (int domain = 0; domain < deliveries.length; domain++) {
            if (deliveries[domain] > 0) {
                delivered.put(facts.domainName(domain), deliveries[domain]);
            }
        }
        Set<String> known = new HashSet<>(providers);
        delivered.forEach((domain, n) -> {
            if (n >= DELIVERIES_OF_A_KNOWN_DOMAIN) {
                known.add(domain);
            }
        });
        Map<String, String> meant = new HashMap<>();
        List<TypoDomain> out = new ArrayList<>();
        for (InvalidAddress a : ledger.invalid()) {
            String domain = a.address().substring(a.address().lastIndexOf('@') + 1);
            if (!delivered.containsKey(domain)) {
                String likely = meant.computeIfAbsent(domain, d -> nearest(d, known));
                if (!likely.isEmpty()) {
                    out.add(new TypoDomain(a, domain, likely));
                }
            }
        }
        return out;
    }

    /** The known domain one slip away, the first by name where there are several; empty where there is none. */
    static String nearest(String domain, Set<String> known) {
        if (known.contains(domain) || REAL.contains(domain)) {
            return "";
        }
        return known.stream()
                .filter(k -> Math.abs(k.length() - domain.length()) <= 1 && domain.length() >= SHORTEST)
                .filter(k -> EditDistance.between(k, domain) == 1)
                .filter(k -> name(k).length() >= SHORTEST_NAME || name(k).equals(name(domain)))
                .min(String::compareTo)
                .orElse("");
    }

    private static String name(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }
}
