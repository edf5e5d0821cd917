package dev.rebound.figures;

import dev.rebound.feeds.container.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads claimed figures, whatever shape they have. */
public final class FigureReader {
    /** The longest statistics are some hundred days of a few variants. */
    private static final long MOST_BYTES = 16L << 20;

    private FigureReader() {}

    /**
     * Reads a text: JSON of an analytics endpoint, CSV with a header, or lines of words and numbers.
     *
     * @param zone in which a statistic of moments is cut into days
     */
    public static ReadFigures read(String text, ZoneId zone) throws IOException {
        String bare = text.strip();
        if (bare.startsWith("\uFEFF")) {
            bare = bare.substring(1);
        }
        if (bare.startsWith("{") || bare.startsWith("[")) {
            return JsonFigures.read(JsonText.mapper().readTree(bare), zone);
        }
        return CsvFigures.isCsv(bare) ? CsvFigures.read(bare) : TextFigures.read(bare);
    }

    /**
     * Reads a file of at most 16 MB, UTF-8 or, where it is no UTF-8, windows-1252.
     *
     * @throws IOException with a sentence for a person where the file is too large or its JSON cannot be read
     */
    public static ReadFigures file(Path file, ZoneId zone) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file.getFileName() + " is too large for a statistic; its events can be imported.");
        }
        try {
            return read(text(file), zone);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(
                    file.getFileName() + " is no readable JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return new String(Files.readAllBytes(file), java.nio.charset.Charset.forName("windows-1252"));
        }
    }
}
