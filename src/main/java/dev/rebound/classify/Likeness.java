package dev.rebound.classify;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a reply that no rule knows is most like, by its words: a naive Bayes estimate over replies in our own words whose meaning
 * is known. It says block or soft, under a rule of its own, and never condemns an address: what looks like a hard bounce stays
 * not recognised. A reason is given only where the words leave little doubt of it. Immutable.
 */
final class Likeness {
    static final String RULE = Verdict.ESTIMATE;
    static final String FILE = "likeness.tsv";

    private static final String TOTAL = "*";
    private static final double UNSEEN = 0.3;
    /** Beginnings of words that say no more than that a mail failed: a reply of nothing else stays not recognised. */
    private static final Set<String> PLAIN = Set.of(
            "message", "mail", "email", "deliver", "failed", "failure", "refused", "reject", "rejecte", "error",
            "accepte", "transac", "denied", "not", "no", "the", "was", "is", "to", "for", "be", "your", "this", "it",
            "has", "been", "by", "of", "and", "an", "in", "on", "cannot", "could", "with", "from", "non", "nicht",
            "pas", "ne", "de", "la", "le", "les", "des", "du", "un", "une", "et", "der", "die", "das", "den", "und",
            "ist", "el", "y", "se", "di", "il");

    private static final int SHOWN_WORDS = 3;
    /** By so much (natural logarithm) a reason must be likelier than the next one. */
    private static final double CLEAR = 2;

    /** What replies can mean. */
    record Outcome(BounceClass bounceClass, Reason reason) {}

    /** A reply of known meaning, as {@link ReplyWords} takes it apart. */
    record Known(Map<String, String> words, Outcome outcome) {}

    private final List<Outcome> outcomes;
    private final int[] totals;
    private final Map<String, int[]> counts;

    private Likeness(List<Outcome> outcomes, int[] totals, Map<String, int[]> counts) {
        this.outcomes = List.copyOf(outcomes);
        this.totals = totals;
        this.counts = Map.copyOf(counts);
    }

    /** As it was kept: the outcomes first, then how often each word stood in replies of each of them. */
    static Likeness of(List<CsvRecord> rows) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String outcome :
                rows.getFirst().getField(1).toUpperCase(Locale.ROOT).split(" ", -1)) {
            String[] names = outcome.split("/", -1);
            outcomes.add(new Outcome(BounceClass.valueOf(names[0]), Reason.valueOf(names[1])));
        }
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            int[] of = new int[outcomes.size()];
            for (String cell : row.getField(1).split(" ", -1)) {
                String[] count = cell.split(":", -1);
                of[Integer.parseInt(count[0])] = Integer.parseInt(count[1]);
            }
            counts.put(row.getField(0), of);
        }
        int[] totals = counts.remove(TOTAL);
        return new Likeness(outcomes, totals == null ? new int[outcomes.size()] : totals, counts);
    }

    /** What follows from replies of known meaning; words that only one of them has are left out. */
    static Likeness learned(List<Known> replies) {
        List<Outcome> outcomes = replies.stream()
                .map(Known::outcome)
                .distinct()
                .sorted(Comparator.comparing(Outcome::bounceClass).thenComparing(Outcome::reason))
                .toList();
        int[] totals = new int[outcomes.size()];
        Map<String, int[]> counts = new TreeMap<>();
        for (Known reply : replies) {
            int outcome = outcomes.indexOf(reply.outcome());
            totals[outcome]++;
            reply.words()
                    .keySet()
                    .forEach(word -> counts.computeIfAbsent(word, w -> new int[outcomes.size()])[outcome]++);
        }
        counts.values().removeIf(of -> Arrays.stream(of).sum() < 2);
        return new Likeness(outcomes, totals, counts);
    }

    /** As it stands in the file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("word\t"
                + outcomes.stream()
                        .map(o -> o.bounceClass().code() + "/" + o.reason().code())
                        .collect(Collectors.joining(" ")));
        lines.add(line(TOTAL, totals));
        new TreeMap<>(counts).forEach((word, of) -> lines.add(line(word, of)));
        return lines;
    }

    private static String line(String word, int[] of) {
        return IntStream.range(0, of.length)
                .filter(i -> of[i] > 0)
                .mapToObj(i -> i + ":" + of[i])
                .collect(Collectors.joining(" ", word + "\t", ""));
    }

    /** Block or soft, and what spoke for it; null where the words say neither. */
    @Nullable
    Decision of(String folded, Codes codes) {
        Map<String, String> words = ReplyWords.of(folded, codes);
        words.keySet().retainAll(counts.keySet());
        if (words.keySet().stream().allMatch(word -> word.charAt(0) == '=' || PLAIN.contains(word))) {
            return null;
        }
        Map<BounceClass, Double> classes = new EnumMap<>(BounceClass.class);
        for (BounceClass c : BounceClass.values()) {
            classes.put(c, likelihood(words, o -> o.bounceClass() == c));
        }
        List<BounceClass> order = likeliest(classes);
        BounceClass found = order.getFirst();
        if (found != BounceClass.BLOCK && found != BounceClass.SOFT) {
            return null;
        }
        return Decision.byCode(found, reason(words, found), RULE, speaking(words, found, order.get(1)));
    }

    private static <K> List<K> likeliest(Map<K, Double> of) {
        return of.entrySet().stream()
                .sorted(Map.Entry.<K, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Reason reason(Map<String, String> words, BounceClass in) {
        Map<Reason, Double> reasons = new EnumMap<>(Reason.class);
        for (Outcome o : outcomes) {
            // That a service suppressed a message is the service's to say.
            if (o.bounceClass() == in && o.reason() != Reason.SUPPRESSED) {
                reasons.put(o.reason(), likelihood(words, o::equals));
            }
        }
        List<Reason> order = likeliest(reasons);
        Double second = order.size() < 2 ? null : reasons.get(order.get(1));
        Double first = reasons.get(order.getFirst());
        return first != null && (second == null || first - second >= CLEAR) ? order.getFirst() : Reason.UNDETERMINED;
    }

    private interface Meant {
        boolean of(Outcome outcome);
    }

    private double likelihood(Map<String, String> words, Meant meant) {
        int all = sum(totals, outcome -> true);
        int of = sum(totals, meant);
        if (of == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double likelihood = Math.log((double) of / all);
        for (String word : words.keySet()) {
            likelihood += share(word, of, meant);
        }
        return likelihood;
    }

    private double share(String word, int of, Meant meant) {
        int[] known = counts.getOrDefault(word, new int[0]);
        return Math.log((sum(known, meant) + UNSEEN) / (of + 2 * UNSEEN));
    }

    private int sum(int[] of, Meant meant) {
        int sum = 0;
        for (int i = 0; i < of.length; i++) {
            sum += meant.of(outcomes.get(i)) ? of[i] : 0;
        }
        return sum;
    }

    /** The words that tell the class from the next likely one. */
    private String speaking(Map<String, String> words, BounceClass found, BounceClass other) {
        Meant one = o -> o.bounceClass() == found;
        Meant two = o -> o.bounceClass() == other;
        int ofOne = sum(totals, one);
        int ofTwo = Math.max(1, sum(totals, two));
        return words.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<String, String> w) -> share(w.getKey(), ofTwo, two) - share(w.getKey(), ofOne, one)))
                .limit(SHOWN_WORDS)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }
}
