package dev.rebound.domain;

import org.jspecify.annotations.Nullable;

/**
 * That a machine and no person opened a message or followed its link (a mail program that loads pictures ahead, a scanner
 * of links), where the source says so. It stands in {@link EventText#SOURCE_CLASS} of an opening or a click; nothing is
 * ever concluded from times or programs.
 */
public final class MachineReading {
    private static final String MARK = "machine: ";

    private MachineReading() {}

    /** The class of an event whose source says in these words that a machine did it. */
    public static String of(String words) {
        return MARK + words;
    }

    /** The words in which the source says it; null where it does not. */
    public static @Nullable String words(EventKind kind, @Nullable String sourceClass) {
        boolean reading = kind == EventKind.OPEN || kind == EventKind.CLICK;
        return reading && sourceClass != null && sourceClass.startsWith(MARK)
                ? sourceClass.substring(MARK.length())
                : null;
    }
}
