package dev.rebound.store;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked. The message is one sentence for the operator and holds no personal data. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is; each has a stable code for support. */
    public enum Trouble {
        IN_USE("S01"),
        DAMAGED("S02"),
        NEWER("S03"),
        FOREIGN("S04"),
        BAD_PATH("S05"),
        READ_ONLY("S06"),
        DISK_FULL("S07"),
        NO_MEMORY("S08"),
        OTHER("S09"),
        LOCKED("S10"),
        WRONG_PASSWORD("S11"),
        GONE("S12");

        private final String code;

        Trouble(String code) {
            this.code = code;
        }

        /** The code that support asks for. */
        public String code() {
            return code;
        }
    }

    private final Trouble trouble;

    /** A trouble with its sentence. */
    public StoreException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
    }

    /** The trouble itself, or where memory ended anywhere behind it, that in a sentence. */
    public static Throwable foreseen(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError && !(thrown instanceof StoreException)) {
                return noMemory(thrown);
            }
        }
        return thrown;
    }

    static StoreException noMemory(Throwable cause) {
        return new StoreException(
                Trouble.NO_MEMORY,
                "Rebound has not enough memory for this. Files that were imported whole stay, nothing half-done was kept;"
                        + " start it again, with fewer files"
                        + " at a time or more memory (REBOUND_JAVA_OPTS=-Xmx4g).",
                cause);
    }

    /** What kind of trouble it is. */
    public Trouble trouble() {
        return trouble;
    }
}
