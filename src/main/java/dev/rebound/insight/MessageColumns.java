package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.column.LongCells;
import dev.rebound.column.RepeatCount;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventText;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Every message and what became of it as columns, ordered by the deciding event. Never changed once made. */
final class MessageColumns {
    /** Texts that a message takes from whichever of its events has them. */
    private static final EventText[] MESSAGE_TEXTS = {
        EventText.CAMPAIGN, EventText.CAMPAIGN_ID, EventText.CANVAS, EventText.CANVAS_ID, EventText.STEP,
        EventText.STEP_ID, EventText.VARIANT, EventText.VARIANT_ID, EventText.DISPATCH_ID, EventText.MESSAGE_ID,
        EventText.SUBJECT, EventText.ESP, EventText.SENDING_IP, EventText.IP_POOL, EventText.FROM_DOMAIN,
        EventText.USER_ID, EventText.EXTERNAL_USER_ID
    };

    /** The events of message m are {@code rows[starts[m]] .. rows[starts[m + 1] - 1]}, in time order. */
    final int[] starts;

    final int[] rows;
    final byte[] join;
    final short[] espSource;
    final byte[] kind;
    final byte[] state;
    final int[] deciding;
    final int[] send;
    final int[] delivery;
    final short[] tries;
    /** One bit for each kind of event that was told, by its ordinal. */
    final short[] kinds;

    final Map<EventText, LongCells> texts = new EnumMap<>(EventText.class);

    private MessageColumns(int messages, int events) {
        starts = new int[messages + 1];
        rows = new int[events];
        join = new byte[messages];
        espSource = new short[messages];
        kind = new byte[messages];
        state = new byte[messages];
        deciding = new int[messages];
        send = new int[messages];
        delivery = new int[messages];
        tries = new short[messages];
        kinds = new short[messages];
    }

    /** Columns that were kept. */
    MessageColumns(
            int[] starts,
            int[] rows,
            byte[] join,
            short[] espSource,
            byte[] kind,
            byte[] state,
            int[] deciding,
            int[] send,
            int[] delivery,
            short[] tries,
            short[] kinds) {
        this.starts = starts;
        this.rows = rows;
        this.join = join;
        this.espSource = espSource;
        this.kind = kind;
        this.state = state;
        this.deciding = deciding;
        this.send = send;
        this.delivery = delivery;
        this.tries = tries;
        this.kinds = kinds;
    }

    /** Has a column of texts found through the events when it is first asked for as a whole. */
    void findLater(EventTable events, EventText field) {
        texts.put(field, LongCells.later(-1, size(), () -> codes(events, field)));
    }

    /** The fields whose texts a message takes from its events, in a fixed order. */
    static List<EventText> fields() {
        return List.of(MESSAGE_TEXTS);
    }

    int size() {
        return kind.length;
    }

