package dev.rebound.insight;

/** Whether a message counts in the sends, and if not, why. */
public enum MessageKind {
    /** Handed over: counts in the sends and has exactly one state. */
    SENT,
    /** Test traffic: shown beside. */
    TEST,
    /** Never handed over: shown beside. */
    NOT_SENT,
    /** A delivery whose send is in no file: shown beside, never subtracted. */
    ORPHAN_DELIVERY,
    /** A failure or another event whose send is in no file. */
    ORPHAN
}
