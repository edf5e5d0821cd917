package dev.rebound.store;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of raw records: their lines, their places in the container, and their texts field by field. Filled by one thread,
 * then packed by any.
 */
final class RecordPage {
    /** The first byte of such a page; no packed page of another kind begins so. */
    static final byte MARK = 'G';
    /** The first byte of one before format 9, whose records name no texts. */
    static final byte UNNAMED = 'F';

    private static final int FIRST_BYTES = 1 << 16;
    /** A batch stays in memory with the page: where each brings few new records, the later ones say their texts themselves. */
    private static final int MOST_BATCHES = 4;

    private byte[] texts;
    private int used;
    private int[] ends = new int[256];
    private long[] lines = new long[256];
    private int records;
    /** Whose rows the records are, null for one that is none, and which. */
    private @Nullable EventBatch[] batches = new EventBatch[256];

    private int[] rows = new int[256];
    private @Nullable EventBatch lastBatch;
    private int held;
    /** Places that follow each other: bytes of the text, its length and for how many records it holds. */
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    private byte[] lastPart = new byte[0];
    private int lastPartRecords;

    RecordPage() {
        this(FIRST_BYTES);
    }

    /** @param likelyBytes of all its texts: with too few it grows on the way */
    RecordPage(int likelyBytes) {
        texts = new byte[Math.max(FIRST_BYTES, likelyBytes)];
    }

    void add(RawRecord record) {
        byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
        add(text, 0, text.length, record.line(), record.part().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the record of a row; what the row's columns say it will name instead of saying it again. */
    @SuppressWarnings("ReferenceEquality")
    void add(EventBatch batch, int row, long line, byte[] part) {
        add(batch.bytes(), batch.recordFrom(row), batch.recordTo(row), line, part);
        if (batch != lastBatch) {
            lastBatch = batch;
            held++;
        }
        if (held <= MOST_BATCHES) {
            batches[records - 1] = batch;
            rows[records - 1] = row;
        }
    }

    private void add(byte[] text, int from, int to, long line, byte[] part) {
        if (used + to - from > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + to - from));
        }
        if (records == lines.length) {
            lines = Arrays.copyOf(lines, 2 * records);
            ends = Arrays.copyOf(ends, 2 * records);
            batches = Arrays.copyOf(batches, 2 * records);
            rows = Arrays.copyOf(rows, 2 * records);
        }
        System.arraycopy(text, from, texts, used, to - from);
        used += to - from;
        lines[records] = line;
        ends[records++] = used;
        if (!Arrays.equals(part, lastPart)) {
            endPart();
            lastPart = part;
        }
        lastPartRecords++;
    }

    private void endPart() {
        if (lastPartRecords > 0) {
            parts.write(PageOutput.bytesOf(lastPartRecords), 0, PageOutput.NUMBER_BYTES);
            parts.write(PageOutput.bytesOf(lastPart.length), 0, PageOutput.NUMBER_BYTES);
            parts.write(lastPart, 0, lastPart.length);
        }
        lastPartRecords = 0;
    }

    int records() {
        return records;
    }

    /** Bytes of all texts. */
    int bytes() {
        return used;
    }

    byte[] packed() {
        endPart();
        PageOutput out = new PageOutput(MARK);
        byte[] numbers = Pages.numbers(Arrays.copyOf(lines, records));
        out.section(numbers, numbers.length);
        out.section(parts.toByteArray(), parts.size());
        RecordFields.write(texts, ends, records, batches, rows, out);
        return out.page();
    }

    /**
     * The records of a page.
     *
     * @param first number of the first record in its import
     */
    static List<RawRecord> unpack(byte[] page, int first, int entries, RecordTexts named) throws IOException {
        PageInput in = new PageInput(page);
        long[] lines = Pages.numbers(in.section(), entries);
        byte[] parts = in.section();
        RecordFields.Texts texts = RecordFields.read(in, entries, page[0] == MARK, first, named);
        List<RawRecord> out = new ArrayList<>(entries);
        String part = "";
        int left = 0;
        int from = 0;
        for (int r = 0, at = 0; r < entries; r++, left--) {
            if (left == 0) {
                left = PageOutput.numberOf(parts, at);
                int length = PageOutput.numberOf(parts, at + PageOutput.NUMBER_BYTES);
                at += 2 * PageOutput.NUMBER_BYTES;
                part = new String(parts, at, length, StandardCharsets.UTF_8);
                at += length;
            }
            out.add(new RawRecord(
                    new String(texts.bytes(), from, texts.ends()[r] - from, StandardCharsets.UTF_8), lines[r], part));
            from = texts.ends()[r];
        }
        return out;
    }
}