    /** Judges messages and puts them in order: event rows are in time order, so the deciding row alone orders them. */
    static MessageColumns judged(EventTable events, MessageGroups.Messages groups, StateRules rules) {
        int n = groups.count();
        MessageColumns found = new MessageColumns(
                groups.starts(),
                groups.rows(),
                groups.join(),
                groups.espSource(),
                new byte[n],
                new byte[n],
                new int[n],
                new int[n],
                new int[n],
                new short[n],
                new short[n]);
        long[] order = new long[n];
        Beside.each(n, (from, to) -> {
            for (int m = from; m < to; m++) {
                found.take(m, rules.judge(groups, m));
                order[m] = ((long) found.deciding[m] << 32) | m;
            }
        });
        Arrays.parallelSort(order);
        int[] from = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = (int) order[i];
        }
        MessageColumns sorted = new MessageColumns(n, groups.rows().length);
        sorted.gather(found, found, from, null);
        sorted.take(field -> sorted.text(events, field));
        return sorted;
    }

    private void take(int m, StateRules.Facts f) {
        kind[m] = (byte) f.kind.ordinal();
        state[m] = (byte) (f.state == null ? -1 : f.state.ordinal());
        deciding[m] = f.deciding;
        send[m] = f.send;
        delivery[m] = f.delivery;
        tries[m] = (short) Math.min(Short.MAX_VALUE, f.tries);
        kinds[m] = (short) f.kinds;
    }

    /** These messages but for some, their rows moved, and others among them. */
    MessageColumns with(MessageColumns others, IntPredicate left, EventChange change) {
        int[] from = new int[size() + others.size()];
        int events = 0;
        int n = 0;
        int o = 0;
        for (int m = 0; m < size(); m++) {
            if (!left.test(m)) {
                int row = change.movedTo(deciding[m]);
                while (o < others.size() && others.deciding[o] < row) {
                    from[n++] = ~o++;
                }
                from[n++] = m;
                events += starts[m + 1] - starts[m];
            }
        }
        while (o < others.size()) {
            from[n++] = ~o++;
        }
        MessageColumns out = new MessageColumns(n, events + others.rows.length);
        int[] chosen = Arrays.copyOf(from, n);
        out.gather(this, others, chosen, change);
        out.take(field -> LongCells.gathered(cells(field), others.cells(field), chosen));
        return out;
    }

    /** Makes the columns of texts, several at a time: none depends on another. */
    private void take(Function<EventText, LongCells> column) {
        List<LongCells> made =
                Arrays.stream(MESSAGE_TEXTS).parallel().map(column).toList();
        for (int i = 0; i < MESSAGE_TEXTS.length; i++) {
            texts.put(MESSAGE_TEXTS[i], made.get(i));
        }
    }

    /** Code of a text of a message; -1 where none of its events has it. */
    int textCode(EventText field, int m) {
        return cells(field).at(m);
    }

    private LongCells cells(EventText field) {
        LongCells column = texts.get(field);
        if (column == null) {
            throw new IllegalArgumentException(field.name());
        }
        return column;
    }

    /** Takes messages of one (and moves their rows) or, where the number is negative, of the other. */
    private void gather(MessageColumns one, MessageColumns other, int[] from, @Nullable EventChange change) {
        for (int i = 0; i < from.length; i++) {
            MessageColumns c = from[i] >= 0 ? one : other;
            int m = from[i] >= 0 ? from[i] : ~from[i];
            starts[i + 1] = starts[i] + c.starts[m + 1] - c.starts[m];
        }
        Beside.each(from.length, (first, end) -> {
            for (int i = first; i < end; i++) {
                gather(from[i] >= 0 ? one : other, from[i] >= 0 ? from[i] : ~from[i], i, from[i] >= 0 ? change : null);
            }
        });
    }

    private void gather(MessageColumns c, int m, int i, @Nullable EventChange moves) {
        join[i] = c.join[m];
        espSource[i] = c.espSource[m];
        kind[i] = c.kind[m];
        state[i] = c.state[m];
        tries[i] = c.tries[m];
        kinds[i] = c.kinds[m];
        deciding[i] = moved(moves, c.deciding[m]);
        send[i] = moved(moves, c.send[m]);
        delivery[i] = moved(moves, c.delivery[m]);
        int at = starts[i];
        for (int k = c.starts[m]; k < c.starts[m + 1]; k++) {
            rows[at++] = moved(moves, c.rows[k]);
        }
    }

    private static int moved(@Nullable EventChange change, int row) {
        return change == null || row < 0 ? row : change.movedTo(row);
    }

    private LongCells text(EventTable events, EventText field) {
        if (!events.isTold(field)) {
            return new LongCells(-1);
        }
        long[] column = codes(events, field);
        return Arrays.stream(column).anyMatch(code -> code >= 0) ? new LongCells(-1, column) : new LongCells(-1);
    }

    private long[] codes(EventTable events, EventText field) {
        long[] column = new long[size()];
        for (int m = 0; m < column.length; m++) {
            column[m] = found(events, field, m);
        }
        return column;
    }

    /** Code of a text of one message, for who asks for a few; -1 where none of its events has it. */
    int code(EventTable events, EventText field, int m) {
        return cells(field).isMade() ? cells(field).at(m) : found(events, field, m);
    }

    private int found(EventTable events, EventText field, int m) {
        int code = -1;
        for (int k = starts[m]; code < 0 && k < starts[m + 1]; k++) {
            code = events.text(field, rows[k]);
        }
        return code;
    }

    /** Some messages as runs of event rows, their rows moved, behind some others. */
    MessageGroups.Messages groups(MessageGroups.Messages others, IntPredicate wanted, EventChange change) {
        int n = others.count();
        int events = others.rows().length;
        for (int m = 0; m < size(); m++) {
            if (wanted.test(m)) {
                n++;
                events += starts[m + 1] - starts[m];
            }
        }
        int[] allStarts = Arrays.copyOf(others.starts(), n + 1);
        int[] allRows = Arrays.copyOf(others.rows(), events);
        byte[] allJoin = Arrays.copyOf(others.join(), n);
        short[] allSources = Arrays.copyOf(others.espSource(), n);
        int i = others.count();
        int at = others.rows().length;
        for (int m = 0; m < size(); m++) {
            if (wanted.test(m)) {
                allStarts[i] = at;
                allJoin[i] = join[m];
                allSources[i++] = espSource[m];
                for (int k = starts[m]; k < starts[m + 1]; k++) {
                    allRows[at++] = change.movedTo(rows[k]);
                }
            }
        }
        allStarts[n] = at;
        return new MessageGroups.Messages(allStarts, allRows, allJoin, allSources);
    }

    /** How often events of each message came again, as {@link RepeatCount}. */
    LongCells repeats(EventTable events, Iterable<Repeats> all) {
        Map<Repeats.Key, Long> counts = Repeats.counts(all);
        LongCells column = new LongCells(0);
        if (counts.isEmpty()) {
            return column;
        }
        Bitmap addresses = Bitmap.none(events.dictionaries().addresses().size());
        counts.keySet().forEach(key -> {
            if (key.address() >= 0) {
                addresses.set(key.address());
            }
        });
        Bitmap concerned = Bitmap.where(size(), m -> addresses.get(events.address(deciding[m])));
        for (int m = concerned.next(0); m >= 0 && !counts.isEmpty(); m = concerned.next(m + 1)) {
            long sum = 0;
            for (int k = starts[m]; k < starts[m + 1]; k++) {
                int row = rows[k];
                // Taken out, so that two messages of one id do not both count it.
                Long n = counts.remove(Repeats.key(events.address(row), field -> events.text(field, row)));
                sum = n == null ? sum : RepeatCount.plus(sum, n);
            }
            if (sum != 0) {
                column.put(m, sum);
            }
        }
        return column;
    }

    /**
     * The campaign of each message: the newest name of its id, else the name it carries, else that of its Canvas in the same way,
     * else the campaign's id, else the Canvas's.
     */
    LongCells campaigns(EventTable events, NewestNames newest, Dictionary labels) {
        LongCells ids = cells(EventText.CAMPAIGN_ID);
        LongCells names = cells(EventText.CAMPAIGN);
        LongCells canvasIds = cells(EventText.CANVAS_ID);
        LongCells canvases = cells(EventText.CANVAS);
        Labels ofCanvasIds = new Labels(labels, events.dictionaries().texts(EventText.CANVAS_ID));
        Labels ofNames = new Labels(labels, events.dictionaries().texts(EventText.CAMPAIGN));
        Labels ofCanvas = new Labels(labels, events.dictionaries().texts(EventText.CANVAS));
        Labels ofIds = new Labels(labels, events.dictionaries().texts(EventText.CAMPAIGN_ID));
        int none = -1;
        LongCells out = new LongCells(-1);
        for (int m = 0; m < size(); m++) {
            int id = ids.at(m);
            int name = named(id, newest.campaigns(), names.at(m));
            if (name >= 0) {
                out.add(ofNames.label(name));
                continue;
            }
            int canvasId = canvasIds.at(m);
            int canvas = named(canvasId, newest.canvases(), canvases.at(m));
            out.add(
                    canvas >= 0
                            ? ofCanvas.label(canvas)
                            : id >= 0 ? ofIds.label(id) : canvasId >= 0 ? ofCanvasIds.label(canvasId) : none);
        }
        return out;
    }

    private static int named(int id, int[] newest, int own) {
        return id >= 0 && newest[id] >= 0 ? newest[id] : own;
    }

    /** The sending service of each message. */
    LongCells esps(EventTable events, Dictionary labels) {
        LongCells esp = cells(EventText.ESP);
        Labels ofEsps = new Labels(labels, events.dictionaries().texts(EventText.ESP));
        int none = -1;
        LongCells out = new LongCells(-1);
        for (int m = 0; m < size(); m++) {
            out.add(esp.at(m) < 0 ? none : ofEsps.label(esp.at(m)));
        }
        return out;
    }

    /** The label of each code of a dictionary, made when first wanted. */
    private static final class Labels {
        private final Dictionary labels;
        private final Dictionary words;
        private final int[] known;

        Labels(Dictionary labels, Dictionary words) {
            this.labels = labels;
            this.words = words;
            this.known = new int[words.size()];
        }

        int label(int code) {
            if (known[code] == 0) {
                known[code] = labels.add(words.value(code)) + 1;
            }
            return known[code] - 1;
        }
    }
}
