package dev.rebound.console.imports;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Job;
import dev.rebound.console.kit.PastedExport;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.Recognition;
import dev.rebound.feeds.profile.FeedProfile;
import dev.rebound.feeds.profile.TableSample;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.ImportReport;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The imports: those that run, those that ended and those of before. The screen's thread only. */
public final class ImportsModel {
    /** How often a file's progress is shown at most. */
    private static final long PROGRESS_EVERY_MILLIS = 80;

    private static final String CHECK_ONLY = "imports.checkonly";
    private static final Comparator<ImportLine> FIRST_TO_SEE =
            Comparator.<ImportLine, Boolean>comparing(l -> l.checked() == null).thenComparing(l -> !isTroubled(l));

    private final Desk desk;
    private final ObservableList<ImportLine> lines = FXCollections.observableArrayList();
    private final Set<ImportLine> latest = new HashSet<>();
    private final ObservableList<ImportLine> earlier = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final BooleanProperty checkOnly = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper troubled = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper ready = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Withheld> waiting = new ReadOnlyObjectWrapper<>();
    private final ImportUndo undo;
    private int asked;

    /** Files of which much cannot be read, until a person says what becomes of them. */
    private record Withheld(
            List<FileReport> files, ZoneId zone, @Nullable String reader) {}

    /** Imports into the desk's session. */
    public ImportsModel(Desk desk) {
        this.desk = desk;
        undo = new ImportUndo(desk, lines, this::importFiles);
        desk.picture().addListener((o, before, now) -> list());
        checkOnly.set(desk.remembered().get(CHECK_ONLY).isPresent());
        checkOnly.addListener((o, was, is) -> desk.remembered().put(CHECK_ONLY, is ? "yes" : null));
        lines.addListener((ListChangeListener<ImportLine>) c -> countReady());
        list();
    }

    private void list() {
        desk.background().latest("imports", () -> desk.session().imports(), runs -> {
            List<ImportLine> all =
                    new ArrayList<>(runs.stream().map(ImportLine::of).toList());
            Collections.reverse(all);
            earlier.setAll(all);
        });
    }

    /** Imports files and folders after those that already wait; asks first where times carry no zone. */
    public void importFiles(List<Path> paths) {
        if (!paths.isEmpty()) {
            // Each question is its own: a later one must not make an earlier import fall away.
            desk.background().latest("zones " + asked++, () -> desk.session().unzoned(paths), unzoned -> {
                if (unzoned.isEmpty()) {
                    importFiles(paths, desk.formats().zone(), null, ImportOptions.ASKED_ABOVE);
                } else {
                    new ZoneSheet(
                                    desk,
                                    unzoned,
                                    checkOnly.get(),
                                    zone -> importFiles(paths, zone, null, ImportOptions.ASKED_ABOVE))
                            .open();
                }
            });
        }
    }

    /** Asks what the columns of a file that no feed knows are, keeps the answer as a reader and imports the file with it. */
    void mapColumns(Path file) {
        desk.background().latest("table", () -> TableSample.of(file), found -> {
            if (found.isEmpty()) {
                desk.notices().tell(desk.text("mapping.notable", file.getFileName()));
            } else {
                TableSample table = found.get();
                new MappingSheet(
                                desk,
                                new MappingModel(
                                        table, desk.formats().zone(), said -> importWith(file, said.profile(table))))
                        .open();
            }
        });
    }

    private void importWith(Path file, FeedProfile reader) {
        desk.background()
                .job(
                        () -> {
                            desk.session().saveReader(reader);
                            return reader;
                        },
                        saved -> importFiles(
                                List.of(file), desk.formats().zone(), saved.id(), ImportOptions.ASKED_ABOVE));
    }

    private void importFiles(List<Path> paths, ZoneId zone, @Nullable String reader, double mostUnreadable) {
        importFiles(paths, new ImportOptions(zone, reader, checkOnly.get(), mostUnreadable));
    }

