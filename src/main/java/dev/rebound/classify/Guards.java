package dev.rebound.classify;

import dev.rebound.domain.Reason;

/**
 * What keeps words and codes from condemning an address. Each is a list of words of the rule book.
 *
 * @param otherSubject names something else than the address: the sender, the message, a limit
 * @param refusal speaks of the message, as a refusal without a cause does
 * @param passing says that it will not stay so
 * @param exception follows a verdict that holds for some senders only
 * @param otherEnd stands before "closed" or "expired" where no mailbox is meant
 * @param purpose stands before words that only tell what for something else is refused: "relaying for"
 * @param otherThing is a thing of the house that is called after users or mailboxes: their database, their file, their key
 * @param courtesy opens a sentence that tells where to read or ask further
 */
record Guards(
        ScreenedPattern otherSubject,
        ScreenedPattern refusal,
        ScreenedPattern passing,
        ScreenedPattern exception,
        ScreenedPattern otherEnd,
        ScreenedPattern purpose,
        ScreenedPattern otherThing,
        ScreenedPattern courtesy) {
    private static final int BEFORE = 60;
    private static final int AFTER = 40;

    /** Whether words name something else than the address. */
    boolean nameOtherSubject(CharSequence words) {
        return otherSubject.isIn(words);
    }

    /** Whether words speak of the message. */
    boolean speakOfTheMessage(CharSequence words) {
        return refusal.isIn(words);
    }

    /** A text up to the sentence of courtesy that a place stands in; empty when it stands in none. */
    String beforeCourtesy(String text, int place) {
        int start = courtesy.firstIn(text, place);
        return start < 0 ? "" : text.substring(0, start);
    }

    /** Whether a stretch of a text, or what follows it closely, says that it will pass. */
    boolean isPassing(String text, int start, int end) {
        return passing.isIn(text.substring(start, Math.min(text.length(), end + AFTER)));
    }

    /**
     * Whether the words that would condemn an address mean something else: another subject between its name and the
     * verdict, a verdict for some senders only, or the end of a session.
     */
    boolean isAside(Rule rule, String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        String words = text.substring(start, end);
        return nameOtherSubject(words)
                || (rule.reason() != Reason.INVALID_DOMAIN && otherThing.opens(words))
                || exception.opens(text.substring(end))
                || purpose.isIn(before)
                || (rule.reason() == Reason.MAILBOX_DISABLED && otherEnd.isIn(before));
    }
}
