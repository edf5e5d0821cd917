package dev.rebound.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The events of a stretch of a file as slices of its bytes (UTF-8), so that millions of rows need no object a field; the
 * slices of a field lie together, since whoever keeps them goes field by field. A row says the same as the
 * {@link RawEvent} that {@link #event} makes of it. Filled by one thread, then handed on.
 */
public final class EventBatch {
    private static final EventText[] TEXTS = EventText.values();
    private static final int[] NONE = {};

    /**
     * What many events have in common.
     *
     * @param texts the texts that all of them have; a row's own cells are beside them
     */
    public record Head(
            EventKind kind,
            String source,
            int smtpCode,
            int attempt,
            @Nullable Reason hint,
            boolean test,
            Map<EventText, String> texts) {}

    /**
     * What was read in a row's reply.
     *
     * @param enhancedCode the code that only the reply gives; null where the row has one or none is there
     */
    public record Judged(
            Verdict verdict, int smtpCode, @Nullable String enhancedCode) {}

    /** Hears where a value stands now. */
    @FunctionalInterface
    public interface Moved {
        void to(int value, int begin);
    }

    private final String part;
    private byte[] bytes;
    private int used;
    private int size;
    private Head[] head;
    private Judged[] judged;
    private long[] time;
    private long[] identity;
    /** Of each row: line in the stretch, record from and to, id from and to, time from and to. */
    private int[] rows;

    private static final int ROW = 7;
    private int[] addressFrom;
    private int[] addressTo;
    /** Of each field that any row has: where its text begins and ends in each row, both 0 where there is none. */
    private final int[][] from = new int[TEXTS.length][];

    private final int[][] to = new int[TEXTS.length][];
    private int[][] hashes = {};

    /**
     * A batch over bytes of a file; the bytes behind {@code used} are the batch's to write on.
     *
     * @param part the place inside a container, as {@link RawRecord#part()}
     * @param likelyRows how many events there may be: with too few the batch grows on the way
     */
    public EventBatch(byte[] bytes, int used, String part, int likelyRows) {
        int capacity = Math.max(1, likelyRows);
        this.head = new Head[capacity];
        this.judged = new Judged[capacity];
        this.time = new long[capacity];
        this.identity = new long[2 * capacity];
        this.rows = new int[capacity * ROW];
        this.addressFrom = new int[capacity];
        this.addressTo = new int[capacity];
        this.bytes = bytes;
        this.used = used;
        this.part = part;
        Arrays.fill(from, NONE);
        Arrays.fill(to, NONE);
    }

    /** The bytes that all slices are of. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the source's id of the row begun last stands. */
    public void id(int begin, int end) {
        rows[(size - 1) * ROW + 3] = begin;
        rows[(size - 1) * ROW + 4] = end;
    }

    /** Where the time of the row begun last stands. */
    public void timeText(int begin, int end) {
        rows[(size - 1) * ROW + 5] = begin;
        rows[(size - 1) * ROW + 6] = end;
    }

    /** Whether the text of the row's time is its epoch seconds, as a number is written. */
    public boolean isTimeInSeconds(int row) {
        int from = timeFrom(row);
        long number = 0;
        for (int i = from; i < timeTo(row); i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return timeTo(row) > from && bytes[from] != '0' && number * 1_000 == time[row];
    }

    /** Where the text of the time begins. */
    public int timeFrom(int row) {
        return rows[row * ROW + 5];
    }

    /** Where the text of the time ends. */
    public int timeTo(int row) {
        return rows[row * ROW + 6];
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** The place inside a container. */
    public String part() {
        return part;
    }

    /** Begins the next row with its record; its id, its address and its cells follow. */
    public void row(long timeMillis, int line, int recordFrom, int recordTo) {
        if (size == time.length) {
            grow();
        }
        time[size] = timeMillis;
        int at = size * ROW;
        rows[at] = line;
        rows[at + 1] = recordFrom;
        rows[at + 2] = recordTo;
        size++;
    }

    private void grow() {
        int wider = size * 2;
        head = Arrays.copyOf(head, wider);
        judged = Arrays.copyOf(judged, wider);
        time = Arrays.copyOf(time, wider);
        identity = Arrays.copyOf(identity, wider * 2);
        rows = Arrays.copyOf(rows, wider * ROW);
        addressFrom = Arrays.copyOf(addressFrom, wider);
        addressTo = Arrays.copyOf(addressTo, wider);
        for (int f = 0; f < TEXTS.length; f++) {
            if (to[f].length > 0) {
                from[f] = Arrays.copyOf(from[f], wider);
                to[f] = Arrays.copyOf(to[f], wider);
            }
        }
    }

    /** The address of the row begun last, printable ASCII; kept in lower case as addresses are compared. */
    public void address(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                start = lowered(from, to);
                break;
            }
        }
        addressFrom[size - 1] = start;
        addressTo[size - 1] = start + to - from;
    }

    /**
     * Writes the record of the row begun last anew, its values without quotation marks but where a separator stands in one,
     * as every reader of tables gives it.
     *
     * @param moved hears where each value stands now
     */
    public void rewritten(int values, IntUnaryOperator from, IntUnaryOperator to, byte separator, Moved moved) {
        int start = used;
        for (int v = 0; v < values; v++) {
            int begin = from.applyAsInt(v);
            int end = to.applyAsInt(v);
            room(end - begin + 3);
            boolean marks = false;
            for (int i = begin; i < end; i++) {
                marks |= bytes[i] == separator;
            }
            if (v > 0) {
                bytes[used++] = separator;
            }
            if (marks) {
                bytes[used++] = '"';
            }
            System.arraycopy(bytes, begin, bytes, used, end - begin);
            moved.to(v, used);
            used += end - begin;
            if (marks) {
                bytes[used++] = '"';
            }
        }
        rows[(size - 1) * ROW + 1] = start;
        rows[(size - 1) * ROW + 2] = used;
    }

    private void room(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, used + 2 * more));
        }
    }

    private int lowered(int from, int to) {
        room(to - from);
        int start = used;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            bytes[used++] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        return start;
    }

    /** A text of the row begun last; not an empty one. */
    public void cell(EventText field, int begin, int end) {
        int f = field.ordinal();
        if (to[f].length == 0) {
            from[f] = new int[time.length];
            to[f] = new int[time.length];
        }
        from[f][size - 1] = begin;
        to[f][size - 1] = end;
    }

    /** What the row begun last has in common with others. */
    public void head(Head common) {
        head[size - 1] = common;
    }

    /** Takes the row begun last back. */
    public void takeBack() {
        size--;
        for (int[] ends : to) {
            if (ends.length > 0) {
                ends[size] = 0;
            }
        }
    }

    /** What a row has in common with others. */
    public Head head(int row) {
        return head[row];
    }

    /** What was read in the row's reply; whoever classifies says it before the batch goes on. */
    public Judged judged(int row) {
        return judged[row];
    }

    /** Says what was read in a row's reply. */
    public void judge(int row, Judged as) {
        judged[row] = as;
    }

    /** Epoch milliseconds, UTC. */
    public long timeMillis(int row) {
        return time[row];
    }

    /** Line of the row's start, counted from 0 at the start of the stretch. */
    public int line(int row) {
        return rows[row * ROW];
    }

    /** Where the row's raw text begins. */
    public int recordFrom(int row) {
        return rows[row * ROW + 1];
    }

    /** Where the row's raw text ends. */
    public int recordTo(int row) {
        return rows[row * ROW + 2];
    }

    /** Where the address begins. */
    public int addressFrom(int row) {
        return addressFrom[row];
    }

    /** Where the address ends. */
    public int addressTo(int row) {
        return addressTo[row];
    }

    /** Where the source's id of the event begins. */
    public int idFrom(int row) {
        return rows[row * ROW + 3];
    }

    /** Where the source's id of the event ends. */
    public int idTo(int row) {
        return rows[row * ROW + 4];
    }

    /** Where the addresses of all rows begin. */
    public int[] addressesFrom() {
        return addressFrom;
    }

    /** Where the addresses of all rows end. */
    public int[] addressesTo() {
        return addressTo;
    }

    /** Whether any row has a text of its own of a field. */
    public boolean has(EventText field) {
        return to[field.ordinal()].length > 0;
    }

    /** Where the texts of a field that some row {@link #has} begin, row by row. */
    public int[] from(EventText field) {
        return from[field.ordinal()];
    }

    /** Where the texts of a field that some row {@link #has} end, row by row; 0 where a row has none. */
    public int[] to(EventText field) {
        return to[field.ordinal()];
    }

    /** The 128-bit identities, two numbers a row; room for them. */
    public long[] identities() {
        return identity;
    }

    /** The hashes of a field's texts, row by row, once {@link #hashes(int[][], int[])} was told. */
    public int[] hashes(EventText field) {
        return hashes[field.ordinal()];
    }

    /** The hashes of the addresses, row by row. */
    public int[] addressHashes() {
        return hashes[TEXTS.length];
    }

    /** Keeps hashes that were worked out beside the writing thread: of each field, in the order of the fields, and of the addresses. */
    public void hashes(int[][] ofFields, int[] ofAddresses) {
        hashes = Arrays.copyOf(ofFields, TEXTS.length + 1);
        hashes[TEXTS.length] = ofAddresses;
    }

    /** A row's own text of a field, or the common one; null where there is none. */
    public @Nullable String text(int row, EventText field) {
        int f = field.ordinal();
        return to[f].length > 0 && to[f][row] > 0
                ? slice(from[f][row], to[f][row])
                : head[row].texts().get(field);
    }

    private String slice(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The row as an event of its own, its address in lower case. */
    public RawEvent event(int row, long firstLine) {
        Map<EventText, String> texts = new EnumMap<>(EventText.class);
        texts.putAll(head[row].texts());
        for (EventText field : TEXTS) {
            if (has(field) && to(field)[row] > 0) {
                texts.put(field, slice(from(field)[row], to(field)[row]));
            }
        }
        return new RawEvent(
                head[row].kind(),
                Instant.ofEpochMilli(time[row]),
                new EmailAddress(slice(addressFrom(row), addressTo(row))),
                head[row].source(),
                slice(idFrom(row), idTo(row)),
                head[row].smtpCode(),
                head[row].attempt(),
                head[row].hint(),
                head[row].test(),
                true,
                texts,
                new RawRecord(slice(recordFrom(row), recordTo(row)), firstLine + line(row), part));
    }
}
