package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.LongText;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.story.RepeatedSheet;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.intake.FileReport;
import dev.rebound.store.ImportRun;
import dev.rebound.words.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Files with what each was recognised as and what it brought. */
final class ImportTable extends TableView<ImportLine> {
    private final Desk desk;
    private final Sentences sentences;
    private final SameNames names;
    private final FilteredList<ImportLine> shown;

    ImportTable(Desk desk, ObservableList<ImportLine> lines, String id) {
        this.desk = desk;
        this.names = new SameNames(lines);
        this.shown = new FilteredList<>(lines);
        // Sorted by itself: what the table would sort once is in no order after the next import.
        SortedList<ImportLine> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        this.sentences = Sentences.in(desk.words().locale());
        setId(id);
        setFixedCellSize(28);
        getStyleClass().add(Styles.DENSE);
        ColumnFit<ImportLine> fit = ColumnFit.of(this);
        lines.addListener((ListChangeListener<ImportLine>) c -> {
            while (c.next()) {
                c.getAddedSubList().forEach(l -> l.reportProperty().addListener((o, before, now) -> fit.grow()));
            }
        });
        RowMenu.of(this, desk);
        setMinHeight(90);
        getColumns()
                .addAll(List.of(
                        status(),
                        file(),
                        feed(),
                        read(),
                        added(),
                        duplicates(),
                        count("rejected", FileReport::rejected, ImportRun::rejected),
                        message()));
    }

    /** Shows the lines that pass, judged now. */
    void show(Predicate<ImportLine> wanted) {
        shown.setPredicate(wanted);
    }

    /** What became of the file, in few words; why it was not imported stands whole beneath the table. */
    private TableColumn<ImportLine, String> message() {
        TableColumn<ImportLine, String> column = Columns.copiedAs(
                text("message", 200, l -> message(l, desk.formats()::minute)), l -> message(l, desk.formats()::full));
        column.setCellFactory(c -> LongText.of(new TooltipCell() {
            @Override
            String full(String outcome) {
                ImportLine line = getTableRow() == null ? null : getTableRow().getItem();
                FileReport report = line == null ? null : line.reportProperty().get();
                ImportRun run = line == null ? null : line.run();
                if (run != null) {
                    return desk.formats().everywhere(run.finishedAt());
                }
                return report == null || report.message().isEmpty()
                        ? outcome
                        : desk.text("activity.chip.term", outcome, sentences.of(report.message()));
            }
        }));
        return column;
    }

    /** Pointing at it tells why it was recognised so. */
    private TableColumn<ImportLine, String> feed() {
        TableColumn<ImportLine, String> column = text("feed", 190, this::feed);
        column.setCellFactory(c -> new TooltipCell() {
            @Override
            String full(String feed) {
                ImportLine line = getTableRow() == null ? null : getTableRow().getItem();
                FileReport report = line == null ? null : line.reportProperty().get();
                return report == null || report.recognitions().isEmpty()
                        ? feed
                        : new RecognitionWords(desk).of(report.recognitions());
            }
        });
        return column;
    }

    private String feed(ImportLine line) {
        FileReport report = line.reportProperty().get();
        return sentences.of(line.run() != null ? line.run().feedName() : report == null ? "" : report.feed());
    }

    private String message(ImportLine line, Function<Instant, String> told) {
        FileReport report = line.reportProperty().get();
        if (line.run() != null) {
            return desk.text("imports.at", told.apply(line.run().finishedAt()));
        }
        if (report == null) {
            Duration left = line.leftProperty().get();
            return left == null ? "" : desk.text("imports.left", desk.formats().span(left));
        }
        if (line.takenBackProperty().get()) {
            return desk.text("imports.status.takenback");
        }
        String status = line.checked() != null
                ? desk.text("imports.status.ready")
                : desk.text("imports.status." + report.status().code());
        String words = report.message().isEmpty() || !isStored(report)
                ? status
                : desk.text("activity.chip.term", status, sentences.of(report.message()));
        return report.zoneAssumed()
                ? words + " "
                        + desk.text("imports.zone", Formats.name(desk.formats().zone()))
                : words;
    }

