package dev.rebound.domain;

/**
 * What a reply means, and who says so.
 *
 * @param bounceClass hard, soft, block or undetermined, after the guards
 * @param reason the reason in the taxonomy
 * @param rule the id of the rule that decided; {@code none} when nothing fitted
 * @param matched the words of the reply (or the code, or the source's word) that decided; empty when nothing fitted
 */
public record Verdict(BounceClass bounceClass, Reason reason, String rule, String matched) {
    /** The honest answer when no rule fits. */
    public static final Verdict UNDETERMINED = new Verdict(BounceClass.UNDETERMINED, Reason.UNDETERMINED, "none", "");

    /** The rule of an estimate: no rule knows the words, and this is what they are most like. */
    public static final String ESTIMATE = "likeness.words";

    /** Whether some rule fitted. */
    public boolean isRecognised() {
        return bounceClass != BounceClass.UNDETERMINED || reason != Reason.UNDETERMINED;
    }
}
