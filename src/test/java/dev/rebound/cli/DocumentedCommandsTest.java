package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages and the workflow tell people to type or press is there: commands, options, goals, tests, scripts, files, words of the window. */
class DocumentedCommandsTest {
    private static final Pattern COMMAND =
            Pattern.compile("(?:`|^ {4}|/bin/|^sudo )rebound ([a-z][a-z-]+)((?: [^`#|>]*)?)", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern GOAL = Pattern.compile("exec:exec@([a-z-]+)");
    private static final Pattern TEST = Pattern.compile("-Dtest='?([A-Za-z0-9#,]+)");
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w/])((?:\\.ci|packaging|src/main|src/test|src/bench|src/docs|assets)/[\\w./-]*[\\w-])(?![\\w*]*[*…])");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    private static final Pattern WAY = Pattern.compile("\\*([^*\\n]+ › [^*\\n]+)\\*");

    @TempDir
    Path folder;

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("packaging/README.md")));
        for (Path all : List.of(Path.of("src/docs"), Path.of(".github/workflows"))) {
            try (Stream<Path> files = Files.list(all)) {
                // Changes tell of what was, decisions of what was given up.
                files.filter(Files::isRegularFile)
                        .filter(f -> !f.endsWith("changelog.md") && !f.endsWith("decisions.md"))
                        .sorted()
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<String> found(Pattern pattern, int group) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path page : pages()) {
            Matcher m = pattern.matcher(Files.readString(page));
            while (m.find()) {
                found.add(m.group(group));
            }
        }
        return List.copyOf(found);
    }

    @Test
    void everyCommandAndOptionIsThere() throws IOException {
        TreeMap<String, TreeSet<String>> typed = new TreeMap<>();
        for (Path page : pages()) {
            Matcher m = COMMAND.matcher(Files.readString(page));
            while (m.find()) {
                Matcher option = OPTION.matcher(m.group(2));
                TreeSet<String> options = typed.computeIfAbsent(m.group(1), c -> new TreeSet<>());
                while (option.find()) {
                    options.add(option.group());
                }
            }
        }
        assertThat(typed).hasSizeGreaterThan(12);
        Typed rebound = new Typed(folder, "en");
        typed.forEach((command, options) -> {
            Typed.Ended help = rebound.run(command, "--help");
            assertThat(help.code()).as("rebound %s: %s", command, help.err()).isZero();
            // Words of subcommands stand in the help of those.
            String all = help.out() + rebound.run("--help").out();
            for (String option : options) {
                assertThat(all).as("rebound %s %s", command, option).contains(option);
            }
        });
    }

    @Test
    void everyGoalTestAndFileIsThere() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertThat(found(GOAL, 1))
                .hasSizeGreaterThan(10)
                .allSatisfy(g -> assertThat(build).contains("<id>" + g + "</id>"));
        for (String tests : found(TEST, 1)) {
            for (String test : tests.split(",", -1)) {
                assertThat(source(test.replaceAll("#.*", ""))).as(test).isNotEmpty();
            }
        }
        assertThat(found(FILE, 1))
                .filteredOn(f -> !f.contains("NAME"))
                .hasSizeGreaterThan(20)
                .allSatisfy(f -> assertThat(Path.of(f)).exists());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            Path around = Objects.requireNonNull(page.toAbsolutePath().getParent());
            Matcher m = LINK.matcher(Files.readString(page));
            while (m.find()) {
                assertThat(around.resolve(m.group(1))).as("in %s", page).exists();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyWayThroughTheWindowIsThere(String language) throws IOException {
        String texts = plain(
                Files.readString(Path.of("src/main/resources/dev/rebound/console/texts_" + language + ".properties"))
                        .replace("''", "'"));
        Matcher way = WAY.matcher(plain(Files.readString(Path.of("src/docs/guide." + language + ".md"))));
        int steps = 0;
        while (way.find()) {
            for (String step : way.group(1).split(" › ", -1)) {
                assertThat(texts).as("in %s", way.group()).contains("=" + step.replaceAll(" ?…$", ""));
                steps++;
            }
        }
        assertThat(steps).isGreaterThan(5);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00A0\\u202F\\s&&[^\\n]]", " ").replace('’', '\'');
    }

    private static List<Path> source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(f -> f.endsWith(test + ".java")).toList();
        }
    }
}