    private static boolean isStored(FileReport report) {
        return report.contents() == null
                && (report.status() == FileReport.Status.IMPORTED
                        || report.status() == FileReport.Status.ALREADY_IMPORTED);
    }

    private TableColumn<ImportLine, String> text(String name, double width, Function<ImportLine, String> text) {
        TableColumn<ImportLine, String> column = new TableColumn<>(desk.text("imports.column." + name));
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> live(c.getValue(), text));
        column.setCellFactory(c -> new TooltipCell());
        return column;
    }

    /** Files of one export often share a name: each of those says its folder; pointing at it tells the whole path. */
    private TableColumn<ImportLine, String> file() {
        TableColumn<ImportLine, String> column = new TableColumn<>(desk.text("imports.column.file"));
        column.setPrefWidth(230);
        column.setCellValueFactory(c -> names.name(c.getValue()));
        column.setCellFactory(c -> LongText.of(new TooltipCell() {
            @Override
            String full(String name) {
                return getTableRow() == null || getTableRow().getItem() == null
                        ? name
                        : getTableRow().getItem().path();
            }
        }));
        return column;
    }

    private TableColumn<ImportLine, Number> count(
            String name, ToLongFunction<FileReport> ofReport, ToLongFunction<ImportRun> ofRun) {
        TableColumn<ImportLine, Number> column = new TableColumn<>(desk.text("imports.column." + name));
        column.setPrefWidth(104);
        column.setCellValueFactory(c -> live(c.getValue(), line -> {
            FileReport report = line.reportProperty().get();
            return line.run() != null
                    ? (Long) ofRun.applyAsLong(line.run())
                    : report == null ? null : (Long) ofReport.applyAsLong(report);
        }));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Number count, boolean empty) {
                super.updateItem(count, empty);
                setText(empty || count == null ? null : desk.formats().count(count.longValue()));
            }
        });
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        return column;
    }

    /** While a file is read its rows are counted. */
    private TableColumn<ImportLine, Number> read() {
        TableColumn<ImportLine, Number> column = count("read", FileReport::read, ImportRun::read);
        column.setCellValueFactory(c -> live(c.getValue(), line -> {
            FileReport report = line.reportProperty().get();
            long soFar = line.rowsProperty().get();
            return line.run() != null
                    ? (Long) line.run().read()
                    : report != null ? (Long) report.read() : soFar > 0 ? (Long) soFar : null;
        }));
        return column;
    }

    /** What an import added opens those events. */
    private TableColumn<ImportLine, Number> added() {
        TableColumn<ImportLine, Number> column = count("added", FileReport::added, ImportRun::added);
        column.setCellFactory(c -> new TableCell<>() {
            private final CountLink link = new CountLink(desk);

            @Override
            protected void updateItem(@Nullable Number count, boolean empty) {
                super.updateItem(count, empty);
                String text = empty || count == null ? null : desk.formats().count(count.longValue());
                ImportLine line = getTableRow() == null ? null : getTableRow().getItem();
                ImportRun run = empty || line == null ? null : line.run();
                link.setFocusTraversable(false);
                setText(empty || run != null ? null : text);
                setGraphic(run == null || text == null ? null : link.show(text, events(List.of(run))));
            }
        });
        return column;
    }

    /** What an import told though it was known is listed. */
    private TableColumn<ImportLine, Number> duplicates() {
        TableColumn<ImportLine, Number> column = count("duplicates", FileReport::duplicates, ImportRun::duplicates);
        column.setCellFactory(c -> new RepeatedCell());
        return column;
    }

    /** How many events of an import were known before; of one in the store it leads to their list. */
    private final class RepeatedCell extends TableCell<ImportLine, Number> {
        private final Hyperlink link = new Hyperlink();

        RepeatedCell() {
            link.setFocusTraversable(false);
            link.getStyleClass().addAll("count-link", "seen-again");
        }

        @Override
        protected void updateItem(@Nullable Number count, boolean empty) {
            super.updateItem(count, empty);
            String text = empty || count == null ? null : desk.formats().count(count.longValue());
            ImportLine line = getTableRow() == null ? null : getTableRow().getItem();
            ImportRun run = text == null || line == null || "0".equals(text) ? null : line.run();
            setText(run == null ? text : null);
            setGraphic(run == null ? null : link);
            link.setText(text);
            link.setOnAction(e -> {
                link.setVisited(false);
                if (run != null) {
                    new RepeatedSheet(desk).ofImport(run);
                }
            });
        }
    }

    /** The events that imports added. */
    static Place.Activity events(List<ImportRun> runs) {
        List<Match> ids = runs.stream()
                .<Match>map(run -> new Match.Exact(String.valueOf(run.id())))
                .toList();
        Filter added = new Filter.Term(Field.IMPORT, ids.size() == 1 ? ids.getFirst() : new Match.OneOf(ids));
        return new Place.Activity(added.toText(), true, Place.Activity.Grouping.NONE, null);
    }

    private static <T> ObservableValue<T> live(ImportLine line, Function<ImportLine, T> value) {
        return Bindings.createObjectBinding(
                () -> value.apply(line),
                line.reportProperty(),
                line.takenBackProperty(),
                line.leftProperty(),
                line.rowsProperty());
    }

    private TableColumn<ImportLine, ImportLine> status() {
        TableColumn<ImportLine, ImportLine> column = new TableColumn<>();
        column.setPrefWidth(96);
        column.setMaxWidth(96);
        column.setMinWidth(96);
        column.setCellValueFactory(c -> Bindings.createObjectBinding(
                () -> c.getValue(), c.getValue().reportProperty(), c.getValue().takenBackProperty()));
        column.setCellFactory(c -> new StatusCell());
        return column;
    }

    /** A sign for what became of the file, or its progress. */
    private static final class StatusCell extends TableCell<ImportLine, ImportLine> {
        private final ProgressBar bar = new ProgressBar();

        StatusCell() {
            bar.setPrefWidth(80);
        }

        @Override
        protected void updateItem(@Nullable ImportLine line, boolean empty) {
            super.updateItem(line, empty);
            bar.progressProperty().unbind();
            if (empty || line == null) {
                setGraphic(null);
            } else if (line.isRunning()) {
                bar.progressProperty().bind(line.progressProperty());
                setGraphic(bar);
            } else {
                setGraphic(sign(line));
            }
        }

        /** Some of its lines could not be read. */
        private static FontIcon warning(String shape) {
            FontIcon icon = new FontIcon(shape);
            icon.getStyleClass().add("import-unread");
            return icon;
        }

        private static FontIcon sign(ImportLine line) {
            FileReport report = line.reportProperty().get();
            FileReport.Status status = report == null ? FileReport.Status.IMPORTED : report.status();
            if (line.takenBackProperty().get()) {
                return new FontIcon("mdi2u-undo-variant");
            }
            boolean unread = (line.run() != null ? line.run().rejected() : report == null ? 0 : report.rejected()) > 0;
            if (line.checked() != null) {
                return unread
                        ? warning("mdi2c-clipboard-alert-outline")
                        : new FontIcon("mdi2c-clipboard-check-outline");
            }
            if (status == FileReport.Status.IMPORTED && unread) {
                return warning("mdi2a-alert-circle-check-outline");
            }
            FontIcon icon = new FontIcon(
                    switch (status) {
                        case IMPORTED -> "mdi2c-check-bold";
                        case ALREADY_IMPORTED -> "mdi2c-check-all";
                        case NOT_RECOGNISED -> "mdi2h-help-circle-outline";
                        case CANCELLED -> "mdi2c-cancel";
                        case WITHHELD -> "mdi2h-hand-back-right-outline";
                        case FAILED -> "mdi2a-alert";
                    });
            icon.getStyleClass()
                    .add("import-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return icon;
        }
    }

    /** A text that says itself in full when pointed at. */
    private static class TooltipCell extends TableCell<ImportLine, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new javafx.scene.control.Tooltip(full(text)));
        }

        String full(String text) {
            return text;
        }
    }
}
