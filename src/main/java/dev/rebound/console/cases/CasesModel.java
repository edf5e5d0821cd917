package dev.rebound.console.cases;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.cases.Pin;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import dev.rebound.report.OwnersFile;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The cases of the store and how they stand in the newest data. The screen's thread only. */
public final class CasesModel {
    /**
     * A case beside the data of now.
     *
     * @param now the figures of now; null where the filter cannot be read any more
     * @param pinned its pins, each with its message where the data has it
     */
    record Line(CaseFile file, @Nullable Figures now, Map<Pin, Optional<MessageRow>> pinned) {
        List<Figures.Move> moved() {
            Figures read = file.figures();
            return read == null || now == null ? List.of() : read.movedTo(now);
        }
    }

    private static final long LARGEST_CASE = 1_000_000;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable List<Line>> lines = new ReadOnlyObjectWrapper<>();
    private final StringProperty wanted = new SimpleStringProperty("");

    /** The cases of a desk's session. */
    public CasesModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
    }

    /** Wants a case chosen by its number; empty wants none in particular. */
    public void want(String id) {
        wanted.set(id);
    }

    /** The number of the case that is wanted and not yet chosen. */
    StringProperty wantedProperty() {
        return wanted;
    }

    /** Reads the cases anew. */
    public void ask() {
        Picture picture = desk.picture().getValue().whole();
        desk.background().latest("cases", () -> lines(picture), lines::set);
    }

    private List<Line> lines(Picture picture) throws StoreException {
        List<Line> found = new ArrayList<>();
        for (CaseFile c : CaseText.all(desk.session().ownSettings())) {
            Map<Pin, Optional<MessageRow>> pinned = new LinkedHashMap<>();
            for (Pin p : c.pins()) {
                OptionalInt m = p.in(picture);
                pinned.put(p, m.isPresent() ? Optional.of(picture.row(m.getAsInt())) : Optional.empty());
            }
            found.add(new Line(c, figures(picture, c), pinned));
        }
        return found;
    }

    private @Nullable Figures figures(Picture picture, CaseFile c) {
        try {
            return Figures.of(picture, c, desk.session().clock().instant());
        } catch (FilterSyntaxException e) {
            return null;
        }
    }

    /** The messages that a figure of a case counts. */
    static Filter rows(CaseFile c, String figure) {
        try {
            Filter sends = Filter.and(c.subject(), Filter.is(Field.FLAG, FlagWord.SENT.word()));
            return switch (figure) {
                case "sends" -> sends;
                case "gap" ->
                    Filter.and(
                            sends,
                            new Filter.Not(new Filter.Or(List.of(
                                    Filter.is(Field.FLAG, FlagWord.DELIVERED.word()),
                                    Filter.is(Field.FLAG, FlagWord.RETURNED.word())))));
                default -> Filter.and(sends, Filter.is(Field.STATE, figure));
            };
        } catch (FilterSyntaxException e) {
            throw new IllegalArgumentException("a case with figures has a filter", e);
        }
    }

    /** Keeps a case as it is now; it can be taken back. */
    void keep(CaseFile c, String sentence) {
        desk.changes().make(sentence, Map.of(CaseText.SETTING + c.id(), Optional.of(CaseText.of(c))));
        desk.background().job(() -> c.id(), done -> ask());
    }

    /** Keeps a case with other rows; where its figures count those, nothing has moved: they are read anew. */
    void keepRows(CaseFile c, String sentence) {
        Picture picture = desk.picture().getValue().whole();
        desk.background().latest("case-rows", () -> counted(picture, c), counted -> keep(counted, sentence));
    }

    private CaseFile counted(Picture picture, CaseFile c) {
        Figures fresh = c.filter().isBlank() ? figures(picture, c) : null;
        return fresh == null ? c : c.read(fresh);
    }

    /** Removes a case; it can be taken back. */
    void remove(CaseFile c) {
        desk.changes()
                .make(
                        desk.text("cases.removed", desk.person(c.name())),
                        Map.of(CaseText.SETTING + c.id(), Optional.empty()));
        desk.background().job(() -> c.id(), done -> ask());
    }

    /** Begins a case that holds some messages, with the figures of now, and with the view that showed them if wanted. */
    void begin(String name, String question, String filter, Place.Pin holding, boolean keepView) {
        Picture picture = desk.picture().getValue().whole();
        Instant now = desk.session().clock().instant();
        desk.background()
                .latest(
                        "case-begin",
                        () -> {
                            CaseFile c = CaseFile.begun(freshId(), name, question, filter, null, now)
                                    .pinning(pins(picture, holding), now)
                                    .about(holding.addresses(), now);
                            CaseFile viewing = keepView ? c.viewing(holding.filter(), now) : c;
                            Figures fresh = figures(picture, viewing);
                            return fresh == null ? viewing : viewing.read(fresh);
                        },
                        c -> keep(c, desk.text("cases.begun", desk.person(c.name()))));
    }

    private String freshId() throws StoreException {
        return CaseText.freshId(CaseText.all(desk.session().ownSettings()));
    }

    private static List<Pin> pins(Picture picture, Place.Pin pin) {
        return Arrays.stream(pin.messages())
                .mapToObj(m -> Pin.of(picture.row(m)))
                .toList();
    }

    /** Puts messages and persons into a case, and the filter that showed them where it is wanted. */
    void pin(CaseFile c, Place.Pin pin, boolean keepView) {
        Instant now = desk.session().clock().instant();
        CaseFile fuller =
                c.pinning(pins(desk.picture().getValue().whole(), pin), now).about(pin.addresses(), now);
        keepRows(
                keepView ? fuller.viewing(pin.filter(), now) : fuller,
                pin.messages().length == 0
                        ? desk.text("cases.kept", desk.person(c.name()))
                        : desk.text("cases.pinned", pin.messages().length, desk.person(c.name())));
    }

    /** Takes in cases that a colleague gave. */
    public void takeIn(List<Path> files) {
        for (Path file : files) {
            desk.background()
                    .job(
                            () -> CaseText.read(freshId(), Files.readString(file)),
                            given -> given.ifPresentOrElse(
                                    c -> keep(c, desk.text("cases.taken", desk.person(c.name()))),
                                    () -> desk.notices()
                                            .tell(desk.text("cases.notone", String.valueOf(file.getFileName())))));
        }
    }

    /** Whether a file is a case that a colleague gave. */
    public static boolean isGiven(Path file) {
        try {
            return file.toString().endsWith(".json")
                    && Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST_CASE
                    && CaseText.read("", Files.readString(file)).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes a case for a colleague, without anybody's address in full. */
    void give(CaseFile c, boolean rows, Path file) {
        Picture picture = desk.picture().getValue().whole();
        desk.background()
                .job(
                        () -> {
                            OwnersFile.write(file, CaseText.forColleague(c, picture, rows));
                            return file;
                        },
                        done -> desk.notices()
                                .tell(desk.text("activity.exported", String.valueOf(file.getFileName()))));
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
