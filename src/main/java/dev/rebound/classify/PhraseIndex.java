package dev.rebound.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Turns most patterns away without trying them: a text is searched once for all words that the alternatives of patterns
 * cannot do without ({@link RequiredWords}), and only alternatives whose words were found are tried. Immutable,
 * thread-safe.
 */
final class PhraseIndex {
    private final List<Rule> rules = new ArrayList<>();
    private final List<RulePattern> patterns = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final int[] patternOf;
    private final WordSearch search;
    /** For each word the sets it is in; for each set the alternatives it calls up; for each alternative what else it needs. */
    private final Lists setsOfWord;

    private final Lists calledBySet;
    private final Lists otherSets;
    private final int[] always;

    /** @param rules in the order in which they are tried */
    PhraseIndex(List<Rule> rules) {
        Map<Set<String>, Integer> sets = new LinkedHashMap<>();
        List<List<Integer>> needs = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (Rule rule : rules) {
            for (RulePattern pattern : rule.patterns()) {
                for (Alternative alternative : pattern.alternatives()) {
                    needs.add(RequiredWords.of(alternative.regex()).stream()
                            .map(any -> sets.computeIfAbsent(any, s -> sets.size()))
                            .toList());
                    owners.add(patterns.size());
                    alternatives.add(alternative);
                }
                this.rules.add(rule);
                patterns.add(pattern);
            }
        }
        patternOf = array(owners);
        Map<String, List<Integer>> setsOf = new LinkedHashMap<>();
        sets.forEach((any, set) -> any.forEach(
                word -> setsOf.computeIfAbsent(word, w -> new ArrayList<>()).add(set)));
        search = new WordSearch(List.copyOf(setsOf.keySet()));
        setsOfWord = Lists.of(List.copyOf(setsOf.values()));
        List<List<Integer>> called = new ArrayList<>();
        sets.keySet().forEach(set -> called.add(new ArrayList<>()));
        List<Integer> free = new ArrayList<>();
        for (int id = 0; id < needs.size(); id++) {
            (needs.get(id).isEmpty() ? free : called.get(needs.get(id).getFirst())).add(id);
        }
        always = array(free);
        calledBySet = Lists.of(called);
        otherSets = Lists.of(needs.stream()
                .map(n -> n.subList(Math.min(1, n.size()), n.size()))
                .toList());
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Many short lists of numbers, one behind the other: list {@code i} lies between two starts. */
    private record Lists(int[] starts, int[] numbers) {
        static Lists of(List<List<Integer>> lists) {
            int[] starts = new int[lists.size() + 1];
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < lists.size(); i++) {
                all.addAll(lists.get(i));
                starts[i + 1] = all.size();
            }
            return new Lists(starts, array(all));
        }

        int size() {
            return starts.length - 1;
        }
    }

    /** The patterns that a folded text may match, in their order. */
    List<Candidate> candidates(String text) {
        Found found = new Found();
        search.find(text, found);
        int[] ids = found.sorted();
        List<Candidate> candidates = new ArrayList<>();
        int from = 0;
        while (from < ids.length) {
            int pattern = patternOf[ids[from]];
            int to = from + 1;
            while (to < ids.length && patternOf[ids[to]] == pattern) {
                to++;
            }
            candidates.add(new Candidate(pattern, Arrays.copyOfRange(ids, from, to)));
            from = to;
        }
        return candidates;
    }

    /** A pattern that may match, with those of its alternatives that may. */
    final class Candidate {
        private final int pattern;
        private final int[] ids;

        private Candidate(int pattern, int[] ids) {
            this.pattern = pattern;
            this.ids = ids;
        }

        Rule rule() {
            return rules.get(pattern);
        }

        RulePattern pattern() {
            return patterns.get(pattern);
        }

        /** The first match in the text that starts at a place or after it, or null: what the whole pattern would find. */
        @Nullable
        MatchResult find(String text, int from) {
            MatchResult first = null;
            int before = text.length();
            for (int id : ids) {
                MatchResult match = alternatives.get(id).find(text, from, before);
                if (match != null) {
                    first = match;
                    before = match.start();
                }
            }
            return first;
        }
    }

    /** Which sets of words were met, and which alternatives they called up, while a text is searched. */
    private final class Found implements IntConsumer {
        private final boolean[] met = new boolean[calledBySet.size()];
        private final long[] seen = new long[(setsOfWord.size() >> 6) + 1];
        private int[] called = Arrays.copyOf(always, always.length + 64);
        private int size = always.length;

        @Override
        public void accept(int word) {
            long mark = 1L << word;
            if ((seen[word >> 6] & mark) != 0) {
                return;
            }
            seen[word >> 6] |= mark;
            int end = setsOfWord.starts[word + 1];
            for (int at = setsOfWord.starts[word]; at < end; at++) {
                int set = setsOfWord.numbers[at];
                if (!met[set]) {
                    met[set] = true;
                    call(calledBySet.starts[set], calledBySet.starts[set + 1]);
                }
            }
        }

        private void call(int from, int to) {
            if (size + to - from > called.length) {
                called = Arrays.copyOf(called, (size + to - from) * 2);
            }
            for (int at = from; at < to; at++) {
                called[size++] = calledBySet.numbers[at];
            }
        }

        private int[] sorted() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (hasAll(called[i])) {
                    called[kept++] = called[i];
                }
            }
            int[] ids = Arrays.copyOf(called, kept);
            Arrays.sort(ids);
            return ids;
        }

        private boolean hasAll(int id) {
            int end = otherSets.starts[id + 1];
            for (int at = otherSets.starts[id]; at < end; at++) {
                if (!met[otherSets.numbers[at]]) {
                    return false;
                }
            }
            return true;
        }
    }
}
