package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import dev.rebound.words.Sentences;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code imports}: what was imported, oldest first. */
@CommandLine.Command(name = "imports", description = "Lists the imports.", mixinStandardHelpOptions = true)
final class ImportsCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            ObjectNode root = Terminal.object();
            ArrayNode list = root.putArray("imports");
            Sentences sentences = Sentences.in(g.locale());
            List<List<String>> table = new ArrayList<>();
            List<ImportRun> runs = session.imports();
            String shared = sharedFolder(runs);
            for (ImportRun r : runs) {
                list.addObject()
                        .put("id", r.id())
                        .put("file", r.source().path())
                        .put("feed", r.feedName())
                        .put("sha256", r.source().sha256())
                        .put("read", r.read())
                        .put("added", r.added())
                        .put("duplicates", r.duplicates())
                        .put("rejected", r.rejected())
                        .put("finished_at", r.finishedAt().toString());
                table.add(List.of(
                        String.valueOf(r.id()),
                        sentences.of(r.feedName()),
                        String.valueOf(r.added()),
                        String.valueOf(r.duplicates()),
                        String.valueOf(r.rejected()),
                        r.source().path().substring(shared.length())));
            }
            if (g.json) {
                terminal().json(root);
            } else if (table.isEmpty()) {
                terminal().print(g.words().of("imports.none"));
            } else {
                terminal()
                        .table(
                                SpokenTable.header(g.words(), "id", "feed", "added", "duplicates", "rejected", "file"),
                                table);
            }
            return DONE;
        }
    }

    /** The folder that all files lie in, with its last separator: it tells nothing, the folders below tell kinds. */
    private static String sharedFolder(List<ImportRun> runs) {
        String shared = null;
        for (ImportRun r : runs) {
            String path = r.source().path();
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            while (shared != null && !folder.startsWith(shared)) {
                shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
            }
            shared = shared == null ? folder : shared;
        }
        return shared == null ? "" : shared;
    }
}
