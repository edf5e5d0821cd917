package dev.rebound.classify;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the rule book.
 *
 * @param id stable name shown to operators and kept with each verdict, e.g. {@code text.mailbox-full}
 * @param group when it is tried
 * @param reason what it means
 * @param bounceClass the class where it differs from the reason's usual one; null otherwise
 * @param patterns phrases in folded text or codes, by {@link Group#isCode()}
 */
record Rule(String id, Group group, Reason reason, @Nullable BounceClass bounceClass, List<RulePattern> patterns) {
    /**
     * The order of decision: a receiver's own wording, clear words, an enhanced code that leaves no doubt, words that
     * leave room, any enhanced code, the base code.
     */
    enum Group {
        RECEIVER,
        TEXT,
        DEFINITE,
        VAGUE,
        ENHANCED,
        BASE;

        /** Whether the patterns are codes; they are phrases otherwise. */
        boolean isCode() {
            return this == DEFINITE || this == ENHANCED || this == BASE;
        }
    }

    Rule {
        patterns = List.copyOf(patterns);
    }

    /** The class before the guards. */
    BounceClass usualClass() {
        return bounceClass == null ? reason.usualClass() : bounceClass;
    }
}
