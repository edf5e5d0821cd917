package dev.rebound.console.export;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Job;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.Picture;
import dev.rebound.report.CsvDialect;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RequestText;
import dev.rebound.report.RowExport;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import dev.rebound.words.ProgramVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The choices of an export and its writing. The screen's thread only. */
final class ExportModel {
    private final Desk desk;
    private final Place.Export subject;
    private final ObjectProperty<RowWriter> format = new SimpleObjectProperty<>(RowWriter.CSV);
    private final ObjectProperty<Character> separator = new SimpleObjectProperty<>();
    private final BooleanProperty byteOrderMark = new SimpleBooleanProperty();
    private final BooleanProperty everyColumn = new SimpleBooleanProperty();
    private final BooleanProperty masked = new SimpleBooleanProperty();
    private final BooleanProperty about = new SimpleBooleanProperty(true);

    ExportModel(Desk desk, Place.Export subject) {
        this.desk = desk;
        this.subject = subject;
        CsvDialect usual = CsvDialect.of(desk.words().locale());
        separator.set(usual.separator());
        byteOrderMark.set(usual.byteOrderMark());
        everyColumn.set(subject.shown().isEmpty());
    }

    /** Writes the rows; the dialog that chose the file has asked before it replaces one. */
    void write(Path file) {
        RowWriter wanted = format.get();
        CsvDialect dialect = new CsvDialect(separator.get(), byteOrderMark.get());
        boolean mask = masked.get();
        boolean told = about.get();
        List<String> columns = everyColumn.get() ? List.of() : subject.shown();
        Picture picture = desk.picture().getValue();
        MessageRows rows = new MessageRows(desk.formats().zone(), mask);
        desk.background()
                .job(
                        desk.text("export.job", String.valueOf(file.getFileName())),
                        job -> {
                            List<RowExport.Fact> facts = told ? facts(picture, mask) : List.of();
                            Rows all = RowExport.columns(subject.rows().apply(rows), columns);
                            return write(new RowExport(wanted, dialect, facts), all, file, job);
                        },
                        written -> desk.notices()
                                .tell(desk.text("export.done", String.valueOf(written.getFileName()), subject.count())),
                        () -> desk.notices().tell(desk.text("export.stopped", String.valueOf(file.getFileName()))));
    }

    private Path write(RowExport export, Rows rows, Path file, Job job) throws IOException {
        export.write(rows, file, true, n -> job.tell(n, subject.count()), job::isGivenUp);
        return file;
    }

    /** What a reader must know of the rows. */
    private List<RowExport.Fact> facts(Picture picture, boolean mask) throws StoreException {
        List<RowExport.Fact> facts = new ArrayList<>();
        fact(facts, "rows", desk.formats().count(subject.count()) + " (" + masked(subject.about(), mask) + ")");
        fact(facts, "filter", subject.filter().isEmpty() ? "*" : masked(subject.filter(), mask));
        fact(facts, "zone", Formats.name(desk.formats().zone()));
        fact(facts, "addresses", desk.text(mask ? "export.masked" : "export.full"));
        Instant first = picture.dataStart();
        Instant last = picture.dataEnd();
        if (first != null && last != null) {
            fact(
                    facts,
                    "data",
                    desk.formats().full(first) + " – " + desk.formats().full(last));
        }
        List<Coverage.Hole> holes = picture.coverage().requests();
        fact(facts, "coverage", holes.isEmpty() ? desk.text("export.covered") : "");
        for (Coverage.Hole hole : holes) {
            fact(facts, "missing", RequestText.of(hole, desk.session().fileToAskFor(hole), desk.words()));
        }
        for (ImportRun run : desk.session().imports()) {
            fact(
                    facts,
                    "file",
                    picture.file(run.id()) + "  SHA-256 " + run.source().sha256());
        }
        fact(facts, "version", "Rebound " + ProgramVersion.TEXT);
        facts.removeIf(f -> f.content().isEmpty());
        return facts;
    }

    private static String masked(String text, boolean mask) {
        return mask ? dev.rebound.report.Mask.of(text) : text;
    }

    private void fact(List<RowExport.Fact> facts, String key, String content) {
        facts.add(new RowExport.Fact(desk.text("export.fact." + key), content));
    }

    Place.Export subject() {
        return subject;
    }

    ObjectProperty<RowWriter> formatProperty() {
        return format;
    }

    ObjectProperty<Character> separatorProperty() {
        return separator;
    }

    BooleanProperty byteOrderMarkProperty() {
        return byteOrderMark;
    }

    BooleanProperty everyColumnProperty() {
        return everyColumn;
    }

    BooleanProperty maskedProperty() {
        return masked;
    }

    BooleanProperty aboutProperty() {
        return about;
    }
}