    /** Reads the file of an import once more; what it tells then takes the place of the import. */
    void readAgain(ImportRun run, String reader, ZoneId zone) {
        importFiles(
                List.of(Path.of(run.source().path())),
                new ImportOptions(zone, reader, false, ImportOptions.ASKED_ABOVE, true),
                run);
    }

    private void importFiles(List<Path> paths, ImportOptions options) {
        importFiles(paths, options, null);
    }

    /** Whether a file of this window can be read by another reader: what is in the store is read again there. */
    static boolean isToBeReadOtherwise(@Nullable ImportLine line) {
        return line != null
                && line.file() != null
                && line.options() != null
                && (line.checked() != null || isTroubled(line));
    }

    /** Asks by which reader a file is read, and checks or imports it so. */
    void chooseReader(ImportLine line) {
        ImportOptions options = line.options();
        FileReport report = line.reportProperty().get();
        Path file = line.file();
        if (options != null && report != null && file != null) {
            new ReaderSheet(desk, line.name(), options.dryRun() ? ReaderSheet.Act.CHECK : ReaderSheet.Act.IMPORT)
                    .open(
                            feed -> feed.id().equals(options.feedId())
                                    || feed.name().equals(report.feed()),
                            options.zone(),
                            (reader, zone) -> importFiles(
                                    List.of(file),
                                    new ImportOptions(zone, reader, options.dryRun(), ImportOptions.ASKED_ABOVE)));
        }
    }

    /** @param before the import in whose place this one comes; null where it comes beside the others */
    private void importFiles(List<Path> paths, ImportOptions options, @Nullable ImportRun before) {
        if (!running.get()) {
            latest.clear();
        }
        running.set(true);
        lines.removeIf(line -> line.checked() != null && paths.contains(line.file()));
        Listening job = new Listening(options);
        Job listed = desk.background()
                .begin(
                        desk.text(
                                "imports.job",
                                paths.size(),
                                String.valueOf(paths.getFirst().getFileName())),
                        this::giveUpAll);
        job.listed = listed;
        desk.background()
                .job(
                        () -> {
                            try {
                                return imported(paths, options, job);
                            } finally {
                                desk.background().onScreen(() -> {
                                    running.set(false);
                                    desk.background().end(listed);
                                });
                            }
                        },
                        outcome -> {
                            done(outcome, options, before);
                            askAbout(outcome.report(), options.zone(), options.feedId());
                        });
    }

    /** What a job reports, and the imports that are in the store by it. */
    private record Outcome(ImportReport report, List<ImportRun> brought) {}

    private Outcome imported(List<Path> paths, ImportOptions options, ImportListener job)
            throws StoreException, IOException {
        long last =
                desk.session().imports().stream().mapToLong(ImportRun::id).max().orElse(0);
        ImportReport report = desk.session().importFiles(paths, options, job);
        Set<String> files =
                report.files().stream().map(f -> f.file().toString()).collect(Collectors.toSet());
        List<ImportRun> brought = desk.session().imports().stream()
                .filter(run -> (run.id() > last || options.again())
                        && files.contains(run.source().path()))
                .toList();
        return new Outcome(report, brought);
    }

    /** Files of which much cannot be read are stored when the person says so, all together. */
    private void askAbout(ImportReport report, ZoneId zone, @Nullable String reader) {
        List<FileReport> found = report.files().stream()
                .filter(f -> f.status() == FileReport.Status.WITHHELD)
                .toList();
        if (!found.isEmpty()) {
            waiting.set(new Withheld(found, zone, reader));
            askAgain();
        }
    }

    /** Asks what becomes of the files of which much cannot be read; nothing happens where there are none. */
    void askAgain() {
        Withheld now = waiting.get();
        if (now != null) {
            new UnreadableSheet(desk, now.files(), readers -> store(now, readers)).open();
        }
    }

    private void store(Withheld files, Map<Path, String> readers) {
        waiting.set(null);
        Map<String, List<Path>> byReader = new LinkedHashMap<>();
        files.files()
                .forEach(f -> byReader.computeIfAbsent(
                                readers.getOrDefault(f.file(), Objects.toString(files.reader(), "")),
                                r -> new ArrayList<>())
                        .add(f.file()));
        lines.removeIf(ImportsModel::isWithheld);
        countTroubled();
        byReader.forEach((reader, paths) -> importFiles(paths, files.zone(), reader.isEmpty() ? null : reader, 1));
    }

