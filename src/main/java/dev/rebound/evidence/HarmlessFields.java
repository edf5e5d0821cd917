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
    private static final Set<String> NAMES = read("harmless-fields.txt");
    private static final Set<String> HEADERS = read("harmless-mail-fields.txt");
    private static final Set<String> OPEN = read("open-fields.txt");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    private HarmlessFields() {}

    /** Whether values under this name may be shown to anybody; case and signs between the words do not count. */
    static boolean has(String name) {
        return NAMES.contains(plain(name));
    }

    /** Whether the value of such a field of a mail's header or of its delivery status may be shown to anybody. */
    static boolean inMail(String name) {
        return HEADERS.contains(plain(name));
    }

    /** Whether an operator keeps under this name whatever it likes: what is called harmless elsewhere is not harmless below it. */
    static boolean isOpenBelow(String name) {
        return OPEN.contains(plain(name));
    }

    private static String plain(String name) {
        return OTHER_SIGNS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Set<String> read(String list) {
        try (InputStream in = Objects.requireNonNull(HarmlessFields.class.getResourceAsStream(list));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" +").splitAsStream(line.strip()))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
