package dev.rebound.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** What the command line says, in one language; numbers formatted by it. */
final class Words {
    private final Properties texts = new Properties();
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
        String name = locale.getLanguage().equals("fr") ? "texts_fr.properties" : "texts_en.properties";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locale locale() {
        return locale;
    }

    /** The text of a key with its values filled in. */
    String of(String key, Object... values) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return new MessageFormat(pattern, locale).format(values);
    }
}
