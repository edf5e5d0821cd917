package dev.rebound.console.imports;

import dev.rebound.domain.EventKind;
import dev.rebound.feeds.profile.ColumnMapping;
import dev.rebound.feeds.profile.ColumnMapping.Missing;
import dev.rebound.feeds.profile.MappedRows;
import dev.rebound.feeds.profile.TableSample;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the operator says of an unknown table, and what its first rows become by that. The screen's thread only. */
final class MappingModel {
    /** Rows that are shown. */
    static final int PREVIEWED = 20;

    private final TableSample table;
    private final Consumer<ColumnMapping> save;
    private final ReadOnlyObjectWrapper<ColumnMapping> mapping;
    private final ObservableList<MappedRows.Row> rows = FXCollections.observableArrayList();

    MappingModel(TableSample table, ZoneId zone, Consumer<ColumnMapping> save) {
        this.table = table;
        this.save = save;
        this.mapping = new ReadOnlyObjectWrapper<>(ColumnMapping.suggested(table, zone));
        preview(mapping.get());
    }

    TableSample table() {
        return table;
    }

    ReadOnlyObjectProperty<ColumnMapping> mappingProperty() {
        return mapping.getReadOnlyProperty();
    }

    ColumnMapping mapping() {
        return mapping.get();
    }

    /** The first rows as they would be stored, or why not. Before an address is known there are none. */
    ObservableList<MappedRows.Row> rows() {
        return rows;
    }

    private void change(UnaryOperator<ColumnMapping> by) {
        ColumnMapping now = by.apply(mapping.get());
        preview(now);
        mapping.set(now);
    }

    private void preview(ColumnMapping now) {
        boolean readable =
                !now.columns().getOrDefault(ColumnMapping.Target.ADDRESS, "").isEmpty();
        rows.setAll(
                readable
                        ? MappedRows.of(
                                table,
                                now.withName(now.id().isEmpty() ? "x" : now.name())
                                        .profile(table),
                                now.zone(),
                                PREVIEWED)
                        : List.of());
    }

    /** Chooses a column; null for none. A column of times or kinds brings its own question with it. */
    void choose(ColumnMapping.Target target, @Nullable String column) {
        change(m -> {
            ColumnMapping changed = m.with(target, column);
            return switch (target) {
                case KIND -> changed.withWordsOf(table);
                case TIME -> changed.withDates(changed.datesTold(table));
                default -> changed;
            };
        });
    }

    void name(String name) {
        change(m -> m.withName(name));
    }

    void word(String word, EventKind kind) {
        change(m -> m.withWord(word, kind));
    }

    void everyRow(@Nullable EventKind kind) {
        change(m -> m.withEveryRow(kind));
    }

    void dates(@Nullable String order) {
        change(m -> m.withDates(order));
    }

    void zone(ZoneId zone) {
        change(m -> m.withZone(zone));
    }

    /** The words of the chosen column with how often each stands in the rows that were looked at. */
    Map<String, Integer> words() {
        String column = mapping.get().columns().get(ColumnMapping.Target.KIND);
        return column == null ? Map.of() : table.words(column);
    }

    /** Whether somebody must say whether the day or the month comes first. */
    boolean asksForDates() {
        return mapping.get().needsDates(table);
    }

    List<Missing> missing() {
        return mapping.get().missing(table);
    }

    /** Keeps the reader and imports the file with it; nothing while something is missing. */
    void save() {
        if (missing().isEmpty()) {
            save.accept(mapping.get());
        }
    }
}
