package dev.rebound.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A library that the program contains.
 *
 * @param name the library
 * @param version its version
 * @param licence under which it may be used
 */
public record ThirdParty(String name, String version, String licence) {
    /** All of them, by name. */
    public static List<ThirdParty> all() {
        try (InputStream in = ThirdParty.class.getResourceAsStream("third-party.tsv")) {
            if (in == null) {
                throw new IllegalStateException("third-party.tsv is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new ThirdParty(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
