package dev.rebound.column;

import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * The events of one import as columns, in file order. Codes belong to the {@link Dictionaries} it was filled with.
 * Filled by one thread, then only read.
 */
public final class EventColumns {
    private static final EventText[] TEXTS = EventText.values();
    /** Columns that are not texts, in the order of {@link #inOrder()}. */
    private static final int FIXED = 11;

    /** The source marks it as test traffic. */
    public static final int TEST = 1;
    /** The source told no time; the one at which the file was written stands in its place. */
    public static final int UNTIMED = 2;

    /** The number of the column of times in {@link #inOrder()}. */
    public static final int TIME_COLUMN = 0;
    /** The number of the column of addresses in {@link #inOrder()}. */
    public static final int ADDRESS_COLUMN = 2;

    private final LongCells[] columns;
    private int size;

    /** No events yet. */
    public EventColumns() {
        columns = new LongCells[FIXED + TEXTS.length];
        Arrays.setAll(columns, i -> new LongCells(i >= FIXED ? -1 : 0));
    }

    /** Columns read back from where they were kept, each with the same number of cells. */
    public EventColumns(List<LongCells> inOrder, int size) {
        this.columns = inOrder.toArray(LongCells[]::new);
        this.size = size;
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** Adds one event. */
    public void append(RawEvent event, Verdict verdict, int rawIndex, Dictionaries dictionaries) {
        time().add(event.time().toEpochMilli());
        kind().add(event.kind().ordinal());
        address().add(dictionaries.addresses().add(event.address().key()));
        source().add(dictionaries.sources().add(event.source()));
        smtpCode().add(event.smtpCode());
        attempt().add(event.attempt());
        reason().add(verdict.reason().ordinal());
        bounceClass().add(verdict.bounceClass().ordinal());
        rule().add(dictionaries.rules().add(rule(verdict)));
        test().add((event.test() ? TEST : 0) | (event.timed() ? 0 : UNTIMED));
        raw().add(rawIndex);
        for (EventText field : TEXTS) {
            String value = event.text(field);
            if (value != null) {
                text(field).put(size, dictionaries.texts(field).add(value));
            }
        }
        size++;
    }

    /** What stands in the dictionary of rules for a verdict. */
    public static String rule(Verdict verdict) {
        return verdict.rule() + "\t" + verdict.matched();
    }

    /** Says that so many events were put into the columns behind the last. */
    public void grown(int events) {
        size += events;
    }

    /** Epoch milliseconds, UTC. */
    public LongCells time() {
        return columns[TIME_COLUMN];
    }

    /** Ordinals of {@code EventKind}. */
    public LongCells kind() {
        return columns[1];
    }

    /** Codes of address keys. */
    public LongCells address() {
        return columns[ADDRESS_COLUMN];
    }

    /** Codes of sources. */
    public LongCells source() {
        return columns[3];
    }

    /** SMTP codes, 0 where unknown. */
    public LongCells smtpCode() {
        return columns[4];
    }

    /** The source's attempt numbers, 0 where unknown. */
    public LongCells attempt() {
        return columns[5];
    }

    /** Ordinals of {@code Reason}. */
    public LongCells reason() {
        return columns[6];
    }

    /** Ordinals of {@code BounceClass}. */
    public LongCells bounceClass() {
        return columns[7];
    }

    /** Codes of rules. */
    public LongCells rule() {
        return columns[8];
    }

    /** {@link #TEST} for test traffic, and {@link #UNTIMED} where the time is the file's; both may be. */
    public LongCells test() {
        return columns[9];
    }

    /** Numbers of the raw records of the import. */
    public LongCells raw() {
        return columns[10];
    }

    /** Codes of one text field, -1 where absent. */
    public LongCells text(EventText field) {
        return columns[FIXED + field.ordinal()];
    }

    /** The number of a text field's column in {@link #inOrder()}. */
    public static int columnOf(EventText field) {
        return FIXED + field.ordinal();
    }

    /** The field of a column that is one of texts, by its number. */
    public static EventText fieldOf(int column) {
        return TEXTS[column - FIXED];
    }

    /** A column by its number. */
    public LongCells column(int number) {
        return columns[number];
    }

    /** Every column in a fixed order, for whoever keeps them; fields added later come last. */
    public List<LongCells> inOrder() {
        return List.of(columns);
    }
}
