package dev.rebound.cli;

import dev.rebound.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * What {@code --help} says in a language. English stands beside each option in the code; the others are files of keys as
 * picocli reads them: {@code rebound.COMMAND.OPTION}, or {@code OPTION} where all commands mean the same.
 */
final class HelpTexts {
    private HelpTexts() {}

    /** The texts of a language; empty where the code's own English is all there is. */
    static Optional<ResourceBundle> in(Locale locale) {
        Language language = Language.of(locale.getLanguage());
        try (InputStream in = HelpTexts.class.getResourceAsStream("help_" + language.code() + ".properties")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
