package dev.rebound.classify;

import java.util.Arrays;

/** Collects folded characters and where each came from; runs of spaces become one, none at the start. */
final class FoldedWriter {
    private char[] chars;
    private int[] origins;
    private int length;

    FoldedWriter(int expected) {
        chars = new char[expected + 16];
        origins = new int[expected + 16];
    }

    void append(char c, int origin) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            origins = Arrays.copyOf(origins, length * 2);
        }
        chars[length] = c;
        origins[length++] = origin;
    }

    void append(String placeholder, int origin) {
        for (int i = 0; i < placeholder.length(); i++) {
            append(placeholder.charAt(i), origin);
        }
    }

    void space(int origin) {
        if (length > 0 && chars[length - 1] != ' ') {
            append(' ', origin);
        }
    }

    int length() {
        return length;
    }

    /** Whether the folded text so far ends with the given characters. */
    boolean endsWith(String tail) {
        int from = length - tail.length();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < tail.length(); i++) {
            if (chars[from + i] != tail.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    FoldedReply finish(String original) {
        int end = length > 0 && chars[length - 1] == ' ' ? length - 1 : length;
        return new FoldedReply(original, new String(chars, 0, end), origins);
    }
}
