package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** French is set as French: U+202F before ; ! ?, U+00A0 before : and % and inside « », a comma before decimals. */
class TypographyTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/rebound");

    /** A wrong or breaking space, or none; a colon right after a letter is the language of the filter. */
    private static final Pattern WRONG =
            Pattern.compile("[ \u00a0][;!?]|[^\\s\u00a0\u202f;!?(\\[/][;!?]|[ \u202f][:%»]|\\d%|«[^\u00a0]|[^\u00a0]»");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli/texts_fr.properties",
                "console/texts_fr.properties",
                "evidence/texts_fr.properties",
                "words/vocabulary_fr.properties"
            })
    void everyFrenchTextHasItsSpaces(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(RESOURCES.resolve(file))) {
            int equals = line.indexOf('=');
            if (equals > 0
                    && !line.startsWith("#")
                    && WRONG.matcher(line.substring(equals + 1)).find()) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFrenchPageOfTheHelpHasItsSpaces() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("console/help/fr"))) {
            for (Path page : pages.toList()) {
                for (String line : Files.readAllLines(page)) {
                    String words = line.startsWith("    ") ? "" : line.replaceAll("`[^`]*`", "x");
                    if (WRONG.matcher(words).find()) {
                        wrong.add(page.getFileName() + ": " + words);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFrenchSentenceAboutAReplyHasItsSpaces() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(RESOURCES.resolve("classify/rules/explanations.tsv"))) {
            String[] cells = line.split("\t", -1);
            for (int i = 3; i < Math.min(5, cells.length) && !line.startsWith("#"); i++) {
                if (WRONG.matcher(cells[i]).find()) {
                    wrong.add(cells[i]);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FRANCE|9,20\u00a0%|9,2\u00a0%|1\u202f234,50\u00a0%", "UK|9.20 %|9.2 %|1,234.50 %"})
    void sharesAreWrittenAsTheLanguageDoes(String country, String exact, String shortest, String large) {
        Locale locale = country.equals("UK") ? Locale.UK : Locale.FRANCE;
        assertThat(Percent.exact(locale, 2).of(0.092)).isEqualTo(exact);
        assertThat(Percent.upTo(locale, 1).of(0.092)).isEqualTo(shortest);
        assertThat(Percent.exact(locale, 2).of(12.345)).isEqualTo(large);
    }
}
