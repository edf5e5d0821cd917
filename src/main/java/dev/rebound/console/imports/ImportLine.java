package dev.rebound.console.imports;

import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportOptions;
import dev.rebound.store.ImportRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One file: of a job that runs, of one that ended, or of an earlier day. The screen's thread only, but for giving up. */
final class ImportLine {
    private final String name;
    private final @Nullable Path file;
    private final @Nullable ImportRun run;
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final LongProperty rows = new SimpleLongProperty();
    private final ObjectProperty<@Nullable Duration> left = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable FileReport> report = new SimpleObjectProperty<>();
    private @Nullable ImportOptions options;
    private final BooleanProperty takenBack = new SimpleBooleanProperty();
    private final AtomicBoolean givenUp = new AtomicBoolean();

    private ImportLine(String name, @Nullable Path file, @Nullable ImportRun run) {
        this.name = name;
        this.file = file;
        this.run = run;
    }

    static ImportLine of(Path file) {
        return new ImportLine(String.valueOf(file.getFileName()), file, null);
    }

    static ImportLine of(ImportRun run) {
        return new ImportLine(run.source().name(), null, run);
    }

    String name() {
        return name;
    }

    /** Where the file lay when it was imported. */
    String path() {
        return run != null ? run.source().path() : String.valueOf(file);
    }

    @Nullable
    Path file() {
        return file;
    }

    /** The import of an earlier day; null for files of this window's jobs. */
    @Nullable
    ImportRun run() {
        return run;
    }

    /** Share of the bytes read, or -1 before the first. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** How many rows were read so far. */
    LongProperty rowsProperty() {
        return rows;
    }

    /** How long it will still take; null where nobody can say. */
    ObjectProperty<@Nullable Duration> leftProperty() {
        return left;
    }

    /** What became of it; null while it waits or runs. */
    ObjectProperty<@Nullable FileReport> reportProperty() {
        return report;
    }

    /** Says how it was read. */
    void readBy(ImportOptions how) {
        options = how;
    }

    /** How it was read; null before it is, and for an import of an earlier day. */
    @Nullable
    ImportOptions options() {
        return options;
    }

    /** How it was read where it was only checked and can be imported so; else null. */
    @Nullable
    ImportOptions checked() {
        FileReport told = report.get();
        return told == null || told.contents() == null ? null : options;
    }

    /** Whether what this window imported of it was taken back since. */
    BooleanProperty takenBackProperty() {
        return takenBack;
    }

    /** Wants the file given up. */
    void giveUp() {
        givenUp.set(true);
    }

    /** Whether the file shall be given up; any thread. */
    boolean isGivenUp() {
        return givenUp.get();
    }

    /** Whether it still waits or runs. */
    boolean isRunning() {
        return run == null && report.get() == null;
    }
}
