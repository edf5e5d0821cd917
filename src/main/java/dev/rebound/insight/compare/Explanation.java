package dev.rebound.insight.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Allots a difference to causes. A cause must go the way of the difference and be no larger than what is left of it: causes
 * that cancel each other out hit any number. Ways of counting apply wholly or not at all, of the ways to choose a day one
 * at most; accidents (duplicates, missing hours, open messages) may explain a part. Of all combinations the one that leaves
 * least unexplained is taken, of those the one with the fewest causes, of those the first in the order of {@link Cause.Kind}.
 *
 * @param causes signed parts of the difference
 * @param rest what no cause explains; causes and rest add up to the difference
 */
record Explanation(List<Cause> causes, long rest) {
    Explanation {
        causes = List.copyOf(causes);
    }

    static Explanation of(long difference, List<Cause> possible) {
        List<Cause> towards = possible.stream()
                .filter(c -> c.count() != 0 && Long.signum(c.count()) == Long.signum(difference))
                .toList();
        List<Cause> whole = towards.stream()
                .filter(c -> c.kind().isWhole() && Math.abs(c.count()) <= Math.abs(difference))
                .toList();
        List<Cause> partial = towards.stream().filter(c -> !c.kind().isWhole()).toList();
        Explanation best = null;
        for (int chosen = 0; chosen < 1 << whole.size(); chosen++) {
            List<Cause> causes = new ArrayList<>();
            long rest = difference;
            for (int i = 0; i < whole.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    causes.add(whole.get(i));
                    rest -= whole.get(i).count();
                }
            }
            if ((rest != 0 && Long.signum(rest) != Long.signum(difference)) || daysChosen(causes) > 1) {
                continue;
            }
            for (Cause c : partial) {
                if (Long.signum(c.count()) == Long.signum(rest)) {
                    long part = Math.min(Math.abs(rest), Math.abs(c.count())) * Long.signum(rest);
                    causes.add(new Cause(c.kind(), part, c.of(), c.rows()));
                    rest -= part;
                }
            }
            Explanation found = new Explanation(causes, rest);
            if (best == null || ORDER.compare(found, best) < 0) {
                best = found;
            }
        }
        return best == null ? new Explanation(List.of(), difference) : best;
    }

    private static long daysChosen(List<Cause> causes) {
        return causes.stream().filter(c -> c.kind().isOfTheDay()).count();
    }

    private static final Comparator<Explanation> ORDER = Comparator.comparingLong((Explanation e) -> Math.abs(e.rest()))
            .thenComparingInt(e -> e.causes().size());
}
