package dev.rebound.console.invalid;

import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.insight.BouncedFacts;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns that a person may add to the list, and which of them are wanted: kept from one start to the next. */
final class MoreColumns {
    private static final String NAME = "invalid.columns";

    private final Desk desk;
    private final Supplier<InvalidModel.@Nullable Lines> shown;
    private final List<TableColumn<Line, ?>> columns;
    private final Set<String> wanted = new LinkedHashSet<>();
    private Runnable changed = () -> {};

    /** @param shown the lines that stand in the list now */
    MoreColumns(Desk desk, Supplier<InvalidModel.@Nullable Lines> shown) {
        this.desk = desk;
        this.shown = shown;
        TableColumn<Line, String> delivered =
                text("delivered", desk.text("invalid.column.delivered"), 130, this::delivered);
        delivered.setSortable(false);
        Columns.copiedAs(
                delivered,
                line -> of(line, (picture, a) -> {
                    Instant at = facts().lastDeliveryBefore(a.address());
                    return at == null ? "" : desk.formats().iso(at);
                }));
        TableColumn<Line, String> decision = text(
                "decision",
                desk.text("invalid.column.decision"),
                160,
                (picture, a) -> decision(picture, a, at -> desk.formats().minute(at)));
        Columns.copiedAs(
                decision,
                line -> of(
                        line,
                        (picture, a) ->
                                decision(picture, a, at -> desk.formats().full(at))));
        columns = List.of(
                text("esp", Field.ESP, 120, MoreColumns::service),
                reply(),
                text("domain", Field.DOMAIN, 150, (picture, a) -> domain(a)),
                text(
                        "provider",
                        Field.PROVIDER,
                        120,
                        (picture, a) -> picture.providers().of(domain(a))),
                bounces(),
                delivered,
                text("users", desk.text("invalid.column.users"), 140, this::users),
                decision,
                note());
        desk.remembered().get(NAME).ifPresent(kept -> wanted.addAll(Arrays.asList(kept.split(",", -1))));
    }

    /** The columns, wanted or not, in their order. */
    List<TableColumn<Line, ?>> columns() {
        return columns;
    }

    /** Whether a column is one of these and wanted. */
    boolean isWanted(TableColumn<Line, ?> column) {
        return columns.contains(column) && wanted.contains(column.getId());
    }

    /** What is done once other columns are wanted. */
    void onChange(Runnable act) {
        changed = act;
    }

    /** A tick for each column. */
    List<MenuItem> ticks() {
        return columns.stream().<MenuItem>map(this::tick).toList();
    }

    private CheckMenuItem tick(TableColumn<Line, ?> column) {
        CheckMenuItem tick = new CheckMenuItem(column.getText());
        tick.setId("column-" + column.getId());
        tick.setSelected(wanted.contains(column.getId()));
        tick.setOnAction(e -> {
            if (tick.isSelected()) {
                wanted.add(column.getId());
            } else {
                wanted.remove(column.getId());
            }
            desk.remembered().put(NAME, wanted.isEmpty() ? null : String.join(",", wanted));
            changed.run();
        });
        return tick;
    }

    private TableColumn<Line, String> text(
            String id, Field field, double width, BiFunction<Picture, InvalidAddress, String> text) {
        return text(id, new FilterWords(desk.words()).field(field), width, text);
    }

    private TableColumn<Line, String> text(
            String id, String name, double width, BiFunction<Picture, InvalidAddress, String> text) {
        TableColumn<Line, String> column = Columns.text(name, width, line -> of(line, text));
        column.setId(id);
        return column;
    }

    private String of(Line line, BiFunction<Picture, InvalidAddress, String> text) {
        InvalidModel.Lines lines = shown.get();
        return lines == null || line.invalid() == null ? "" : desk.person(text.apply(lines.picture(), line.invalid()));
    }

    private TableColumn<Line, String> reply() {
        TableColumn<Line, String> column = Columns.longText(
                new FilterWords(desk.words()).field(Field.REPLY),
                line -> of(line, (picture, a) -> {
                    String reply = picture.chainEvent(a.event()).reply();
                    return reply == null ? "" : reply.replace('\n', ' ');
                }));
        column.setId("reply");
        return column;
    }

    private TableColumn<Line, String> note() {
        TableColumn<Line, String> column = Columns.longText(new FilterWords(desk.words()).field(Field.NOTE), line -> {
            InvalidModel.Lines lines = shown.get();
            String note = lines == null ? null : lines.picture().addressNote(line.address());
            return note == null ? "" : desk.person(note.replace('\n', ' '));
        });
        column.setId("note");
        return column;
    }

    /** Every bounce of the address, whatever its kind: the number opens these events. */
    private TableColumn<Line, ?> bounces() {
        CountColumn<Line> column = new CountColumn<>(
                desk,
                desk.text("invalid.column.bounces"),
                130,
                line -> facts().bounces(line.address()),
                MoreColumns::bounces);
        column.setId("bounces");
        return column;
    }

    private static Place bounces(Line line) {
        Filter kinds = new Filter.Term(
                Field.KIND,
                new Match.OneOf(BouncedFacts.BOUNCES.stream()
                        .sorted()
                        .<Match>map(kind -> new Match.Exact(kind.name().toLowerCase(Locale.ROOT)))
                        .toList()));
        return new Place.Activity(
                Filter.and(Filter.is(Field.ADDRESS, line.address()), kinds).toText(),
                true,
                Place.Activity.Grouping.NONE,
                null);
    }

    private BouncedFacts facts() {
        InvalidModel.Lines lines = shown.get();
        return lines == null ? BouncedFacts.none() : lines.facts();
    }

    /** Who sent the message that caused it; of an entry of a list, who keeps that. */
    private static String service(Picture picture, InvalidAddress a) {
        String esp = a.message() < 0 ? "" : picture.row(a.message()).esp();
        return esp.isEmpty() ? picture.chainEvent(a.event()).source() : esp;
    }

    private static String domain(InvalidAddress a) {
        return a.address().substring(a.address().lastIndexOf('@') + 1);
    }

    private String delivered(Picture picture, InvalidAddress a) {
        Instant at = facts().lastDeliveryBefore(a.address());
        return at == null ? "–" : desk.formats().minute(at);
    }

    private String users(Picture picture, InvalidAddress a) {
        return facts().users(a.address()).stream().collect(Collectors.joining(", "));
    }

    /** What was decided in this console: who looks at the list stays invalid there or was marked anew after being freed. */
    private String decision(Picture picture, InvalidAddress a, Function<Instant, String> told) {
        DataSettings.AddressMark mark = picture.settings().addressMarks().get(a.address());
        return mark == null
                ? ""
                : desk.text(
                        mark.valid() ? "invalid.decision.valid" : "invalid.decision.invalid", told.apply(mark.at()));
    }
}
