package dev.rebound.classify;

import java.util.regex.Pattern;

/**
 * The fingerprint by which replies are grouped: the sentence with its variable parts as {@code <address>},
 * {@code <ip>}, {@code <host>} and {@code <id>}. Codes are kept. Stable: equal for replies that differ only there, and
 * the same from one start to the next, so it may be stored.
 */
public final class ReplyPattern {
    private static final ReplyFolder FOLDER = ReplyFolder.hidingAll();
    private static final Pattern ADDRESS = Pattern.compile("@");
    private static final Pattern ID = Pattern.compile("#(?!ip\\b|host\\b)");

    private ReplyPattern() {}

    /** The fingerprint of a reply text; empty for an empty text. Never throws. */
    public static String of(String replyText) {
        String folded = FOLDER.fold(replyText).text();
        String named = ADDRESS.matcher(folded).replaceAll("<address>");
        return ID.matcher(named).replaceAll("<id>").replace("#ip", "<ip>").replace("#host", "<host>");
    }
}
