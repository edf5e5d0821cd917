package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.RepeatedEvents.Repeated;
import dev.rebound.store.ImportRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TableView;

/** A list of events that were known already: what each told, of whom, how often, and which file told it again. */
public final class RepeatedTable extends TableView<Repeated> {
    private final Desk desk;
    private Map<Long, ImportRun> imports;

    /** An empty list; the imports are those that its events name. */
    public RepeatedTable(Desk desk, Map<Long, ImportRun> imports) {
        this.desk = desk;
        this.imports = imports;
        setId("repeated");
        setFixedCellSize(28);
        getStyleClass().add(Styles.DENSE);
        ColumnFit.of(this);
        RowMenu.of(this, desk);
        getColumns()
                .addAll(List.of(
                        Columns.text(
                                desk.text("field.kind"),
                                120,
                                r -> r.kind() == null
                                        ? ""
                                        : desk.text("kind." + r.kind().name().toLowerCase(Locale.ROOT))),
                        Columns.number(
                                desk.text("repeated.column.count"),
                                70,
                                Repeated::count,
                                r -> desk.formats().count(r.count())),
                        Columns.addresses(desk, desk.text("field.address"), 200, r -> r.address()),
                        Columns.longText(desk.text("field.message_id"), Repeated::id),
                        Columns.text(
                                desk.text("repeated.column.known"),
                                130,
                                r -> r.by() == null
                                        ? ""
                                        : desk.text(r.isProbable() ? "repeated.known.probable" : "repeated.known.id")),
                        Columns.longText(desk.text("field.file"), this::file)));
        // The copies themselves are not kept; what they are copies of is.
        Opening.of(this, r -> {
            if (!r.address().isEmpty()) {
                desk.sheets().close();
                desk.navigator().go(Place.Activity.of(messages(r)));
            }
        });
    }

    /** Lists other events, of other imports. */
    public void list(List<Repeated> events, Map<Long, ImportRun> named) {
        imports = named;
        getItems().setAll(events);
    }

    /** The messages of the address with such copies. */
    private static Filter messages(Repeated r) {
        FlagWord copies = r.isProbable() ? FlagWord.PROBABLE_DUPLICATE : FlagWord.DUPLICATE;
        return Filter.and(Filter.is(Field.ADDRESS, r.address()), Filter.is(Field.FLAG, copies.word()));
    }

    private String file(Repeated r) {
        ImportRun run = imports.get(r.importId());
        return run == null
                ? ""
                : desk.text("repeated.file", run.source().name(), desk.formats().minute(run.finishedAt()));
    }
}
