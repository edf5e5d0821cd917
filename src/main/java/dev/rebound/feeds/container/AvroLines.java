package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The records of an Avro file that were not read yet, as JSON, one a line. Ends where the file ends or is damaged. */
final class AvroLines extends InputStream {
    private static final int FILLED_BYTES = 64 << 10;
    private static final JsonFactory LINES =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();

    /** Reads one record and has it written. */
    interface Source {
        /** False at the end, and where nothing more can be read. */
        boolean write() throws IOException;
    }

    /** What was written and not fetched yet. */
    private static final class Written extends ByteArrayOutputStream {
        private int from;

        int available() {
            return count - from;
        }

        int take(byte[] into, int at, int length) {
            int n = Math.min(length, available());
            System.arraycopy(buf, from, into, at, n);
            from += n;
            return n;
        }

        void clear() {
            from = 0;
            count = 0;
        }

        /** Forgets what was written since there were so many bytes. */
        void backTo(int bytes) {
            count = bytes;
        }
    }

    private final Written written = new Written();
    private final JsonGenerator json;
    private final Source source;
    private boolean ended;

    AvroLines(AvroDatums datums, Source source) throws IOException {
        this.source = source;
        this.json = LINES.createGenerator(written);
        datums.writeTo(json);
    }

    @Override
    public int read() throws IOException {
        return OneByte.of(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (written.available() == 0) {
            fill();
        }
        return written.available() == 0 ? -1 : written.take(into, from, length);
    }

    private void fill() throws IOException {
        written.clear();
        while (!ended && written.size() < FILLED_BYTES) {
            int whole = written.size();
            if (source.write()) {
                json.flush();
            } else {
                // Half a record may have been written before the damage was met.
                written.backTo(whole);
                ended = true;
            }
        }
    }
}
