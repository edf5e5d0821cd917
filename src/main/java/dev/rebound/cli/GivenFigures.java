package dev.rebound.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rebound.figures.FigureReader;
import dev.rebound.figures.ReadFigures;
import dev.rebound.words.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.ZoneId;

/** The figures of a dashboard as a command is given them: a file, or standard input. */
final class GivenFigures {
    private GivenFigures() {}

    /** Reads the figures and says what is not understood of them; none at all is wrong use. */
    static ReadFigures read(Path figures, ZoneId days, Globals g, Terminal terminal) throws IOException {
        ReadFigures read = of(figures, days, g, terminal);
        read.notUnderstood().forEach(line -> terminal.tell(g.words().of("reconcile.unknown", line)));
        if (read.claims().isEmpty()) {
            throw new WrongUse(g.words().of("reconcile.nothing"));
        }
        return read;
    }

    private static ReadFigures of(Path figures, ZoneId days, Globals g, Terminal terminal) throws IOException {
        boolean typed = figures.toString().equals("-");
        try {
            return typed
                    ? FigureReader.read(new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8), days)
                    : FigureReader.file(FileSentence.readable(figures), days);
        } catch (JsonProcessingException e) {
            throw new WrongUse(g.words().of("reconcile.nojson"));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new WrongUse(Sentences.in(g.locale()).of(String.valueOf(e.getMessage())));
        }
    }
}
