package dev.rebound.console.invalid;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.AddressLedger;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the list of invalid addresses shows, without a node. The screen's thread only. */
public final class InvalidModel {
    /** One line: an address, and on the audit's tab the send that came after. */
    record Line(InvalidAddress address, @Nullable SendAfterInvalidation send) {}

    /** The lines of a tab and the size of each tab. */
    record Lines(List<Line> lines, int all, int questionable, int sentAfter) {}

    private final Desk desk;
    private final ObjectProperty<Place.Invalid.Tab> tab = new SimpleObjectProperty<>(Place.Invalid.Tab.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Lines> lines = new ReadOnlyObjectWrapper<>();

    /** The ledger of the desk's pictures. */
    public InvalidModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
        tab.addListener((o, before, now) -> ask());
        search.addListener((o, before, now) -> ask());
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        Place.Invalid.Tab wanted = tab.get();
        String text = FilterValues.folded(search.get().strip());
        desk.background().latest("invalid", () -> lines(picture.addresses(), wanted, text), lines::set);
    }

    private static Lines lines(AddressLedger ledger, Place.Invalid.Tab tab, String text) {
        List<Line> all = switch (tab) {
            case ALL -> ledger.invalid().stream().map(a -> new Line(a, null)).toList();
            case QUESTIONABLE ->
                ledger.questionable().stream().map(a -> new Line(a, null)).toList();
            case SENT_AFTER ->
                ledger.audit().stream().map(s -> new Line(s.address(), s)).toList();
        };
        return new Lines(
                all.stream().filter(l -> matches(l.address(), text)).toList(),
                ledger.invalid().size(),
                ledger.questionable().size(),
                ledger.audit().size());
    }

    private static boolean matches(InvalidAddress a, String text) {
        return text.isEmpty()
                || FilterValues.folded(a.address() + " " + a.causedBy() + " "
                                + a.reason().code())
                        .contains(text);
    }

    /** Writes the lines that are shown to a file, in the format of its ending. */
    void export(Path file, Runnable done) {
        Lines shown = Objects.requireNonNull(lines.get());
        MessageRows rows = new MessageRows(desk.formats().zone(), false);
        Rows table = tab.get() == Place.Invalid.Tab.SENT_AFTER
                ? rows.audit(
                        desk.picture().getValue(),
                        shown.lines().stream()
                                .map(l -> Objects.requireNonNull(l.send()))
                                .toList())
                : rows.invalid(
                        desk.picture().getValue(),
                        shown.lines().stream().map(Line::address).toList());
        String name = file.getFileName().toString();
        RowWriter writer =
                RowWriter.named(name.substring(name.lastIndexOf('.') + 1)).orElse(RowWriter.CSV);
        desk.background()
                .job(
                        () -> {
                            try (OutputStream out = Files.newOutputStream(file)) {
                                writer.write(table, desk.words().locale(), out);
                            }
                            return file;
                        },
                        f -> done.run());
    }

    /** The tab that is looked at. */
    public ObjectProperty<Place.Invalid.Tab> tabProperty() {
        return tab;
    }

    /** Text that address, campaign or reason must hold. */
    StringProperty searchProperty() {
        return search;
    }

    /** The lines; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Lines> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
