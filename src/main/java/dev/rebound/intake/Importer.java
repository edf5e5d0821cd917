package dev.rebound.intake;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.Verdict;
import dev.rebound.domain.Workers;
import dev.rebound.feeds.BulkSink;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.FileReading;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Progress;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.store.ImportRun;
import dev.rebound.store.ImportSource;
import dev.rebound.store.ImportWriter;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Imports files into a store, one after the other, on the caller's thread. */
public final class Importer {
    /** A large file whose size no earlier import has cannot be a known one: its digest is made while it is read. */
    private static final long DIGESTED_BESIDE = 4 << 20;

    private static final long ROWS_TOLD = 1_000;

    private static final String STAYS = "What was imported of it before stays as it was.";

    private final Store store;
    private final FeedCatalog feeds;
    private final Classifier classifier;
    private final Clock clock;

    /** An importer into a store. */
    public Importer(Store store, FeedCatalog feeds, Classifier classifier, Clock clock) {
        this.store = store;
        this.feeds = feeds;
        this.classifier = classifier;
        this.clock = clock;
    }

    /** The files of a list of files and folders, folders walked in name order; hidden files are left out. */
    public static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                    walk.filter(Files::isRegularFile)
                            .filter(f -> !f.getFileName().toString().startsWith("."))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /** Imports one file. Trouble with the file is in the report; trouble with the store ends the import. */
    public FileReport importFile(Path file, ImportOptions options, ImportListener listener) throws StoreException {
        listener.begins(file);
        try {
            FileReport report = imported(file, options, listener);
            listener.ends(report);
            return report;
        } catch (StoreException e) {
            listener.ends(FileReport.without(file, Status.FAILED, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private FileReport imported(Path file, ImportOptions options, ImportListener listener) throws StoreException {
        if (listener.isCancelled(file)) {
            return cancelled(file);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return FileReport.without(
                    file,
                    Status.FAILED,
                    name(file) + " is not there or cannot be read. Check its name and permissions.");
        }
        String digest;
        FileState state;
        try {
            state = FileState.of(file);
            digest = state.bytes() > DIGESTED_BESIDE && !store.hasImportOf(state.bytes()) ? "" : sha256(file, listener);
        } catch (IOException e) {
            return unreadable(file);
        }
        if (listener.isCancelled(file)) {
            return cancelled(file);
        }
        Optional<ImportRun> earlier = digest.isEmpty() ? Optional.empty() : store.importOf(digest);
        if (earlier.isPresent() && !options.again() && !isToBeReadAgain(earlier.get(), options)) {
            ImportRun run = earlier.get();
            return new FileReport(
                    file,
                    run.feedName(),
                    Status.ALREADY_IMPORTED,
                    run.read(),
                    0,
                    run.added() + run.duplicates(),
                    0,
                    0,
                    name(file) + " was already imported on "
                            + LocalDate.ofInstant(run.finishedAt(), options.zone()) + " as number " + run.id()
                            + "; nothing was added.",
                    List.of(),
                    false,
                    List.of(),
                    null);
        }
        ImportSource source = new ImportSource(
                name(file),
                file.toString(),
                state.bytes(),
                digest,
                options.zone().getId(),
                clock.instant());
        if (earlier.isPresent() && options.again() && !options.dryRun()) {
            return again(file, state, source, earlier.get(), options, listener);
        }
        if (earlier.isPresent() && !options.dryRun()) {
            store.undo(earlier.get().id());
        }
        return write(file, state, source, options, listener);
    }

    /** Tries first: the import gives way only to a reading that stands. What is given up on the way is as it was. */
    private FileReport again(
            Path file,
            FileState state,
            ImportSource source,
            ImportRun earlier,
            ImportOptions options,
            ImportListener listener)
            throws StoreException {
        FileReport tried = write(file, state, source, options.tried(), listener);
        if (tried.status() != Status.IMPORTED) {
            return tried.but(tried.message() + " " + STAYS);
        }
        long told = tried.added() + tried.duplicates() + tried.rejected() + tried.statuses();
        if (told == 0 || tried.rejected() > options.mostUnreadable() * told) {
            return tried.failed(name(file) + ": " + tried.rejected() + " of " + told + " records cannot be read as "
                    + tried.feed() + ". " + STAYS);
        }
        store.undo(earlier.id());
        FileReport report = write(file, state, source, options, listener);
        if (report.status() == Status.IMPORTED) {
            return report;
        }
        ImportOptions asBefore = new ImportOptions(ZoneId.of(earlier.source().zone()), earlier.feedId(), false);
        write(file, state, earlier.source(), asBefore, ImportListener.none());
        return report.but(STAYS);
    }

    private static FileReport cancelled(Path file) {
        return FileReport.without(
                file, Status.CANCELLED, name(file) + " was cancelled. Nothing of this file was stored.");
    }

    /** Of what was read before nothing was kept but unreadable records, and now another reader is named. */
    private static boolean isToBeReadAgain(ImportRun run, ImportOptions options) {
        return options.feedId() != null
                && !options.feedId().equals(run.feedId())
                && run.added() + run.duplicates() == 0
                && run.rejected() > 0
                && run.rejected() == run.read();
    }

    private static FileReport unreadable(Path file) {
        return FileReport.without(
                file, Status.FAILED, name(file) + " cannot be read to its end. Check the disk or copy the file again.");
    }

    private FileReport write(
            Path file, FileState state, ImportSource source, ImportOptions options, ImportListener listener)
            throws StoreException {
        try (Threads threads = new Threads();
                ImportWriter writer = store.beginImport(source, threads)) {
            Future<String> digest = source.sha256().isEmpty() ? threads.begin(() -> sha256(file, listener)) : null;
            Judgements judgements = new Judgements(classifier);
            Consumer<Rejection> rejected = r -> listener.rejects(file, r);
            TriedContents tried = options.dryRun() ? new TriedContents() : null;
            LongConsumer rows = n -> listener.rows(file, n);
            WriterSink sink = writer.takesBatches()
                    ? new BatchSink(writer, judgements, rejected, rows, tried, threads)
                    : new WriterSink(writer, judgements, rejected, rows, tried);
            FileReading reading =
                    feeds.read(file, new ReadOptions(options.zone(), options.feedId()), sink, progress(file, listener));
            writer.feed(reading.feedId(), reading.feedName(), KeptRecognitions.text(reading.recognitions()));
            if (digest != null) {
                writer.sha256(digest.get());
            }
            if (listener.isCancelled(file)) {
                return cancelled(file);
            }
            if (!state.isStillThatOf(file)) {
                return FileReport.without(
                        file,
                        Status.FAILED,
                        name(file) + " changed while it was read. Nothing of it was stored; import it again when the"
                                + " program that writes it is done.");
            }
            boolean unread = writer.rejected() > 0 && reading.records() - reading.silent() == writer.rejected();
            if (unread && options.feedId() != null) {
                return new FileReport(
                        file,
                        reading.feedName(),
                        Status.FAILED,
                        reading.records(),
                        0,
                        0,
                        writer.rejected(),
                        0,
                        name(file) + ": not one of its records could be read as " + reading.feedName()
                                + ". Nothing was stored; choose another reader, or none.",
                        sink.first,
                        reading.zoneAssumed(),
                        reading.recognitions(),
                        null);
            }
            long told = reading.records() - reading.silent();
            if (!options.dryRun() && writer.rejected() > options.mostUnreadable() * told) {
                return new FileReport(
                        file,
                        reading.feedName(),
                        Status.WITHHELD,
                        told,
                        0,
                        0,
                        writer.rejected(),
                        0,
                        name(file) + ": " + writer.rejected() + " of " + told
                                + " records cannot be read. Nothing of it was stored so far.",
                        sink.first,
                        reading.zoneAssumed(),
                        reading.recognitions(),
                        null);
            }
            if (!options.dryRun()) {
                writer.commit(reading.records(), classifier.ruleBookVersion());
            }
            return new FileReport(
                    file,
                    reading.feedName(),
                    Status.IMPORTED,
                    reading.records(),
                    writer.added(),
                    writer.duplicates(),
                    writer.rejected(),
                    writer.subscriptions(),
                    message(file, options, reading, writer),
                    sink.first,
                    reading.zoneAssumed(),
                    reading.recognitions(),
                    tried == null ? null : tried.contents());
        } catch (FeedException e) {
            Status status = switch (e.kind()) {
                case NOT_RECOGNISED -> Status.NOT_RECOGNISED;
                case CANCELLED -> Status.CANCELLED;
                case UNREADABLE -> Status.FAILED;
            };
            return FileReport.without(file, status, String.valueOf(e.getMessage()));
        } catch (ExecutionException | InterruptedException e) {
            return unreadable(file);
        } catch (StoreFailure e) {
            throw e.trouble;
        }
    }

    private static String message(Path file, ImportOptions options, FileReading reading, ImportWriter writer) {
        List<String> said = new ArrayList<>();
        long statuses = writer.subscriptions();
        long probable = writer.probableDuplicates();
        if (options.dryRun()) {
            said.add(name(file) + " was only checked; nothing was stored.");
        }
        if (statuses > 0) {
            said.add(
                    statuses == 1
                            ? "1 record tells a subscription status, which is no event."
                            : statuses + " records tell subscription statuses, which are no events.");
        }
        if (probable > 0) {
            said.add(
                    probable == 1
                            ? "1 event is a probable duplicate: its source gives it no id, and one that tells the same of"
                                    + " the same second is known."
                            : probable + " events are probable duplicates: their source gives them no id, and ones that"
                                    + " tell the same of the same second are known.");
        }
        said.addAll(reading.notes());
        return String.join(" ", said);
    }

    private static Progress progress(Path file, ImportListener listener) {
        return new Progress() {
            @Override
            public void bytesRead(long soFar, long total) {
                listener.progress(file, soFar, total);
            }

            @Override
            public boolean cancelled() {
                return listener.isCancelled(file);
            }
        };
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String sha256(Path file, ImportListener listener) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0 && !listener.isCancelled(file); n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Carries a store's trouble through the reading, which knows no store. */
    private static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient StoreException trouble;

        StoreFailure(StoreException trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }

    /** Classifies events on their way into the store. */
    private static class WriterSink implements FeedSink {
        private final ImportWriter writer;
        private final Judgements judgements;
        private final HeapWatch heap = new HeapWatch();
        private final Consumer<Rejection> rejected;
        private final @Nullable TriedContents tried;
        private final LongConsumer told;
        private long rows;
        final List<Rejection> first = new ArrayList<>();

        WriterSink(
                ImportWriter writer,
                Judgements judgements,
                Consumer<Rejection> rejected,
                LongConsumer told,
                @Nullable TriedContents tried) {
            this.writer = writer;
            this.judgements = judgements;
            this.rejected = rejected;
            this.told = told;
            this.tried = tried;
        }

        /** Tells how many rows there were, seldom enough to cost nothing. */
        final void count(int more) {
            long before = rows;
            rows += more;
            if (rows / ROWS_TOLD != before / ROWS_TOLD) {
                told.accept(rows);
            }
        }

        @Override
        public void event(RawEvent event) {
            try {
                heedHeap(1);
                count(1);
                RawEvent whole = judgements.withCodes(event);
                Verdict verdict = judgements.verdict(whole);
                writer.append(whole, verdict);
                if (tried != null) {
                    tried.add(whole, verdict);
                }
            } catch (StoreException e) {
                throw new StoreFailure(e);
            }
        }

        /** Better to give this file up than to end in the middle of something. */
        final void heedHeap(int events) throws StoreException {
            if (heap.isNearlyFull(events)) {
                throw new StoreException(
                        StoreException.Trouble.NO_MEMORY,
                        "The memory of this program is nearly full, so this file was given up; nothing of it was"
                                + " stored, and everything before it is kept. Start Rebound with more memory"
                                + " (REBOUND_JAVA_OPTS=-Xmx4g), or remove old messages first.",
                        null);
            }
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            try {
                writer.subscription(fact);
            } catch (StoreException e) {
                throw new StoreFailure(e);
            }
        }

        @Override
        public void header(RawRecord header) {
            writer.header(header);
        }

        @Override
        public void setting(String name, String content) {
            try {
                writer.setting(name, content);
            } catch (StoreException e) {
                throw new StoreFailure(e);
            }
        }

        @Override
        public void reject(Rejection rejection) {
            if (first.size() < FileReport.REJECTIONS_SHOWN) {
                first.add(rejection);
            }
            rejected.accept(rejection);
            count(1);
            try {
                writer.reject(rejection);
            } catch (StoreException e) {
                throw new StoreFailure(e);
            }
        }
    }

    /** Takes the events of large files in batches too. */
    private static final class BatchSink extends WriterSink implements BulkSink {
        private final ImportWriter writer;
        private final Judgements judgements;
        private final @Nullable TriedContents tried;
        private final Workers workers;

        BatchSink(
                ImportWriter writer,
                Judgements judgements,
                Consumer<Rejection> rejected,
                LongConsumer told,
                @Nullable TriedContents tried,
                Workers workers) {
            super(writer, judgements, rejected, told, tried);
            this.writer = writer;
            this.judgements = judgements;
            this.tried = tried;
            this.workers = workers;
        }

        @Override
        public Workers workers() {
            return workers;
        }

        @Override
        public void prepare(EventBatch batch) {
            judgements.judge(batch);
            ImportWriter.prepare(batch);
        }

        @Override
        public void events(EventBatch batch, int from, int to, long firstLine) {
            try {
                heedHeap(to - from);
                count(to - from);
                writer.append(batch, from, to, firstLine);
                for (int row = from; tried != null && row < to; row++) {
                    tried.add(batch, row);
                }
            } catch (StoreException e) {
                throw new StoreFailure(e);
            }
        }
    }
}
