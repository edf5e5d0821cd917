package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.Rejection;
import dev.rebound.report.OwnersFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rejected records of one import, a JSON object a line; those of a file that is given up later are taken out again. */
final class RejectionFile implements AutoCloseable {
    private final FileChannel file;
    private final OutputStream out;
    private long kept;
    private @Nullable IOException trouble;

    /**
     * A new file.
     *
     * @throws FileAlreadyExistsException when there is one and it may not be replaced
     */
    RejectionFile(Path path, boolean replace) throws IOException {
        if (Files.exists(path) && !replace) {
            throw new FileAlreadyExistsException(path.toString());
        }
        file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                OwnersFile.attributes());
        out = new BufferedOutputStream(Channels.newOutputStream(file));
    }

    /** One record that could not be read; trouble with the writing is told at the file's end, not amid its reading. */
    void write(Path from, Rejection r) {
        ObjectNode node = Terminal.object()
                .put("line", r.line())
                .put("reason", r.reason())
                .put("text", r.text())
                .put("file", from.toString());
        if (!r.part().isEmpty()) {
            node.put("part", r.part());
        }
        try {
            out.write(node.toString().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            trouble = e;
        }
    }

    /** A file is done with; what was not taken has no rejected records either. */
    void ends(boolean taken) throws IOException {
        if (trouble != null) {
            throw trouble;
        }
        out.flush();
        if (taken) {
            kept = file.position();
        } else {
            file.truncate(kept);
            file.position(kept);
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
        file.truncate(kept);
        file.close();
    }
}
