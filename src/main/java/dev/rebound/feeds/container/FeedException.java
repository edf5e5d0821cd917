package dev.rebound.feeds.container;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a whole. The message is the sentence for the operator. */
public final class FeedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        NOT_RECOGNISED,
        CANCELLED,
        UNREADABLE
    }

    private final Kind kind;

    /** A reason with its sentence. */
    public FeedException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Why the file cannot be read. */
    public Kind kind() {
        return kind;
    }
}
