package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.ImportReport;
import dev.rebound.session.Session;
import dev.rebound.words.Sentences;
import dev.rebound.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code import FILE|DIR…}: brings files in; each is one transaction. */
@CommandLine.Command(name = "import", description = "Imports files and folders.", mixinStandardHelpOptions = true)
final class ImportCommand extends Command {
    private static final Path STANDARD_INPUT = Path.of("-");

    @CommandLine.Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "What to import; - reads standard input.")
    List<Path> paths = List.of();

    @CommandLine.Option(
            names = "--as",
            paramLabel = "READER",
            description = "The reader, where the content does not tell.")
    @Nullable
    String reader;

    @CommandLine.Option(names = "--dry-run", description = "Read and report, store nothing.")
    boolean dryRun;

    @CommandLine.Option(
            names = "--rejections",
            paramLabel = "FILE",
            description = "Write every unreadable record there.")
    @Nullable
    Path rejectionsFile;

    @CommandLine.Option(names = "--force", description = "Replace the file of --rejections when it exists.")
    boolean force;

    @Override
    public Integer call() throws Exception {
        if (!paths.contains(STANDARD_INPUT)) {
            return imported(paths);
        }
        Path folder = Files.createTempDirectory("rebound-input-");
        Path input = folder.resolve("standard input");
        try {
            Files.copy(terminal().in(), input);
            return imported(paths.stream()
                    .map(p -> p.equals(STANDARD_INPUT) ? input : p)
                    .toList());
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(folder);
        }
    }

    private Integer imported(List<Path> files) throws Exception {
        Globals g = globals();
        StandardFeeds.readers(g.folder()).read().problems().stream()
                .map(Sentences.in(g.locale())::of)
                .forEach(terminal()::tell);
        ImportReport report;
        try (Session session = g.open()) {
            checkReader(session, g.words());
            try (RejectionFile rejections = rejectionsFile == null ? null : new RejectionFile(rejectionsFile, force)) {
                report = imported(g, session, files, rejections);
            }
        }
        if (g.json) {
            terminal().json(json(report));
        } else {
            terminal()
                    .print(g.words()
                            .of(
                                    dryRun ? "import.checked" : "import.summary",
                                    report.added(),
                                    report.duplicates(),
                                    report.rejected(),
                                    report.newlyInvalid()));
        }
        return exitCode(report);
    }

    private ImportReport imported(Globals g, Session session, List<Path> files, @Nullable RejectionFile rejections)
            throws Exception {
        Interruption interruption = interruption();
        interruption.isHeeded(() -> terminal().tell(g.words().of("import.cancelling")));
        ImportTelling telling = new ImportTelling(
                terminal(), g.words(), g.zone().getId(), files, rejections, interruption::isAsked, System::nanoTime);
        return session.importFiles(files, new ImportOptions(g.zone(), reader, dryRun), telling);
    }

    private void checkReader(Session session, Words words) {
        List<String> known = session.feeds().feeds().stream().map(FeedInfo::id).toList();
        if (reader != null && !known.contains(reader)) {
            throw new WrongUse(words.of("import.noreader", reader, String.join(", ", known)));
        }
    }

    private static int exitCode(ImportReport report) {
        List<FileReport> files = report.files();
        if (files.stream().anyMatch(f -> f.status() == FileReport.Status.CANCELLED)) {
            return Interruption.CANCELLED;
        }
        boolean nothingTaken = !files.isEmpty() && files.stream().allMatch(f -> f.status() == FileReport.Status.FAILED);
        return nothingTaken ? 3 : report.deservesALook() ? LOOK : DONE;
    }

    private static ObjectNode rejection(Rejection r) {
        return Terminal.object().put("line", r.line()).put("reason", r.reason()).put("text", r.text());
    }

    private ObjectNode json(ImportReport report) {
        ObjectNode root = Terminal.object();
        ArrayNode files = root.putArray("files");
        for (FileReport f : report.files()) {
            ObjectNode node = files.addObject();
            node.put("file", f.file().toString());
            node.put("feed", f.feed());
            node.put("status", f.status().code());
            node.put("read", f.read());
            node.put("added", f.added());
            node.put("duplicates", f.duplicates());
            node.put("rejected", f.rejected());
            node.put("statuses", f.statuses());
            node.put("message", f.message());
            ArrayNode rejections = node.putArray("rejections");
            f.rejections().forEach(r -> rejections.add(rejection(r)));
        }
        root.put("added", report.added());
        root.put("duplicates", report.duplicates());
        root.put("rejected", report.rejected());
        root.put("newly_invalid", dryRun ? null : Long.valueOf(report.newlyInvalid()));
        return root;
    }
}
