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
        WRONG_PASSWORD("S11");

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

    /** What kind of trouble it is. */
    public Trouble trouble() {
        return trouble;
    }
}
