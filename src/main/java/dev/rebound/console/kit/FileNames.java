package dev.rebound.console.kit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for files that every system takes: small letters without accents, digits and hyphens. Pure. */
public final class FileNames {
    private static final int LONGEST_PART = 40;

    private FileNames() {}

    /** One name of several words or sentences; what holds no letter is left out. */
    public static String of(String... parts) {
        return Arrays.stream(parts)
                .map(FileNames::part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    private static String part(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST_PART
                ? plain
                : plain.substring(0, LONGEST_PART).replaceAll("-$", "");
    }
}
