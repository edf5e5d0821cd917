package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.CommandLineProgram;
import dev.rebound.console.ConsoleApp;
import dev.rebound.evidence.EvidencePack;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message, no messages, two messages: every text with a count reads well whatever the count is. */
class PluralsTest {
    private static final int VALUES = 12;
    private static final long MANY = 1_234_567;

    /** A count, at most two words that qualify, and a word that ends as a plural does. */
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\p{L}\\d.,:;/–-])%s[ \\u00a0\\u202f]((?:[\\p{L}-]+ )?[\\p{L}-]+)");

    /** Words that end as a plural does and are none. */
    private static final Set<String> NO_PLURALS = Set.of(
            "address", "as", "in", "of", "has", "is", "was", "fois", "mois", "corps", "après", "au", "dans", "de",
            "des", "entre", "sans", "vers");

    /** Texts whose value before a plural is a name, a share or a fixed span. */
    private static final Set<String> NO_COUNTS = Set.of(
            "activity.problem.stray_parenthesis",
            "chart.earlier",
            "coverage.joined",
            "coverage.window",
            "evidence.exists",
            "file.exists",
            "import.progress",
            "incidents.shares",
            "joins.window",
            "keys.refused.everywhere",
            "keys.refused.taken",
            "keys.refused.typed",
            "mapping.notable",
            "privacy.becomes",
            "reading.windows.changed",
            "sources.more",
            "store.folder.move.words",
            "store.folder.open.words",
            "store.network",
            "store.restore.words",
            "store.synchronised",
            "use.number");

    /** Verbs of one thing, which end as its plural would. */
    private static final Set<String> VERBS = Set.of("closes", "matches", "shares", "belongs", "does");

    private static List<String> wrong(Class<?> owner, Language language, long count) {
        Words words = new Words(language.locale(), owner);
        String written = NumberFormat.getIntegerInstance(language.locale()).format(count);
        Pattern counted = Pattern.compile(COUNTED.pattern().formatted(Pattern.quote(written)));
        List<String> found = new ArrayList<>();
        for (String key : words.keys()) {
            if (NO_COUNTS.contains(key)) {
                continue;
            }
            Matcher m = counted.matcher(said(words, key, count));
            while (m.find()) {
                if (isPlural(m.group(1))) {
                    found.add(language.code() + " " + key + ": " + m.group());
                }
            }
        }
        return found;
    }

    private static String said(Words words, String key, long count) {
        Object[] values = new Object[VALUES];
        Arrays.fill(values, count);
        return words.of(key, values);
    }

    private static boolean isPlural(String noun) {
        return Arrays.stream(noun.split(" ", -1))
                .takeWhile(w -> !NO_PLURALS.contains(w))
                .anyMatch(w -> (w.endsWith("s") || w.endsWith("x")) && !VERBS.contains(w));
    }

    @ParameterizedTest
    @ValueSource(classes = {CommandLineProgram.class, ConsoleApp.class, EvidencePack.class})
    void oneIsSingular(Class<?> owner) {
        assertThat(wrong(owner, Language.ENGLISH, 1)).isEmpty();
        assertThat(wrong(owner, Language.FRENCH, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {CommandLineProgram.class, ConsoleApp.class, EvidencePack.class})
    void zeroIsSingularInFrench(Class<?> owner) {
        assertThat(wrong(owner, Language.FRENCH, 0)).isEmpty();
    }

    /** Where a text chooses, two are said in other words than one, and a large count is there with its thousands apart. */
    @ParameterizedTest
    @ValueSource(classes = {CommandLineProgram.class, ConsoleApp.class, EvidencePack.class})
    void aChoiceTellsOneFromManyAndShowsHowMany(Class<?> owner) {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            Words words = new Words(language.locale(), owner);
            String many = NumberFormat.getIntegerInstance(language.locale()).format(MANY);
            for (String key : words.keys()) {
                String one = said(words, key, 1).replace('1', '#');
                String two = said(words, key, 2).replace('2', '#');
                boolean chooses = !said(words, key, 2).equals(said(words, key, MANY))
                        && (!one.equals(two) || !one.equals(said(words, key, 0).replace('0', '#')));
                // A ticket names the server's reply or none: that choice is about words that are there, not about how
                // many.
                boolean named = key.startsWith("ticket.") && one.equals(two);
                if (chooses
                        && !named
                        && (one.equals(two) || !said(words, key, MANY).contains(many))) {
                    wrong.add(language.code() + " " + key);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A quote too many shows twice; one too few swallows itself and the value after it. */
    @ParameterizedTest
    @ValueSource(classes = {CommandLineProgram.class, ConsoleApp.class, EvidencePack.class})
    void apostrophesAreShownOnceWhateverTheCount(Class<?> owner) {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            Words words = new Words(language.locale(), owner);
            for (String key : words.keys()) {
                for (long count : new long[] {0, 1, 2, MANY}) {
                    String shown = said(words, key, count);
                    if (shown.contains("''") || shown.matches("(?s).*\\{\\d.*")) {
                        wrong.add(language.code() + " " + key + ": " + shown);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
