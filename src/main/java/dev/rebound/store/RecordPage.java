package dev.rebound.store;

import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private static final EventText[] TEXTS = EventText.values();

    private byte[] texts;
    private int used;
    private int[] ends = new int[256];
    private long[] lines = new long[256];
    private int records;
    private final NamedSlices names = new NamedSlices();
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
    void add(EventBatch batch, int row, long line, byte[] part) {
        add(batch.bytes(), batch.recordFrom(row), batch.recordTo(row), line, part);
        name(names, records - 1, batch, row, used - batch.recordTo(row));
    }

    private void add(byte[] text, int from, int to, long line, byte[] part) {
        if (used + to - from > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + to - from));
        }
        if (records == lines.length) {
            lines = Arrays.copyOf(lines, 2 * records);
            ends = Arrays.copyOf(ends, 2 * records);
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

    private static void name(NamedSlices names, int record, EventBatch batch, int row, int shift) {
        if (batch.isTimeInSeconds(row)) {
            name(names, record, EventColumns.TIME_COLUMN, batch, row, batch.timeFrom(row), batch.timeTo(row), shift);
        }
        name(names, record, EventColumns.ADDRESS_COLUMN, batch, row, batch.addressFrom(row), batch.addressTo(row), shift);
        for (EventText field : TEXTS) {
            if (batch.has(field) && batch.to(field)[row] > 0) {
                int from = batch.from(field)[row];
                name(names, record, EventColumns.columnOf(field), batch, row, from, batch.to(field)[row], shift);
            }
        }
    }

    /** A text that was written anew beside the record is no part of it. */
    private static void name(
            NamedSlices names, int record, int column, EventBatch batch, int row, int from, int to, int shift) {
        if (from >= batch.recordFrom(row) && to <= batch.recordTo(row)) {
            names.add(record, column, from + shift, to - from);
        }
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
        RecordFields.write(texts, ends, records, names, out);
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
