package dev.rebound.insight;

import java.util.Locale;

/** How far a mailbox provider has to leave its usual range before it is called an incident. */
public enum Sensitivity {
    /** Only what touches many. */
    LOW(30, 5),
    /** What nobody chose otherwise. */
    USUAL(10, 3),
    /** Small stretches too, as a small sender needs them. */
    HIGH(5, 2);

    private final int leastMessages;
    private final double timesUsual;

    Sensitivity(int leastMessages, double timesUsual) {
        this.leastMessages = leastMessages;
        this.timesUsual = timesUsual;
    }

    /** A run of fewer messages is no incident. */
    public int leastMessages() {
        return leastMessages;
    }

    /** So many times its usual share the provider refused, or put off. */
    public double timesUsual() {
        return timesUsual;
    }

    /** The word that is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sensitivity of a stored word; the usual one where there is none. */
    static Sensitivity of(String word) {
        for (Sensitivity s : values()) {
            if (s.code().equals(word)) {
                return s;
            }
        }
        return USUAL;
    }
}