    private static boolean isWithheld(ImportLine line) {
        FileReport report = line.reportProperty().get();
        return report != null && report.status() == FileReport.Status.WITHHELD;
    }

    private void done(Outcome outcome, ImportOptions options, @Nullable ImportRun before) {
        ImportReport report = outcome.report();
        report.files().stream()
                .filter(f -> f.status() != FileReport.Status.NOT_RECOGNISED
                        && f.status() != FileReport.Status.WITHHELD
                        && f.contents() == null)
                .map(FileReport::file)
                .forEach(PastedExport::forget);
        String done = desk.text(
                options.dryRun() ? "imports.checked" : "imports.done",
                report.added(),
                report.duplicates(),
                report.rejected(),
                report.newlyInvalid());
        long failed =
                report.files().stream().filter(f -> isTroubled(f.status())).count();
        // Among a hundred files that went well nobody would find the one that did not, nor among those of before.
        FXCollections.sort(
                lines,
                Comparator.<ImportLine, Boolean>comparing(l -> !isLatest(l)).thenComparing(FIRST_TO_SEE));
        summary.set(failed == 0 ? done : desk.text("imports.troubled", failed) + " · " + done);
        countTroubled();
        undo.offer(summary.get(), outcome.brought(), before, this::readAsBefore);
    }

    /** What was there before is read from the same file: taking a reading back is one more reading. */
    private void readAsBefore(ImportRun run) {
        readAgain(run, run.feedId(), ZoneId.of(run.source().zone()));
    }

    private void countReady() {
        ready.set((int) lines.stream().filter(l -> l.checked() != null).count());
    }

    /** Imports the files that were only checked, as they were read then. */
    void importReady() {
        Map<ImportOptions, List<Path>> files = new LinkedHashMap<>();
        for (ImportLine line : lines.reversed()) {
            ImportOptions options = line.checked();
            if (options != null) {
                files.computeIfAbsent(options, o -> new ArrayList<>()).add(Objects.requireNonNull(line.file()));
            }
        }
        files.forEach((options, paths) -> importFiles(
                paths, new ImportOptions(options.zone(), options.feedId(), false, options.mostUnreadable())));
    }

    /** Lets go of the files that were only checked. */
    void discardReady() {
        lines.stream()
                .filter(l -> l.checked() != null)
                .map(l -> Objects.requireNonNull(l.file()))
                .forEach(PastedExport::forget);
        lines.removeIf(l -> l.checked() != null);
        summary.set("");
    }

    private static boolean isTroubled(ImportLine line) {
        FileReport report = line.reportProperty().get();
        return report != null && isTroubled(report.status());
    }

    /** Whether a file of the last job was not imported. */
    boolean isTroubledNow(ImportLine line) {
        return isLatest(line) && isTroubled(line);
    }

    private static boolean isTroubled(FileReport.Status status) {
        return status == FileReport.Status.FAILED
                || status == FileReport.Status.NOT_RECOGNISED
                || status == FileReport.Status.WITHHELD;
    }

    private void countTroubled() {
        troubled.set((int) lines.stream().filter(this::isTroubledNow).count());
    }

    /** Hears the job on its thread and hands what it hears to the screen, seldom enough to keep it free. */
    private final class Listening implements ImportListener {
        private final ImportOptions options;
        private final Map<Path, ImportLine> begun = new HashMap<>();
        private final AtomicLong lastShown = new AtomicLong();
        /** When the file that is read now was begun. */
        private volatile long startedMillis;

        private volatile long rows;

        private volatile @Nullable Job listed;

        Listening(ImportOptions options) {
            this.options = options;
        }

