package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.insight.AddressEntry;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RowWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the log shows, without a node: the filter text is the one truth, everything else follows. Screen's thread only. */
public final class ActivityModel {
    /** What is shown at first: the last seven days of the data, not of the clock. */
    public static final String LATEST = "since:-7d";

    private static final int HISTORY = 50;

    private final Desk desk;
    private final StringProperty text = new SimpleStringProperty(LATEST);
    private final BooleanProperty newestFirst = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable FilterSyntaxException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ActivityResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PagedRows<MessageRow>> rows = new ReadOnlyObjectWrapper<>(PagedRows.none());
    private final ReadOnlyObjectWrapper<@Nullable Message> selected = new ReadOnlyObjectWrapper<>();
    private final List<String> history = new ArrayList<>();
    private Filter filter = Filter.all();

    /** A log over the desk's pictures. */
    public ActivityModel(Desk desk) {
        this.desk = desk;
        text.addListener((o, before, now) -> read(now));
        newestFirst.addListener((o, before, now) -> page());
        desk.picture().addListener((o, before, now) -> ask());
        read(text.get());
    }

    private void read(String typed) {
        try {
            filter = FilterParser.parse(typed);
            problem.set(null);
        } catch (FilterSyntaxException e) {
            problem.set(e);
            return;
        }
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        Filter asked = filter;
        desk.background().latest("activity", () -> ActivityQuestion.ask(picture, asked), answer -> {
            select(null);
            result.set(answer);
            page();
        });
    }

    private void page() {
        ActivityResult r = result.get();
        if (r == null) {
            return;
        }
        boolean newest = newestFirst.get();
        select(null);
        rows.set(new PagedRows<>(
                r.total(),
                (offset, limit) -> Arrays.stream(r.picture().questions().page(r.rows(), newest, offset, limit))
                        .mapToObj(r.picture()::row)
                        .toList()));
    }

    /** Shows the messages of a filter text. */
    public void show(String filterText) {
        text.set(filterText);
        remember();
    }

    /** Only this value of a field; what the filter said of the field before is dropped. */
    void keepOnly(Field field, String value) {
        show(Filter.and(ActivityQuestion.without(filter, field), term(field, value))
                .toText());
    }

    /** This value too, beside those of the field that are already asked for. */
    void add(Field field, String value) {
        List<Filter> same = filter.chips().stream()
                .filter(c -> ActivityQuestion.concerns(c, field))
                .toList();
        Filter wanted = term(field, value);
        Filter either = same.isEmpty() || same.contains(wanted) ? wanted : either(same, wanted);
        show(Filter.and(ActivityQuestion.without(filter, field), either).toText());
    }

    private static Filter either(List<Filter> same, Filter wanted) {
        List<Filter> parts = new ArrayList<>();
        for (Filter s : same) {
            if (s instanceof Filter.Or or) {
                parts.addAll(or.parts());
            } else {
                parts.add(s);
            }
        }
        parts.add(wanted);
        return new Filter.Or(parts);
    }

    /** Not this value. */
    void exclude(Field field, String value) {
        show(Filter.and(filter, new Filter.Not(term(field, value))).toText());
    }

    /** Without one of the chips. */
    void remove(Filter chip) {
        show(filter.without(chip).toText());
    }

    /** Only a span of time. */
    void narrow(Filter.Term span) {
        Filter rest = filter;
        for (Field time : List.of(Field.TIME, Field.SINCE, Field.UNTIL, Field.ON, Field.AT)) {
            rest = ActivityQuestion.without(rest, time);
        }
        show(Filter.and(rest, span).toText());
    }

    private static Filter term(Field field, String value) {
        if (field == Field.STATE) {
            return FlagWord.named(value)
                    .map(w -> Filter.is(Field.FLAG, w.word()))
                    .orElse(Filter.is(field, value));
        }
        return value.isEmpty() ? new Filter.Not(new Filter.Term(field, new Match.Any())) : Filter.is(field, value);
    }

    /** Keeps the text in the history: the newest last, each once. */
    void remember() {
        String t = text.get().strip();
        history.remove(t);
        if (!t.isEmpty()) {
            history.add(t);
        }
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    /** Earlier filter texts, newest last. */
    List<String> history() {
        return List.copyOf(history);
    }

    /** Looks at one message; null at none. */
    void select(@Nullable MessageRow row) {
        ActivityResult r = result.get();
        if (row == null || r == null) {
            selected.set(null);
            return;
        }
        Message now = selected.get();
        if (now == null || now.details().row().message() != row.message()) {
            selected.set(Message.of(
                    r.picture(), row.message(), desk.session(), desk.words().locale()));
        }
    }

    /** Reads the source's own words of an event. */
    void raw(ChainEvent event, Consumer<RawRecord> answer) {
        desk.background().latest("raw", () -> desk.session().rawRecord(event.importId(), event.rawIndex()), answer);
    }

    /** Reads the dated ledger of an address. */
    void ledger(String address, Consumer<List<AddressEntry>> answer) {
        Picture picture = desk.picture().getValue();
        desk.background().latest("activity-ledger", () -> picture.ledgerOf(address), answer);
    }

    /** Writes the whole result to a file, in the format of its ending. */
    void export(Path file, Runnable done) {
        ActivityResult r = Objects.requireNonNull(result.get());
        boolean newest = newestFirst.get();
        String name = file.getFileName().toString();
        RowWriter writer =
                RowWriter.named(name.substring(name.lastIndexOf('.') + 1)).orElse(RowWriter.CSV);
        desk.background()
                .job(
                        () -> {
                            int[] all = r.picture().questions().page(r.rows(), newest, 0, Integer.MAX_VALUE);
                            try (OutputStream out = Files.newOutputStream(file)) {
                                writer.write(
                                        new MessageRows(desk.formats().zone(), false).messages(r.picture(), all),
                                        desk.words().locale(),
                                        out);
                            }
                            return all.length;
                        },
                        n -> done.run());
    }

    /** The filter text as typed; setting it asks. */
    public StringProperty textProperty() {
        return text;
    }

    /** The order of the rows. */
    BooleanProperty newestFirstProperty() {
        return newestFirst;
    }

    /** Why the text cannot be read; the last good result stays. */
    ReadOnlyObjectProperty<@Nullable FilterSyntaxException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The newest answer; null before the first. */
    ReadOnlyObjectProperty<@Nullable ActivityResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The rows of the answer in the wanted order. */
    ReadOnlyObjectProperty<PagedRows<MessageRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The message that is looked at; null when none is. */
    ReadOnlyObjectProperty<@Nullable Message> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The filter that was read last. */
    Filter filter() {
        return filter;
    }
}
