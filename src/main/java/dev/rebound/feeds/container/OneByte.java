package dev.rebound.feeds.container;

import java.io.IOException;
import java.io.InputStream;

/** The next byte of a stream that reads many at once. */
final class OneByte {
    private OneByte() {}

    /** The byte, 0 to 255; -1 at the end. */
    static int of(InputStream in) throws IOException {
        byte[] one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
