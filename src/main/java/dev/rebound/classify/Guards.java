package dev.rebound.classify;

import dev.rebound.domain.Reason;

/**
 * What keeps words and codes from condemning an address. Each is a list of words of the rule book.
 *
 * @param otherSubject names something else than the address: the sender, the message, a limit
 * @param otherDomain stands beside a domain that does not exist where it is the sender's, or one that is not relayed
 * @param own is what belongs to the writer where "your" stands before it
 * @param several tells of more addresses than the one that was written to
 * @param notServed ends a verdict that a refusal to relay uses too: "not local"
 * @param relaying speaks of relaying
 * @param lookupFailed tells that a domain was looked up in vain for now only
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
        ScreenedPattern otherDomain,
        ScreenedPattern own,
        ScreenedPattern several,
        ScreenedPattern notServed,
        ScreenedPattern relaying,
        ScreenedPattern lookupFailed,
        ScreenedPattern refusal,
        ScreenedPattern passing,
        ScreenedPattern exception,
        ScreenedPattern otherEnd,
        ScreenedPattern purpose,
        ScreenedPattern otherThing,
        ScreenedPattern courtesy) {
    private static final int BEFORE = 60;
    private static final int AFTER = 40;
    private static final String RECIPIENT = "recipient";
    private static final String BECAUSE = " because ";

    /** Whether words name something else than the address. */
    boolean nameOtherSubject(CharSequence words) {
        return otherSubject.isIn(words);
    }

    /** Whether a text, its links and the quoted server apart, names something else than the address. */
    boolean nameOtherSubjectIn(String text) {
        return otherSubject.isIn(Asides.bare(text));
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

    private boolean isOtherDomain(String text, int start, int end) {
        return !text.substring(Math.max(0, start - BEFORE), end).contains(RECIPIENT) && otherDomain.isIn(text);
    }

    /** Whether a domain was looked up in vain for now only. */
    boolean isLookupFailure(String text) {
        return lookupFailed.isIn(text);
    }

    /** Whether a text says anywhere that it will pass. */
    boolean isPassing(String text) {
        return passing.isIn(text);
    }

    /**
     * Whether the words that would condemn an address mean something else: another subject between its name and the
     * verdict, a verdict for some senders only, or the end of a session.
     */
    boolean isAside(Rule rule, String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        String words = text.substring(start, end);
        return nameOtherSubject(rule.group() == Rule.Group.RECEIVER ? words : Asides.bare(clauseUpTo(text, start, end)))
                || (rule.reason() == Reason.INVALID_DOMAIN && isOtherDomain(text, start, end))
                || (rule.group() != Rule.Group.RECEIVER && Asides.isInLink(text, start))
                || (before.endsWith("your ") && own.opens(words))
                || (several.isIn(words) && nameOtherSubjectIn(text))
                || (notServed.isIn(words) && relaying.isIn(text))
                || (rule.reason() != Reason.INVALID_DOMAIN && otherThing.opens(words))
                || exception.opens(text.substring(end))
                || purpose.isIn(before)
                || breaksWord(text, end)
                || (rule.reason() == Reason.MAILBOX_DISABLED && otherEnd.isIn(before));
    }

    /** The part of a sentence that some words end. */
    private static String clauseUpTo(String text, int start, int end) {
        int from = start;
        while (from > 0 && !isStop(text, from - 1)) {
            from--;
        }
        int because = text.lastIndexOf(BECAUSE, start);
        return text.substring(Math.max(from, because + 1), end);
    }

    /** Whether the last word is the beginning of a verb only: "no recipient name" of "no recipient named". */
    private static boolean breaksWord(String text, int end) {
        return text.startsWith("d ", end) || text.startsWith("ed ", end) || text.startsWith("ing ", end);
    }

    private static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        if (c == ' ' && at >= 3 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at - 3))) {
            return true;
        }
        boolean space = at + 1 == text.length() || text.charAt(at + 1) == ' ';
        return c == ';'
                || c == '!'
                || c == '，'
                || c == '。'
                || (space && (c == '.' || c == ',' || c == ':' || c == '-'));
    }
}
