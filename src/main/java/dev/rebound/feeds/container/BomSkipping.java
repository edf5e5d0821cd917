package dev.rebound.feeds.container;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Leaves out a byte order mark at the beginning of a text. */
final class BomSkipping extends FilterReader {
    BomSkipping(Reader reader) throws IOException {
        super(new PushbackReader(reader, 1));
        int first = in.read();
        if (first >= 0 && first != '\uFEFF') {
            ((PushbackReader) in).unread(first);
        }
    }
}
