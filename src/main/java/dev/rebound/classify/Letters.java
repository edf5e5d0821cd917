package dev.rebound.classify;

import java.text.Normalizer;

/** Lower case without accents, so that a rule is written once for "não", "nao" and "NÃO". */
final class Letters {
    private static final int LAST_LATIN = 0x24F;
    private static final char[] PLAIN = plainLetters();

    private Letters() {}

    /** Writes the plain form of one letter; the German sharp s and the ligatures become two letters. */
    static void fold(char c, int origin, FoldedWriter out) {
        if (c < 128) {
            out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, origin);
            return;
        }
        switch (c) {
            case 'ß' -> out.append("ss", origin);
            case 'œ', 'Œ' -> out.append("oe", origin);
            case 'æ', 'Æ' -> out.append("ae", origin);
            default -> out.append(plain(c), origin);
        }
    }

    /** Cyrillic keeps its signs: there they make other letters, in Latin (Vietnamese included) and Greek they do not. */
    private static char plain(char c) {
        if (c <= LAST_LATIN) {
            return PLAIN[c];
        }
        boolean accented = (c >= 0x370 && c < 0x400) || (c >= 0x1E00 && c < 0x2000);
        return Character.toLowerCase(accented ? base(c) : c);
    }

    private static char base(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }

    private static char[] plainLetters() {
        char[] plain = new char[LAST_LATIN + 1];
        for (char c = 0; c <= LAST_LATIN; c++) {
            char base = base(c);
            plain[c] = switch (base) {
                case 'ø', 'Ø' -> 'o';
                case 'ł', 'Ł' -> 'l';
                case 'đ', 'Đ' -> 'd';
                case 'ı', 'İ' -> 'i';
                default -> Character.toLowerCase(base);
            };
        }
        return plain;
    }
}
