package dev.rebound.words;

/** The version that is shown, stored and written into what leaves the program. */
public final class ProgramVersion {
    /** As the build names it. */
    public static final String TEXT = "0.1.0";

    private ProgramVersion() {}
}
