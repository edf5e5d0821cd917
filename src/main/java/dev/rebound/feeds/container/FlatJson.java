package dev.rebound.feeds.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON objects of one line whose values are texts without escapes, whole numbers, true, false and null. */
final class FlatJson implements FlatRows.FlatReader {
    private static final int MOST_FIELDS = 60;
    private static final int MOST_SHAPES = 256;
    private static final int LONGEST_NAME = 1_000;
    private static final long QUOTES = FlatText.eightTimes((byte) '"');
    private static final long BACKSLASHES = FlatText.eightTimes((byte) '\\');

    /** One sequence of names, as bytes one behind the other. */
    private record Shape(int hash, byte[] bytes, int[] ends, FlatRow.Names names) {}

    private volatile Shape[] shapes = new Shape[0];

    @Override
    public boolean read(byte[] b, int from, int to, FlatRow row) {
        int end = to;
        while (end > from && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
            end--;
        }
        if (end - from < 2 || b[from] != '{' || b[end - 1] != '}') {
            return false;
        }
        int[] nameFrom = row.nameFrom;
        int[] nameTo = row.nameTo;
        int fields = fields(b, from + 1, end - 1, row, nameFrom, nameTo);
        if (fields <= 0) {
            return false;
        }
        row.recordFrom = from;
        row.recordTo = end;
        return named(b, fields, nameFrom, nameTo, row);
    }

    /** Reads the fields between the braces; -1 where they are not plain. */
    private static int fields(byte[] b, int from, int end, FlatRow row, int[] nameFrom, int[] nameTo) {
        int fields = 0;
        int all = 0;
        int i = skip(b, from, end);
        while (true) {
            if (fields == MOST_FIELDS || i >= end || b[i] != '"') {
                return -1;
            }
            int name = i + 1;
            i = text(b, name, end);
            if (i < 0 || i - name > LONGEST_NAME) {
                return -1;
            }
            nameFrom[fields] = name;
            nameTo[fields] = i;
            i = skip(b, i + 1, end);
            if (i >= end || b[i] != ':') {
                return -1;
            }
            i = skip(b, i + 1, end);
            i = value(b, i, end, row, fields);
            if (i < 0) {
                return -1;
            }
            fields++;
            i = skip(b, i, end);
            if (i == end) {
                break;
            }
            if (b[i] != ',') {
                return -1;
            }
            i = skip(b, i + 1, end);
        }
        for (int k = from; k < end; k++) {
            all |= b[k];
        }
        return all < 0 && !FlatText.isWellFormed(b, from, end) ? -1 : fields;
    }

    private static int skip(byte[] b, int from, int end) {
        int i = from;
        while (i < end && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Where a text ends that needs no unescaping; -1 for others. */
    private static int text(byte[] b, int from, int end) {
        for (int i = from; ; i++) {
            i = FlatText.plainEnd(b, i, end, QUOTES, BACKSLASHES);
            if (i == end) {
                return -1;
            }
            byte c = b[i];
            if (c == '"') {
                return i;
            }
            if (c == '\\' || (c < ' ' && c >= 0)) {
                return -1;
            }
        }
    }

    /** Behind the value that begins here; -1 where it is not plain. */
    private static int value(byte[] b, int from, int end, FlatRow row, int field) {
        if (from >= end) {
            return -1;
        }
        if (b[from] == '"') {
            int to = text(b, from + 1, end);
            row.from[field] = from + 1;
            row.to[field] = to;
            return to < 0 ? -1 : to + 1;
        }
        int to = from;
        while (to < end && b[to] != ',' && b[to] != ' ' && b[to] != '\t') {
            to++;
        }
        row.from[field] = from;
        row.to[field] = to;
        if (is(b, from, to, "null")) {
            row.to[field] = from;
            return to;
        }
        return isWhole(b, from, to) || is(b, from, to, "true") || is(b, from, to, "false") ? to : -1;
    }

    private static boolean is(byte[] b, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (b[i] != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(byte[] b, int from, int to) {
        if (to == from || to - from > 18 || (b[from] == '0' && to - from > 1)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private boolean named(byte[] b, int fields, int[] nameFrom, int[] nameTo, FlatRow row) {
        int hash = fields;
        for (int f = 0; f < fields; f++) {
            int n = nameTo[f] - nameFrom[f];
            hash = hash * 31 + n;
            hash = hash * 31 + (n == 0 ? 0 : b[nameFrom[f]] * 7 + b[nameTo[f] - 1]);
        }
        Shape[] known = shapes;
        for (Shape s : known) {
            if (s.hash() == hash && isOf(s, b, fields, nameFrom, nameTo)) {
                row.names = s.names();
                return true;
            }
        }
        return known.length < MOST_SHAPES && learned(b, fields, nameFrom, nameTo, hash, row);
    }

    private static boolean isOf(Shape s, byte[] b, int fields, int[] nameFrom, int[] nameTo) {
        if (s.ends().length != fields) {
            return false;
        }
        int start = 0;
        for (int f = 0; f < fields; f++) {
            if (!Arrays.equals(s.bytes(), start, s.ends()[f], b, nameFrom[f], nameTo[f])) {
                return false;
            }
            start = s.ends()[f];
        }
        return true;
    }

    /** A name that is there twice is a mistake, which the reader of all records tells. */
    private synchronized boolean learned(byte[] b, int fields, int[] nameFrom, int[] nameTo, int hash, FlatRow row) {
        for (Shape s : shapes) {
            if (s.hash() == hash && isOf(s, b, fields, nameFrom, nameTo)) {
                row.names = s.names();
                return true;
            }
        }
        List<String> names = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        StringBuilder all = new StringBuilder();
        int[] ends = new int[fields];
        for (int f = 0; f < fields; f++) {
            String name = new String(b, nameFrom[f], nameTo[f] - nameFrom[f], StandardCharsets.UTF_8);
            if (!distinct.add(name)) {
                return false;
            }
            names.add(name);
            all.append(name);
            ends[f] = all.toString().getBytes(StandardCharsets.UTF_8).length;
        }
        Shape[] more = Arrays.copyOf(shapes, shapes.length + 1);
        more[shapes.length] =
                new Shape(hash, all.toString().getBytes(StandardCharsets.UTF_8), ends, new FlatRow.Names(names));
        shapes = more;
        row.names = more[more.length - 1].names();
        return true;
    }
}
