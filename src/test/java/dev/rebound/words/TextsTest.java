package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.CommandLineProgram;
import dev.rebound.console.ConsoleApp;
import dev.rebound.evidence.EvidencePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All languages say the same things, and the program says each of them somewhere. */
class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z_]+)*\\.?)\"");

    private static Words words(Locale locale, Class<?> owner) {
        return new Words(locale, owner);
    }

    @ParameterizedTest
    @ValueSource(classes = {CommandLineProgram.class, ConsoleApp.class, EvidencePack.class})
    void everyLanguageHasTheSameTextsWithTheSameValues(Class<?> owner) {
        Words english = words(Locale.UK, owner);
        Object[] values = {11_111, 22_222, 33_333, 44_444, 55_555};
        for (Language language : Language.values()) {
            Words other = words(language.locale(), owner);
            assertThat(other.keys()).as(language.code()).isEqualTo(english.keys());
            for (String key : english.keys()) {
                assertThat(other.of(key, values)).as(key).isNotBlank();
                assertThat(places(other.of(key, values))).as(key).isEqualTo(places(english.of(key, values)));
            }
        }
    }

    /** Without these the program ends in trouble as soon as it is asked to speak the language. */
    @Test
    void everyLanguageHasItsHelpItsSentencesAndItsName() throws IOException {
        Path console = Path.of("src/main/resources/dev/rebound/console");
        Path words = Path.of("src/main/resources/dev/rebound/words");
        Set<String> pages = pages(console.resolve("help/en"));
        assertThat(pages).hasSizeGreaterThan(10);
        Words english = new Words(Locale.UK, ConsoleApp.class);
        for (Language language : Language.values()) {
            assertThat(pages(console.resolve("help").resolve(language.code())))
                    .as("pages of console/help/%s", language.code())
                    .isEqualTo(pages);
            assertThat(english.keys())
                    .as("the language's name, as the menu and the settings show it")
                    .contains("menu.language." + language.code());
            if (language != Language.ENGLISH) {
                assertThat(words.resolve("sentences_" + language.code() + ".txt"))
                        .as("what the inner parts say; it may begin empty")
                        .exists();
            }
        }
    }

    private static Set<String> pages(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A branch with a value in it is read twice, so each apostrophe in it is written four times. */
    @Test
    void noApostropheOfABranchWithAValueIsLost() throws IOException {
        Pattern branch = Pattern.compile("[#<]([^#<|{}]*(?:\\{\\d[^{}]*}[^#<|{}]*)+)[|}]");
        Pattern lost = Pattern.compile("(?<!')'{1,3}(?!')");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher m = branch.matcher(line);
                    while (line.contains(",choice,") && m.find()) {
                        if (lost.matcher(m.group(1)).find()) {
                            found.add(line);
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** Which values a text shows. */
    private static Set<Integer> places(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        Set<Integer> places = new TreeSet<>();
        for (int n = 1; n <= 5; n++) {
            if (digits.contains(String.valueOf(n).repeat(5))) {
                places.add(n);
            }
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "console", "evidence"})
    void everyTextOfAPartIsUsedAndEveryUsedTextIsThere(String part) throws IOException {
        Class<?> owner = switch (part) {
            case "cli" -> CommandLineProgram.class;
            case "console" -> ConsoleApp.class;
            default -> EvidencePack.class;
        };
        Set<String> keys = words(Locale.UK, owner).keys();
        Set<String> used = literals(Path.of("src/main/java/dev/rebound", part));
        Set<String> prefixes = new TreeSet<>();
        used.stream().filter(k -> k.endsWith(".")).forEach(prefixes::add);
        Set<String> families = new TreeSet<>();
        keys.forEach(k -> families.add(k.substring(0, k.indexOf('.') < 0 ? k.length() : k.indexOf('.') + 1)));
        Set<String> unused = new TreeSet<>(keys);
        unused.removeIf(k -> used.contains(k)
                || prefixes.stream().anyMatch(k::startsWith)
                || (k.endsWith(".words") && used.contains(k.substring(0, k.length() - 6)))
                || isShared(k));
        assertThat(unused).as("texts that nothing says").isEmpty();
        Set<String> missing = new TreeSet<>(used);
        missing.removeIf(k -> k.endsWith(".")
                || keys.contains(k)
                || k.indexOf('.') < 0
                || !families.contains(k.substring(0, k.indexOf('.') + 1))
                || k.matches("(console|menu)\\.(theme|language)|.*\\.csv")
                || keys.stream().anyMatch(x -> x.startsWith(k + ".")));
        assertThat(missing).as("texts that are said and not there").isEmpty();
    }

    private static boolean isShared(String key) {
        return key.matches(
                "(state|reason|class|kind|subscription|validity|doubt|split|cause|figure|ledger|contradiction|request|resend|ticket)\\..*");
    }

    private static Set<String> literals(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = LITERAL.matcher(Files.readString(file));
                while (m.find()) {
                    found.add(m.group(1));
                }
            }
        }
        return found;
    }
}
