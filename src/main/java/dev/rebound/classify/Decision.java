package dev.rebound.classify;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;

/**
 * What was decided for one folded reply, before its own words are put in.
 *
 * @param start where the deciding words start in the folded text; -1 when a code or a source's word decided
 * @param end one past the last deciding character
 * @param matched the deciding code or word when {@code start} is -1; empty otherwise
 */
record Decision(BounceClass bounceClass, Reason reason, String rule, int start, int end, String matched) {
    static final Decision NONE = byCode(BounceClass.UNDETERMINED, Reason.UNDETERMINED, "none", "");

    static Decision byCode(BounceClass bounceClass, Reason reason, String rule, String matched) {
        return new Decision(bounceClass, reason, rule, -1, -1, matched);
    }

    Verdict verdict(FoldedReply reply) {
        return new Verdict(bounceClass, reason, rule, start < 0 ? matched : reply.words(start, end));
    }
}
