package dev.rebound.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that the program speaks. A new one is one more line here, and its texts beside those of the others;
 * menus, options and tests follow.
 */
public enum Language {
    /** British number and date formats. */
    ENGLISH(Locale.UK),
    /** French number and date formats. */
    FRENCH(Locale.FRANCE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Two letters, as {@code --lang} takes them and the files of texts are called. */
    public String code() {
        return locale.getLanguage();
    }

    /** How numbers and dates are written in it. */
    public Locale locale() {
        return locale;
    }

    /** The language of a code such as {@code fr}, {@code FR} or {@code fr-CA}; empty where it is not spoken. */
    public static Optional<Language> named(String code) {
        String wanted = code.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(l -> wanted.equals(l.code())
                        || wanted.startsWith(l.code() + "-")
                        || wanted.startsWith(l.code() + "_"))
                .findFirst();
    }

    /** The language of a code or of the code of a locale, such as {@code fr} or {@code fr_CA}; English where it is not spoken. */
    public static Language of(String code) {
        String wanted = code.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (wanted.startsWith(language.code())) {
                return language;
            }
        }
        return ENGLISH;
    }
}
