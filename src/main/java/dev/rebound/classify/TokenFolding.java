package dev.rebound.classify;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one run of letters, digits and joining signs whether it is a word to keep or a variable part to hide.
 * One instance serves one reply, because a multi-line reply repeats its code on every line and only the first counts.
 */
final class TokenFolding {
    private static final int LONG_NUMBER = 5;
    private static final int LONG_MIXTURE = 9;
    private static final Set<String> LONG_ENDINGS = Set.of(
            "com",
            "net",
            "org",
            "edu",
            "gov",
            "mil",
            "info",
            "biz",
            "local",
            "lan",
            "internal",
            "invalid",
            "test",
            "example",
            "arpa",
            "cloud",
            "online",
            "site",
            "shop",
            "mobi",
            "email",
            "localdomain",
            "solutions",
            "systems",
            "group");

    private final String text;
    private final FoldedWriter out;
    private final Set<String> keptHosts;
    private final boolean foldsAll;
    private @Nullable String lastCode;
    private @Nullable String lastStatus;
    private boolean afterRepeatedCode;

    TokenFolding(String text, FoldedWriter out, Set<String> keptHosts, boolean foldsAll) {
        this.text = text;
        this.out = out;
        this.keptHosts = keptHosts;
        this.foldsAll = foldsAll;
    }

    void fold(int start, int end) {
        int from = start;
        if (isCodeStart(start, end)) {
            from = foldCode(start, end);
            if (from == end) {
                return;
            }
        }
        if (isRepeatedStatus(from, end)) {
            return;
        }
        foldRest(from, end);
    }

    private boolean isCodeStart(int start, int end) {
        if (end - start < 3 || "245".indexOf(text.charAt(start)) < 0 || !digits(start, start + 3)) {
            return false;
        }
        return end == start + 3 || text.charAt(start + 3) == '-';
    }

    /** Writes the code where it is new and skips it where it only continues a multi-line reply. */
    private int foldCode(int start, int end) {
        String code = text.substring(start, start + 3);
        int next = end == start + 3 ? end : start + 4;
        boolean lineMark = end > start + 3 || (end < text.length() && text.charAt(end) <= ' ');
        if (code.equals(lastCode) && lineMark) {
            afterRepeatedCode = true;
            return next;
        }
        lastCode = code;
        out.append(code, start);
        out.space(start + 3);
        return next;
    }

    private boolean isRepeatedStatus(int start, int end) {
        boolean repeated = false;
        if (isStatus(start, end)) {
            String status = text.substring(start, end);
            repeated = afterRepeatedCode && status.equals(lastStatus);
            lastStatus = status;
        }
        afterRepeatedCode = false;
        return repeated;
    }

    private boolean isStatus(int start, int end) {
        int length = end - start;
        return length >= 5
                && length <= 7
                && "245".indexOf(text.charAt(start)) >= 0
                && text.charAt(start + 1) == '.'
                && digits(start + 2, start + 3)
                && text.charAt(start + 3) == '.'
                && digits(start + 4, end);
    }

    private void foldRest(int start, int end) {
        int sign = text.indexOf('@', start);
        if (sign > start && sign < end - 1) {
            out.append('@', start);
        } else if (isIpAddress(start, end)) {
            out.append("#ip", start);
        } else {
            int ending = hostEnding(start, end);
            if (ending > 0) {
                foldHost(start, end);
            } else if (isStatus(start, end)) {
                copy(start, end);
            } else {
                foldWords(start, end);
            }
        }
    }

    private boolean isIpAddress(int start, int end) {
        int dots = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /** Where the top-level label starts when the token is a host name, else -1. */
    private int hostEnding(int start, int end) {
        int dot = text.lastIndexOf('.', end - 1);
        if (dot <= start || isIn(text.indexOf('=', start), start, end)) {
            return -1;
        }
        int letters = end - dot - 1;
        for (int i = dot + 1; i < end; i++) {
            if (!isLatin(text.charAt(i))) {
                return -1;
            }
        }
        boolean startsLarge = Character.isUpperCase(text.charAt(dot + 1));
        boolean allLarge = Character.isUpperCase(text.charAt(end - 1)) && Character.isUpperCase(text.charAt(start));
        if (startsLarge && !allLarge) {
            return -1;
        }
        boolean known = letters == 2
                || LONG_ENDINGS.contains(text.substring(dot + 1, end).toLowerCase(Locale.ROOT));
        return known ? dot + 1 : -1;
    }

    private void foldHost(int start, int end) {
        String host = text.substring(start, end).toLowerCase(Locale.ROOT);
        int at = foldsAll ? -1 : 0;
        while (at >= 0) {
            String suffix = host.substring(at);
            if (keptHosts.contains(suffix)) {
                out.append(suffix, start + at);
                return;
            }
            int dot = host.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        out.append("#host", start);
    }

    /** Copies the words of a token and hides its ids; once one part is an id, every part with a digit is. */
    private void foldWords(int start, int end) {
        boolean hides = (foldsAll && !hasLetterFirst(start, end)) || isDate(start, end) || hasId(start, end);
        int at = start;
        boolean lastHidden = false;
        while (at < end) {
            int stop = at;
            while (stop < end && !isJoin(text.charAt(stop))) {
                stop++;
            }
            boolean hidden = stop > at && ((hides && hasDigit(at, stop)) || isClock(at, stop));
            if (hidden) {
                if (!lastHidden) {
                    out.append('#', at);
                }
            } else if (stop > at) {
                copy(at, stop);
            }
            if (stop < end && !hidden) {
                out.append(text.charAt(stop), stop);
            }
            lastHidden = hidden || (lastHidden && stop == at);
            at = stop + 1;
        }
    }

    private boolean hasLetterFirst(int start, int end) {
        return (isLatin(text.charAt(start)) && end - start < LONG_MIXTURE)
                || (end - start == 3 && isCodeStart(start, end));
    }

    private boolean isDate(int start, int end) {
        return end - start >= 10
                && digits(start, start + 4)
                && text.charAt(start + 4) == '-'
                && digits(start + 5, start + 7)
                && text.charAt(start + 7) == '-';
    }

    private boolean isClock(int start, int end) {
        boolean two = end - start == 2 && digits(start, end);
        boolean before = start >= 2 && text.charAt(start - 1) == ':' && Character.isDigit(text.charAt(start - 2));
        boolean after = end + 1 < text.length() && text.charAt(end) == ':' && Character.isDigit(text.charAt(end + 1));
        return two && (before || after);
    }

    private boolean hasId(int start, int end) {
        int at = start;
        while (at < end) {
            int stop = at;
            int digits = 0;
            while (stop < end && !isJoin(text.charAt(stop))) {
                char c = text.charAt(stop++);
                digits += c >= '0' && c <= '9' ? 1 : 0;
            }
            int length = stop - at;
            if (digits == length ? length >= LONG_NUMBER : (digits >= 2 && length >= LONG_MIXTURE)) {
                return true;
            }
            at = stop + 1;
        }
        return false;
    }

    private boolean hasDigit(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void copy(int start, int end) {
        for (int i = start; i < end; i++) {
            Letters.fold(text.charAt(i), i, out);
        }
    }

    private boolean digits(int start, int end) {
        if (end > text.length()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(int position, int start, int end) {
        return position >= start && position < end;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isJoin(char c) {
        return c == '.' || c == '_' || c == '-' || c == '+' || c == '=' || c == '%' || c == '@';
    }
}
