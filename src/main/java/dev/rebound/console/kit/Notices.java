package dev.rebound.console.kit;

import java.util.List;

/** Tells a person something that needs no answer. The screen's thread only. */
public interface Notices {
    /**
     * An act that goes with a sentence.
     *
     * @param once whether it can be done one time only, as taking something back can
     */
    record Offer(String name, boolean once, Runnable run) {}

    /** A sentence that fades. */
    void tell(String sentence);

    /**
     * A sentence that fades, with acts on offer, e.g. undo. They stay on offer in the list of what was told.
     *
     * @return withdraws the offer, e.g. where the act was done in another way
     */
    Runnable offer(String sentence, List<Offer> acts);

    /** The same with one act that can be done once. */
    default Runnable offer(String sentence, String act, Runnable run) {
        return offer(sentence, List.of(new Offer(act, true, run)));
    }

    /** A trouble, in plain words and with a code where nobody foresaw it. */
    void trouble(Throwable trouble);
}
