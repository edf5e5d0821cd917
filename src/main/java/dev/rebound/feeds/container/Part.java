package dev.rebound.feeds.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file, or one entry of a container, with nothing around it any more. Read once, in order. */
public final class Part {
    private final String path;
    private final String part;
    private final BufferedInputStream in;
    private final Head head;
    private final @Nullable Instant changed;

    Part(String path, String part, InputStream unwrapped, @Nullable Instant changed) throws IOException {
        this.path = path;
        this.part = part;
        this.changed = changed;
        this.in = new BufferedInputStream(unwrapped, Head.BYTES);
        in.mark(Head.BYTES);
        byte[] first = in.readNBytes(Head.BYTES);
        in.reset();
        this.head = new Head(part.isEmpty() ? path : path + "/" + part, first);
    }

    /** The name for sentences: the entry's path inside its container, else the file's name. */
    public String name() {
        return part.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : part;
    }

    /** The place inside the container; empty when the file itself is read. */
    public String place() {
        return part;
    }

    /** When the file or the entry was last changed, as its container or else the disk says; null where nobody does. */
    public @Nullable Instant changed() {
        return changed;
    }

    /** The first bytes. */
    public Head head() {
        return head;
    }

    /** Everything from the first byte. */
    public InputStream stream() {
        return in;
    }
}
