package dev.rebound.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of fields that say something of a mail and nothing of its reader. A list of what may stay, for nobody can list what
 * may not: a source's own columns are called as it likes.
 */
final class HarmlessFields {
    private static final Set<String> NAMES = read();
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    private HarmlessFields() {}

    /** Whether values under this name may be shown to anybody; case and signs between the words do not count. */
    static boolean has(String name) {
        return NAMES.contains(plain(name));
    }

    private static String plain(String name) {
        return OTHER_SIGNS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(HarmlessFields.class.getResourceAsStream("harmless-fields.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" +").splitAsStream(line.strip()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
