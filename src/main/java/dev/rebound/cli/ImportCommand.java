package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.ImportReport;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import dev.rebound.words.Words;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        Words words = g.words();
        if (reader != null) {
            String wanted = reader;
            try (Session probe = g.open()) {
                if (probe.feeds().feeds().stream().noneMatch(f -> f.id().equals(wanted))) {
                    throw new WrongUse("There is no reader \"" + wanted + "\". There are: "
                            + String.join(
                                    ", ",
                                    probe.feeds().feeds().stream()
                                            .map(f -> f.id())
                                            .toList()) + ".");
                }
            }
        }
        StandardFeeds.readers(g.folder()).read().problems().forEach(terminal()::tell);
        try (Session session = g.open()) {
            ImportReport report = session.importFiles(
                    files,
                    new ImportOptions(g.zone(), reader, dryRun),
                    new Said(terminal(), words, g.zone().getId(), files));
            if (rejectionsFile != null) {
                writeRejections(session, rejectionsFile);
            }
            if (g.json) {
                terminal().json(json(report));
            } else {
                terminal()
                        .print(words.of(
                                "import.summary",
                                report.added(),
                                report.duplicates(),
                                report.rejected(),
                                report.newlyInvalid()));
            }
            return exitCode(report);
        }
    }

    private static int exitCode(ImportReport report) {
        boolean nothingTaken = !report.files().isEmpty()
                && report.files().stream().allMatch(f -> f.status() == FileReport.Status.FAILED);
        return nothingTaken ? 3 : report.deservesALook() ? LOOK : DONE;
    }

    private static void writeRejections(Session session, Path file) throws Exception {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            for (ImportRun run : session.imports()) {
                for (Rejection r : session.rejections(run.id(), Integer.MAX_VALUE)) {
                    ObjectNode node = rejection(r);
                    node.put("file", run.source().path());
                    out.println(node);
                }
            }
        }
    }

    private static ObjectNode rejection(Rejection r) {
        return Terminal.object().put("line", r.line()).put("reason", r.reason()).put("text", r.text());
    }

    private static ObjectNode json(ImportReport report) {
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
            node.put("message", f.message());
            ArrayNode rejections = node.putArray("rejections");
            f.rejections().forEach(r -> rejections.add(rejection(r)));
        }
        root.put("added", report.added());
        root.put("duplicates", report.duplicates());
        root.put("rejected", report.rejected());
        root.put("newly_invalid", report.newlyInvalid());
        return root;
    }

    /** Tells each file's end as it comes. */
    private record Said(Terminal terminal, Words words, String zone, List<Path> named) implements ImportListener {
        @Override
        public void ends(FileReport f) {
            if (f.status() == FileReport.Status.IMPORTED) {
                boolean events = f.added() + f.duplicates() > 0 || f.read() == f.rejected();
                terminal.tell(words.of(
                        events ? "import.line" : "import.facts",
                        name(f.file()),
                        f.feed(),
                        events ? f.added() : f.read() - f.rejected(),
                        f.duplicates(),
                        f.rejected()));
                if (!f.message().isEmpty()) {
                    terminal.tell(f.message());
                }
            } else {
                terminal.tell(f.message());
            }
            if (f.zoneAssumed()) {
                terminal.tell(words.of("import.zone", f.file().getFileName(), zone));
            }
            f.rejections().stream()
                    .limit(3)
                    .forEach(r -> terminal.tell(words.of("import.rejected", r.line(), r.reason())));
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
}
