package dev.rebound.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** Texts of one language: the shared vocabulary and the texts of one part of the program. Immutable once made. */
public final class Words {
    private final Properties texts = new Properties();
    private final Locale locale;
    private final Class<?> owner;

    /**
     * The vocabulary and the owner's own texts.
     *
     * @param owner a class beside whose package the resource {@code texts_en.properties} or {@code texts_fr.properties}
     *     stands
     */
    public Words(Locale locale, Class<?> owner) {
        this.locale = locale;
        this.owner = owner;
        String language = Language.of(locale.getLanguage()).code();
        load(Words.class, "vocabulary_" + language + ".properties");
        load(owner, "texts_" + language + ".properties");
    }

    private void load(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language and the number formats. */
    public Locale locale() {
        return locale;
    }

    /** The same texts in another language. */
    public Words in(Language language) {
        return new Words(language.locale(), owner);
    }

    /** Every key there is. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /**
     * The text of a key with its values filled in; numbers are written as the language writes them.
     *
     * @throws IllegalArgumentException when there is no such text
     */
    public String of(String key, Object... values) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return new MessageFormat(pattern, locale).format(values);
    }
}
