package dev.rebound.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Finds which of many words stand anywhere in a text, in one pass: the words are the branches of a tree, and the first
 * three letters lead to their branch at once. Words of two letters are few and have a table of their own. Immutable.
 */
final class WordSearch {
    private static final int SLOTS = 1 << 14;
    private static final int NONE = -1;
    private static final int STEM = 3;

    private final int[] pairs = new int[SLOTS];
    private final int[] stems = new int[SLOTS];
    /** For each node where its letters start and end, its word, the stem that names it, and the next node of the same slot. */
    private final int[] firsts;

    private final int[] lasts;
    private final int[] ids;
    private final long[] stemOf;
    private final int[] others;
    private final char[] letters;
    private final int[] nexts;
    private int nodes;
    private int edges;

    /** @param words of at least two characters each; a word is known by its place in the list */
    WordSearch(List<String> words) {
        Map<String, Branch> branches = new TreeMap<>();
        int[] size = {1};
        Arrays.fill(pairs, NONE);
        Arrays.fill(stems, NONE);
        List<Integer> twoLetters = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.length() < STEM) {
                twoLetters.add(i);
            } else {
                Branch branch = branches.computeIfAbsent(word.substring(0, STEM), s -> new Branch(size));
                for (int at = STEM; at < word.length(); at++) {
                    branch = branch.next.computeIfAbsent(word.charAt(at), c -> new Branch(size));
                }
                branch.word = i;
            }
        }
        int most = size[0] + twoLetters.size();
        firsts = new int[most];
        lasts = new int[most];
        ids = new int[most];
        stemOf = new long[most];
        others = new int[most];
        letters = new char[most];
        nexts = new int[most];
        branches.forEach((stem, branch) -> {
            int node = flat(branch);
            stemOf[node] = stem(stem.charAt(0), stem.charAt(1), stem.charAt(2));
            int slot = slot(stemOf[node]);
            others[node] = stems[slot];
            stems[slot] = node;
        });
        for (int word : twoLetters) {
            int node = nodes++;
            ids[node] = word;
            stemOf[node] = pair(words.get(word).charAt(0), words.get(word).charAt(1));
            int slot = slot(stemOf[node]);
            others[node] = pairs[slot];
            pairs[slot] = node;
        }
    }

    private static final class Branch {
        private final Map<Character, Branch> next = new HashMap<>();
        private int word = NONE;

        private Branch(int[] size) {
            size[0]++;
        }
    }

    private int flat(Branch branch) {
        int node = nodes++;
        ids[node] = branch.word;
        firsts[node] = edges;
        edges += branch.next.size();
        lasts[node] = edges;
        int edge = firsts[node];
        for (Map.Entry<Character, Branch> next : branch.next.entrySet()) {
            letters[edge] = next.getKey();
            nexts[edge++] = flat(next.getValue());
        }
        return node;
    }

    private static long pair(char a, char b) {
        return (long) a << 16 | b;
    }

    private static long stem(char a, char b, char c) {
        return pair(a, b) << 16 | c;
    }

    private static int slot(long stem) {
        return (int) ((stem * 0x9E3779B97F4A7C15L) >>> 50);
    }

    /** Tells each word that stands in the text, once for each place where it does. */
    void find(CharSequence text, IntConsumer found) {
        int length = text.length();
        for (int at = 0; at + 1 < length; at++) {
            long pair = pair(text.charAt(at), text.charAt(at + 1));
            int node = named(pairs[slot(pair)], pair);
            if (node != NONE) {
                found.accept(ids[node]);
            }
            if (at + 2 < length) {
                long stem = pair << 16 | text.charAt(at + 2);
                node = named(stems[slot(stem)], stem);
                for (int next = at + STEM; node != NONE; next++) {
                    if (ids[node] != NONE) {
                        found.accept(ids[node]);
                    }
                    node = next < length ? next(node, text.charAt(next)) : NONE;
                }
            }
        }
    }

    private int named(int first, long name) {
        int node = first;
        while (node != NONE && stemOf[node] != name) {
            node = others[node];
        }
        return node;
    }

    private int next(int node, char letter) {
        for (int edge = firsts[node]; edge < lasts[node]; edge++) {
            if (letters[edge] == letter) {
                return nexts[edge];
            }
        }
        return NONE;
    }

    /** Whether any of the words stands in the text. */
    boolean findsAny(CharSequence text) {
        int length = text.length();
        for (int at = 0; at + 1 < length; at++) {
            long pair = pair(text.charAt(at), text.charAt(at + 1));
            if (named(pairs[slot(pair)], pair) != NONE) {
                return true;
            }
            if (at + 2 < length) {
                long stem = pair << 16 | text.charAt(at + 2);
                int node = named(stems[slot(stem)], stem);
                for (int next = at + STEM; node != NONE; next++) {
                    if (ids[node] != NONE) {
                        return true;
                    }
                    node = next < length ? next(node, text.charAt(next)) : NONE;
                }
            }
        }
        return false;
    }
}
