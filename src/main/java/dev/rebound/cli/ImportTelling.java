package dev.rebound.cli;

import dev.rebound.domain.Rejection;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.words.Sentences;
import dev.rebound.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the person how an import goes: each file's end as it comes, and now and then how far a long one is. */
final class ImportTelling implements ImportListener {
    private static final long TOLD_EVERY_NANOS = 10_000_000_000L;
    private static final int REJECTIONS_TOLD = 3;

    private final Terminal terminal;
    private final Words words;
    private final Sentences sentences;
    private final String zone;
    private final List<Path> named;
    private final @Nullable RejectionFile rejections;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoTime;
    private long told;

    /**
     * A telling to this terminal.
     *
     * @param zone the name of the zone in which times without one are read
     * @param named the files and folders that the person named
     * @param rejections where all rejected records go besides
     * @param nanoTime a clock for how often progress is told
     */
    ImportTelling(
            Terminal terminal,
            Words words,
            String zone,
            List<Path> named,
            @Nullable RejectionFile rejections,
            BooleanSupplier cancelled,
            LongSupplier nanoTime) {
        this.terminal = terminal;
        this.words = words;
        sentences = Sentences.in(words.locale());
        this.zone = zone;
        this.named = List.copyOf(named);
        this.rejections = rejections;
        this.cancelled = cancelled;
        this.nanoTime = nanoTime;
        told = nanoTime.getAsLong();
    }

    @Override
    public boolean isCancelled(Path file) {
        return cancelled.getAsBoolean();
    }

    @Override
    public void progress(Path file, long bytes, long total) {
        long now = nanoTime.getAsLong();
        if (now - told >= TOLD_EVERY_NANOS && total > 0) {
            told = now;
            terminal.tell(words.of("import.progress", name(file), Math.min(100, bytes * 100 / total), total));
        }
    }

    @Override
    public void rejects(Path file, Rejection rejection) {
        if (rejections != null) {
            rejections.write(file, rejection);
        }
    }

    @Override
    public void ends(FileReport f) {
        if (rejections != null) {
            try {
                rejections.ends(f.status() == FileReport.Status.IMPORTED);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        told = nanoTime.getAsLong();
        if (f.status() == FileReport.Status.IMPORTED) {
            boolean events = f.added() + f.duplicates() > 0 || f.read() == f.rejected();
            terminal.tell(words.of(
                    events ? "import.line" : "import.facts",
                    name(f.file()),
                    sentences.of(f.feed()),
                    f.read(),
                    f.added(),
                    f.duplicates(),
                    f.rejected()));
        }
        if (!f.message().isEmpty()) {
            terminal.tell(sentences.of(f.message()));
        }
        if (f.zoneAssumed()) {
            terminal.tell(words.of("import.zone", f.file().getFileName(), zone));
        }
        f.rejections().stream()
                .limit(REJECTIONS_TOLD)
                .forEach(r -> terminal.tell(words.of("import.rejected", r.line(), sentences.of(r.reason()))));
    }

    /** The path below the folder that was named: Braze tells the kind of event in the folders only. */
    private Path name(Path file) {
        return named.stream()
                .filter(file::startsWith)
                .filter(folder -> !folder.equals(file))
                .findFirst()
                .map(folder -> folder.relativize(file))
                .orElse(file.getFileName());
    }
}
