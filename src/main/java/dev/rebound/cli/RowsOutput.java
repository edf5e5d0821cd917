package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.report.OwnersFile;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that answer with rows, and the writing of them. */
final class RowsOutput {
    private static final String FORMATS = "json, ndjson, csv, xlsx, md";

    @Option(names = "--format", paramLabel = "json|ndjson|csv|xlsx|md", description = "Format of the rows.")
    @Nullable
    String format;

    @Option(names = "-o", paramLabel = "FILE", description = "Write to a file instead of standard output.")
    @Nullable
    Path file;

    @Option(names = "--mask", description = "Mask addresses.")
    boolean mask;

    @Option(names = "--force", description = "Replace the file when it exists.")
    boolean force;

    /** Writes messages as the options say; {@code shown} are the columns of the table for people. */
    void write(Globals g, Terminal terminal, long total, Rows rows, List<String> shown) throws IOException {
        write(g, terminal, total, "find.total", rows, shown);
    }

    /** Writes rows as the options say; {@code counted} is the text that counts them under the table for people. */
    void write(Globals g, Terminal terminal, long total, String counted, Rows rows, List<String> shown)
            throws IOException {
        String wanted = format == null ? (g.json || file == null ? "json" : extension(file)) : format;
        if (!wanted.equals("json") && RowWriter.named(wanted).isEmpty()) {
            throw WrongUse.choice(g.words(), wanted, "--format", FORMATS);
        }
        if (isForPeople(g)) {
            int printed = SpokenTable.print(terminal, g.words(), rows, shown);
            terminal.print(g.words().of(counted, total));
            if (printed < total) {
                terminal.print(g.words().of("rows.shown", printed, total));
            }
            return;
        }
        if (file == null) {
            write(g, wanted, total, rows, terminal.out());
            terminal.out().flush();
            return;
        }
        if (Files.exists(file) && !force) {
            throw new FileAlreadyExistsException(file.toString());
        }
        OwnersFile.write(file, out -> write(g, wanted, total, rows, out));
    }

    /** Whether a table for people is wanted, and no file or format for machines. */
    boolean isForPeople(Globals g) {
        return file == null && format == null && !g.json;
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void write(Globals g, String format, long total, Rows rows, OutputStream out) throws IOException {
        if (!format.equals("json")) {
            RowWriter.named(format)
                    .orElseThrow(() -> WrongUse.choice(g.words(), format, "--format", FORMATS))
                    .write(rows, g.locale(), out);
            return;
        }
        ObjectNode root = Terminal.object();
        root.put("total", total);
        ArrayNode list = root.putArray("rows");
        rows.rows().forEach(r -> list.add(RowWriter.object(rows, r)));
        out.write(root.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.write('\n');
    }
}
