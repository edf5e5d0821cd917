package dev.rebound.console.cases;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.cases.Pin;
import dev.rebound.console.kit.Desk;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The cases of the store and how they stand in the newest data. The screen's thread only. */
public final class CasesModel {
    /**
     * A case beside the data of now.
     *
     * @param now the figures of now; null where the filter cannot be read any more
     * @param pinned its pinned messages that the data has
     */
    record Line(CaseFile file, @Nullable Figures now, List<MessageRow> pinned) {
        List<Figures.Move> moved() {
            Figures read = file.figures();
            return read == null || now == null ? List.of() : read.movedTo(now);
        }
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable List<Line>> lines = new ReadOnlyObjectWrapper<>();

    /** The cases of a desk's session. */
    public CasesModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
    }

    /** Reads the cases anew. */
    public void ask() {
        Picture picture = desk.picture().getValue().whole();
        desk.background().latest("cases", () -> lines(picture), lines::set);
    }

    private List<Line> lines(Picture picture) throws dev.rebound.store.StoreException {
        List<Line> found = new ArrayList<>();
        for (CaseFile c : CaseText.all(desk.session().ownSettings())) {
            List<MessageRow> pinned = new ArrayList<>();
            for (int m : c.pinned(picture)) {
                pinned.add(picture.row(m));
            }
            found.add(new Line(c, figures(picture, c.filter()), pinned));
        }
        return found;
    }

    private @Nullable Figures figures(Picture picture, String filter) {
        try {
            return Figures.of(picture, filter, desk.session().clock().instant());
        } catch (FilterSyntaxException e) {
            return null;
        }
    }

    /** Keeps a case as it is now; it can be taken back. */
    void keep(CaseFile c, String sentence) {
        desk.changes().make(sentence, Map.of(CaseText.SETTING + c.id(), Optional.of(CaseText.of(c))));
        desk.background().job(() -> c.id(), done -> ask());
    }

    /** Removes a case; it can be taken back. */
    void remove(CaseFile c) {
        desk.changes().make(desk.text("cases.removed", c.name()), Map.of(CaseText.SETTING + c.id(), Optional.empty()));
        desk.background().job(() -> c.id(), done -> ask());
    }

    /** Begins a case about some messages, with the figures of now. */
    public void begin(String name, String question, String filter) {
        Picture picture = desk.picture().getValue().whole();
        desk.background()
                .latest(
                        "case-begin",
                        () -> CaseFile.begun(
                                CaseText.freshId(CaseText.all(desk.session().ownSettings())),
                                name,
                                question,
                                filter,
                                figures(picture, filter),
                                desk.session().clock().instant()),
                        c -> keep(c, desk.text("cases.begun", c.name())));
    }

    /** Pins messages to a case. */
    void pin(CaseFile c, List<MessageRow> rows) {
        List<Pin> pins = rows.stream().map(Pin::of).toList();
        keep(c.pinning(pins, desk.session().clock().instant()), desk.text("cases.pinned", rows.size(), c.name()));
    }

    /** The cases; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** What moved, as a sentence; empty where nothing did. */
    String moved(Line line) {
        Map<String, String> parts = new LinkedHashMap<>();
        line.moved()
                .forEach(m -> parts.put(
                        m.figure(),
                        desk.text(
                                "cases.move",
                                figure(m.figure()),
                                desk.formats().count(m.before()),
                                desk.formats().count(m.now()))));
        return String.join(" · ", parts.values());
    }

    String figure(String code) {
        return switch (code) {
            case "sends" -> desk.text("campaigns.sends");
            case "gap" -> desk.text("campaigns.gap");
            default -> desk.text("state.short." + code);
        };
    }
}
