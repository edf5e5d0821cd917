package dev.rebound.feeds.container;

import java.util.List;

/** One record without nesting while it is read: where its values stand. Used again for each record. */
public final class FlatRow {
    /** The names of a record's fields, in order. One object a sequence of names, so that it can be compared as such. */
    public record Names(List<String> inOrder) {
        public Names {
            inOrder = List.copyOf(inOrder);
        }
    }

    static final Names NONE = new Names(List.of());

    Names names = NONE;
    int[] from = new int[64];
    int[] to = new int[64];
    int[] nameFrom = new int[64];
    int[] nameTo = new int[64];
    int recordFrom;
    int[] writtenTo = new int[64];
    int recordTo;
    boolean marked;

    /** The names of the fields. */
    public Names names() {
        return names;
    }

    /** Where a value begins. */
    public int from(int field) {
        return from[field];
    }

    /** Where a value ends; equal to its begin where the field is empty or null. */
    public int to(int field) {
        return to[field];
    }

    /** Where what stands for a value ends: behind {@link #to} where it is a word for nothing. Tables only. */
    public int writtenTo(int field) {
        return writtenTo[field];
    }

    /** Whether values stand between quotation marks, which do not count to them; never true of JSON. */
    public boolean isMarked() {
        return marked;
    }

    /** Says that a value stands elsewhere now. */
    public void moved(int field, int begin) {
        int by = begin - from[field];
        from[field] = begin;
        to[field] += by;
        writtenTo[field] += by;
    }

    /** Where the record's own text begins. */
    public int recordFrom() {
        return recordFrom;
    }

    /** Where the record's own text ends. */
    public int recordTo() {
        return recordTo;
    }
}
