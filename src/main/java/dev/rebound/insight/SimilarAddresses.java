package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.filter.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Known addresses that a slip of the finger turns into another one. */
final class SimilarAddresses {
    private static final int FARTHEST = 2;

    /** An address and how many changes it is away. */
    private record Near(String address, int distance) {}

    private SimilarAddresses() {}

    /** The nearest known addresses, the address itself aside. */
    static List<String> of(String address, Dictionary known, int limit) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        int at = wanted.indexOf('@');
        String local = at < 0 ? wanted : wanted.substring(0, at + 1);
        String domain = at < 0 ? "" : wanted.substring(at);
        List<Near> near = new ArrayList<>();
        for (int code = 0; code < known.size(); code++) {
            String other = known.value(code);
            boolean alike = Math.abs(other.length() - wanted.length()) <= FARTHEST
                    && (other.startsWith(local)
                            || (!domain.isEmpty() && other.endsWith(domain))
                            || (!other.isEmpty() && !wanted.isEmpty() && other.charAt(0) == wanted.charAt(0)));
            if (alike && !other.equals(wanted)) {
                int distance = EditDistance.between(wanted, other);
                if (distance <= FARTHEST) {
                    near.add(new Near(other, distance));
                }
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::address))
                .limit(limit)
                .map(Near::address)
                .toList();
    }
}
