package dev.rebound.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts other values into the fields of a raw record: of a JSON object, of a line of a table, of a web form, and of such a record
 * that stands as a value inside another. All that is not replaced stays letter by letter. Pure.
 */
final class RecordFields {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SEPARATORS = ",;\t|";
    private static final Pattern FORM = Pattern.compile("[\\w.%+\\-\\[\\]]+=[^\\s&]*(?:&[\\w.%+\\-\\[\\]]+=[^\\s&]*)*");
    private static final Pattern PAIR = Pattern.compile("([^&=]+)=([^&]*)");

    /** What stands in the place of a value. */
    interface Rewriting {
        /**
         * The new value, or null where the old one stays.
         *
         * @param name of the field, as the source writes it; empty where it is not known
         */
        @Nullable
        String instead(String name, String value);
    }

    private final Rewriting rewriting;

    private RecordFields(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    /** Whether a record names its fields itself. */
    static boolean namesItsFields(String raw) {
        String text = raw.strip();
        return text.startsWith("{")
                || text.startsWith("[{")
                || FORM.matcher(text).matches();
    }

    /** A record that names its fields itself; one that only looks like it is replaced as a whole. */
    static String named(String raw, Rewriting rewriting) {
        RecordFields fields = new RecordFields(rewriting);
        String text = raw.strip();
        if (FORM.matcher(text).matches()) {
            return fields.form(raw);
        }
        String json = fields.json(raw, "", false);
        return json == null ? fields.value("", raw, false) : json;
    }

    /**
     * A line of a table whose columns have these names. A line that has other columns than the names has none, nor has one that
     * two separators split into as many: which of them is meant cannot be told.
     */
    static String row(String raw, List<String> names, Rewriting rewriting) {
        RecordFields fields = new RecordFields(rewriting);
        List<List<int[]>> splits = SEPARATORS
                .chars()
                .mapToObj(separator -> cells(raw, (char) separator))
                .toList();
        List<List<int[]>> fitting =
                splits.stream().filter(cells -> cells.size() == names.size()).toList();
        boolean certain = fitting.size() == 1 || (!fitting.isEmpty() && names.size() == 1);
        List<int[]> best = certain
                ? fitting.getFirst()
                : splits.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int c = 0; c < best.size(); c++) {
            int[] cell = best.get(c);
            String found = raw.substring(cell[0], cell[1]);
            boolean quoted = found.length() > 1 && found.startsWith("\"") && found.endsWith("\"");
            String plain = quoted ? found.substring(1, found.length() - 1).replace("\"\"", "\"") : found;
            String other = fields.value(certain ? names.get(c) : "", plain, false);
            out.append(raw, done, cell[0])
                    .append(other.equals(plain) ? found : quoted ? '"' + other.replace("\"", "\"\"") + '"' : other);
            done = cell[1];
        }
        return out.append(raw, done, raw.length()).toString();
    }

    /** Where the cells of a line stand, with their quotation marks. */
    private static List<int[]> cells(String raw, char separator) {
        List<int[]> cells = new ArrayList<>();
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '\n' || raw.charAt(end - 1) == '\r')) {
            end--;
        }
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < end; i++) {
            char c = raw.charAt(i);
            if (c == '"') {
                quoted = !quoted && (i == from || wasClosed(raw, from, i));
            }
            if (c == separator && !quoted) {
                cells.add(new int[] {from, i});
                from = i + 1;
            }
        }
        cells.add(new int[] {from, end});
        return cells;
    }

    /** Whether the sign before is the quotation mark that seemed to end the cell: two of them are one inside it. */
    private static boolean wasClosed(String raw, int from, int at) {
        return at > from + 1 && raw.charAt(from) == '"' && raw.charAt(at - 1) == '"';
    }

    private String form(String raw) {
        return PAIR.matcher(raw).replaceAll(m -> {
            String plain = decoded(m.group(2));
            String other = value(decoded(m.group(1)), plain, false);
            return Matcher.quoteReplacement(
                    other.equals(plain)
                            ? m.group()
                            : m.group(1) + "=" + URLEncoder.encode(other, StandardCharsets.UTF_8));
        });
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A value that is a record itself is looked into. */
    private String value(String name, String value, boolean ofPerson) {
        String text = value.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            String inner = json(value, name, ofPerson);
            if (inner != null) {
                return inner;
            }
        }
        String other = rewriting.instead(ofPerson ? "" : name, value);
        return other == null ? value : other;
    }

    /**
     * Where a value stands.
     *
     * @param name of its field
     * @param ofPerson whether it stands below a field in which a source keeps what it likes, where no name tells anything
     */
    private record Level(String name, boolean ofPerson) {
        Level below() {
            return new Level(name, ofPerson || HarmlessFields.isOpenBelow(name));
        }
    }

    /** Null where it is no JSON. */
    private @Nullable String json(String raw, String outer, boolean ofPerson) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        Deque<Level> levels = new ArrayDeque<>(List.of(new Level(outer, ofPerson)));
        try (JsonParser parser = JSON.createParser(raw)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    levels.push(levels.element().below());
                } else if (token.isStructEnd()) {
                    levels.pop();
                } else if (token == JsonToken.FIELD_NAME) {
                    levels.push(new Level(parser.currentName(), levels.pop().ofPerson));
                } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    String plain = parser.getText();
                    int from = (int) parser.currentTokenLocation().getCharOffset();
                    int to = token.isNumeric()
                            ? from + plain.length()
                            : (int) parser.currentLocation().getCharOffset();
                    String other = value(levels.element().name, plain, levels.element().ofPerson);
                    if (!other.equals(plain)) {
                        out.append(raw, done, from).append('"');
                        out.append(JsonStringEncoder.getInstance().quoteAsString(other))
                                .append('"');
                        done = to;
                    }
                }
            }
        } catch (IOException e) {
            return null;
        }
        return out.append(raw, done, raw.length()).toString();
    }
}
