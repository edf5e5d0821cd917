package dev.rebound.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns most patterns away without trying them: a text is searched once for all words that patterns cannot do without
 * ({@link RequiredWords}), and only patterns whose words were found are tried. Immutable, thread-safe.
 */
final class PhraseIndex {
    private static final int SLOTS = 1 << 13;
    private static final int BITS = 3;

    /** A pattern with its rule, in the order of the book. */
    record Entry(Rule rule, RulePattern pattern) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final int[][] slots = new int[SLOTS][];
    private final int[][] needs;
    private final byte[] open;

    /** @param rules in the order in which they are tried */
    PhraseIndex(List<Rule> rules) {
        Map<String, List<Integer>> needing = new HashMap<>();
        for (Rule rule : rules) {
            for (RulePattern pattern : rule.patterns()) {
                int set = 0;
                for (Set<String> any : RequiredWords.of(pattern.regex())) {
                    int need = entries.size() << BITS | set++;
                    any.forEach(word -> needing.computeIfAbsent(word, w -> new ArrayList<>())
                            .add(need));
                }
                entries.add(new Entry(rule, pattern));
            }
        }
        needs = new int[needing.size()][];
        open = new byte[entries.size()];
        needing.forEach((word, of) -> {
            needs[words.size()] = of.stream().mapToInt(Integer::intValue).toArray();
            of.forEach(need -> open[need >> BITS] |= (byte) (1 << (need & ((1 << BITS) - 1))));
            put(words.size(), word);
            words.add(word);
        });
    }

    /** Words of two characters stand in the slot of each third one: they are few. */
    private void put(int word, String text) {
        int slot = text.length() < 3
                ? slot(text.charAt(0), text.charAt(1))
                : slot(text.charAt(0), text.charAt(1), text.charAt(2));
        int[] old = slots[slot];
        int[] more = old == null ? new int[1] : java.util.Arrays.copyOf(old, old.length + 1);
        more[more.length - 1] = word;
        slots[slot] = more;
    }

    private static int slot(char a, char b) {
        return ((a * 31 + b) * 0x9E3779B1) >>> 19;
    }

    private static int slot(char a, char b, char c) {
        return (((a * 31 + b) * 31 + c) * 0x9E3779B1) >>> 19;
    }

    /** The patterns that a folded text may match, in their order. */
    List<Entry> candidates(String text) {
        byte[] missing = open.clone();
        boolean[] seen = new boolean[needs.length];
        int length = text.length();
        for (int at = 0; at + 1 < length; at++) {
            char a = text.charAt(at);
            char b = text.charAt(at + 1);
            find(slots[slot(a, b)], text, at, seen, missing);
            if (at + 2 < length) {
                find(slots[slot(a, b, text.charAt(at + 2))], text, at, seen, missing);
            }
        }
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                found.add(entries.get(i));
            }
        }
        return found;
    }

    private void find(int[] slot, String text, int at, boolean[] seen, byte[] missing) {
        if (slot == null) {
            return;
        }
        for (int word : slot) {
            if (!seen[word] && text.startsWith(words.get(word), at)) {
                seen[word] = true;
                for (int need : needs[word]) {
                    missing[need >> BITS] &= (byte) ~(1 << (need & ((1 << BITS) - 1)));
                }
            }
        }
    }
}
