package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the help sets apart as a word of the window stands in the window. */
class HelpWordsTest {
    private static final Path TEXTS = Path.of("src/main/resources/dev/rebound");
    private static final Pattern SET_APART = Pattern.compile("(?<![*`])\\*([^*`\n]+)\\*(?![*`])");

    /** Said about the window, not by it: examples and beginnings of what it may say. */
    private static final Pattern NO_LABEL = Pattern.compile(
            "(which mails|quels e-mails|has any value|a une valeur|still open|en attente|stops in|s'arrête|something un|un imprévu).*");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theHelpCallsThingsWhatTheWindowCallsThem(String language) throws IOException {
        String shown = plain(all(TEXTS, "_" + language + ".properties"));
        List<String> strange = new ArrayList<>();
        Matcher word = SET_APART.matcher(all(TEXTS.resolve("console/help/" + language), ".md"));
        while (word.find()) {
            for (String part : word.group(1).split("[▾›]", -1)) {
                String label = plain(part).strip().replaceAll(" ?…$", "");
                if (!shown.contains(label) && !NO_LABEL.matcher(label).matches()) {
                    strange.add(word.group(1));
                }
            }
        }
        assertThat(strange).isEmpty();
    }

    private static String all(Path folder, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(end)).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static String plain(String text) {
        return text.replace("''", "'")
                .replace('’', '\'')
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