        @Override
        public void begins(Path file) {
            ImportLine line = ImportLine.of(file);
            startedMillis = System.currentTimeMillis();
            rows = 0;
            synchronized (begun) {
                begun.put(file, line);
            }
            desk.background().onScreen(() -> {
                // What is said of a file now takes the place of what was said of it when it was not imported.
                lines.removeIf(l -> file.equals(l.file()) && (isTroubled(l) || l.checked() != null));
                lines.addFirst(line);
                latest.add(line);
                countTroubled();
            });
        }

        private ImportLine line(Path file) {
            synchronized (begun) {
                return begun.computeIfAbsent(file, ImportLine::of);
            }
        }

        @Override
        public void progress(Path file, long bytes, long total) {
            long now = System.currentTimeMillis();
            Job job = listed;
            if (job != null) {
                job.tell(bytes, total);
            }
            if (now - lastShown.get() >= PROGRESS_EVERY_MILLIS) {
                lastShown.set(now);
                ImportLine line = line(file);
                long soFar = rows;
                Duration left = TimeLeft.of(Duration.ofMillis(now - startedMillis), bytes, total)
                        .orElse(null);
                desk.background().onScreen(() -> {
                    line.progressProperty().set(total <= 0 ? -1 : (double) bytes / total);
                    line.leftProperty().set(left);
                    line.rowsProperty().set(soFar);
                });
            }
        }

        @Override
        public void rows(Path file, long told) {
            rows = told;
        }

        @Override
        public void ends(FileReport report) {
            ImportLine line = line(report.file());
            desk.background().onScreen(() -> {
                line.readBy(options);
                line.reportProperty().set(report);
                countReady();
            });
        }

        @Override
        public boolean isCancelled(Path file) {
            return line(file).isGivenUp();
        }
    }

    /** Takes an import back, and offers to make it again where its file is still there. */
    void undo(ImportRun run) {
        undo.takeBack(List.of(run));
    }

    /** What is kept of how an import was read: why it was recognised, and its records that could not be read. */
    record Reading(List<Recognition> recognitions, List<Rejection> rejections) {}

    /** How an earlier import was read. */
    void reading(ImportRun run, Consumer<Reading> answer) {
        desk.background()
                .latest(
                        "reading",
                        () -> new Reading(
                                desk.session().recognitions(run.id()),
                                desk.session().rejections(run.id(), 1000)),
                        answer);
    }

    /** Writes all records of a file that could not be read; one that is not in the store is read for it once more. */
    void saveUnreadable(ImportLine line, Path target) {
        UnreadableFile file = new UnreadableFile(desk);
        desk.background()
                .job(
                        desk.text("export.job", String.valueOf(target.getFileName())),
                        job -> file.write(line, target, job),
                        count -> desk.notices()
                                .tell(desk.text("export.done", String.valueOf(target.getFileName()), count)),
                        () -> desk.notices().tell(desk.text("export.stopped", String.valueOf(target.getFileName()))));
    }

    /** Wants every file given up that still waits or runs. */
    public void giveUpAll() {
        lines.forEach(ImportLine::giveUp);
    }

    /** Files of this window's jobs, newest first. */
    ObservableList<ImportLine> lines() {
        return lines;
    }

    /** Whether a file is one of the last job, and of those that wait after one another. */
    boolean isLatest(@Nullable ImportLine line) {
        return line != null && latest.contains(line);
    }

    /** The file of the last job that is to be seen first: one that was checked, or failed, or any; null where none is. */
    @Nullable
    ImportLine firstToSee() {
        return lines.stream().filter(latest::contains).min(FIRST_TO_SEE).orElse(null);
    }

    /** Everything in the store, newest first. */
    ObservableList<ImportLine> earlier() {
        return earlier;
    }

    /** Whether a job runs. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many files of the last job were not imported. */
    ReadOnlyIntegerProperty troubledProperty() {
        return troubled.getReadOnlyProperty();
    }

    /** How many files were only checked and can be imported as they were read. */
    ReadOnlyIntegerProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Whether files wait for a person to say what becomes of them. */
    BooleanBinding waitingProperty() {
        return waiting.isNotNull();
    }

    /** What the last job brought. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Read and report only, store nothing. */
    BooleanProperty checkOnlyProperty() {
        return checkOnly;
    }
}
