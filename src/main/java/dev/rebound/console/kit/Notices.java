package dev.rebound.console.kit;

/** Tells a person something that needs no answer. The screen's thread only. */
public interface Notices {
    /** A sentence that fades. */
    void tell(String sentence);

    /**
     * A sentence that fades, with an act on offer, e.g. undo.
     *
     * @return takes the sentence away before its time, e.g. where the act was done in another way
     */
    Runnable offer(String sentence, String act, Runnable run);

    /** A trouble, in plain words and with a code where nobody foresaw it. */
    void trouble(Throwable trouble);
}
