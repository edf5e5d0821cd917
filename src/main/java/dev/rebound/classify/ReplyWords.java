package dev.rebound.classify;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of a folded reply, each by the beginning that tells it from others, and its codes. */
final class ReplyWords {
    /** Endings of words differ by language and number; what is meant stands before them. */
    private static final int BEGINNING = 7;

    private ReplyWords() {}

    /**
     * Each word once: its beginning, and the word as the reply has it. Where a script puts no space between words, two letters
     * side by side are taken for one.
     */
    static Map<String, String> of(String folded, Codes codes) {
        Map<String, String> words = new LinkedHashMap<>();
        if (codes.smtpCode() > 0) {
            words.put("=" + codes.smtpCode(), Integer.toString(codes.smtpCode()));
        }
        String enhanced = codes.enhancedCode();
        if (enhanced != null) {
            words.put("=" + enhanced, enhanced);
        }
        int at = 0;
        while (at < folded.length()) {
            int end = at;
            while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
                end++;
            }
            boolean placeholder = at > 0 && folded.charAt(at - 1) == '#';
            if (end - at > 1 && !placeholder) {
                add(folded.substring(at, end), words);
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static void add(String word, Map<String, String> words) {
        if (word.chars().anyMatch(ReplyWords::isUnspaced)) {
            for (int i = 0; i + 1 < word.length(); i++) {
                String pair = word.substring(i, i + 2);
                words.putIfAbsent(pair, pair);
            }
        } else {
            words.putIfAbsent(word.length() > BEGINNING ? word.substring(0, BEGINNING) : word, word);
        }
    }

    /** Han, Kana, Hangul and Thai. */
    private static boolean isUnspaced(int c) {
        return c >= 0x2e80 || (c >= 0x0e00 && c <= 0x0e7f);
    }
}
