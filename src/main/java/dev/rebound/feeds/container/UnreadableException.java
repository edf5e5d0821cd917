package dev.rebound.feeds.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What wraps a file's records is broken, so the whole file is refused. The message is the sentence for the operator. */
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A sentence that names the file and the next step. */
    public UnreadableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
