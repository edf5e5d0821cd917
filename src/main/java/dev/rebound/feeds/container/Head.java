package dev.rebound.feeds.container;

import java.nio.charset.StandardCharsets;

/** The first bytes of a part and its path: what recognition may look at. */
public final class Head {
    /** How much of a part is looked at. */
    public static final int BYTES = 64 * 1024;

    private final String path;
    private final byte[] bytes;

    Head(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** The file's path with the path inside its container behind it, slashes forward. */
    public String path() {
        return path;
    }

    /** The last step of the path in lower case. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Number of bytes held, at most {@link #BYTES}. */
    public int length() {
        return bytes.length;
    }

    /** A byte as 0 to 255. */
    public int at(int i) {
        return bytes[i] & 0xff;
    }

    /** Whether the part begins with these bytes. */
    public boolean startsWith(int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes as Latin-1, for looking at their ASCII part whatever the encoding. */
    public String ascii() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
