package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the inner parts say in English is said in the person's language; nothing they can say is forgotten. */
class SentencesTest {
    private static final Pattern SAID = Pattern.compile("(?:\\breject|new FeedException|new"
            + " StoreException|\\bproblem|Found\\.bad|FileReport\\.without|losses\\.tell|problems\\.add|said\\.add|notes\\.add|new"
            + " IOException)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private final Sentences french = Sentences.in(Locale.FRANCE);

    @Test
    void englishStaysAsItWasSaid() {
        assertThat(Sentences.in(Locale.UK).of("a.json is empty (0 bytes). Ask for the export again."))
                .isEqualTo("a.json is empty (0 bytes). Ask for the export again.");
    }

    @Test
    void valuesKeepTheirPlace() {
        assertThat(french.of("Line 7 has 3 cells, the header has 5."))
                .isEqualTo("La ligne 7 a 3 cellules, l'en-tête en a 5.");
    }

    @Test
    void whatIsWrongWithALineOfJsonIsSaidToo() {
        assertThat(french.of("Line 4 is not valid JSON: it stops in the middle."))
                .isEqualTo("La ligne 4 n'est pas du JSON valide\u00a0: il s'arrête au milieu.");
        assertThat(french.of("Line 4 is not valid JSON: \"not\" is neither a text in quotes nor a number."))
                .contains("«\u00a0not\u00a0» n'est ni un texte");
    }

    @Test
    void countsAreWrittenAsTheLanguageWritesThem() {
        String said = "2405 records tell subscription statuses, which are no events.";
        assertThat(french.of(said)).startsWith("2\u202f405 enregistrements");
        assertThat(Sentences.in(Locale.UK).of(said)).startsWith("2,405 records");
        assertThat(Sentences.in(Locale.UK).of("2026-01.csv: 12000 of 15000 records cannot be read as Mailgun events."))
                .isEqualTo("2026-01.csv: 12,000 of 15,000 records cannot be read as Mailgun events.");
        assertThat(Sentences.in(Locale.UK)
                        .of("The lines of syslog carry no year: 2026 was taken, from the date of the file."))
                .as("a year is no count")
                .contains(" 2026 ");
    }

    /** Whoever adds a sentence with a count marks it as one. */
    @Test
    void everyCountOfASentenceIsMarkedAsOne() throws IOException {
        Pattern bare = Pattern.compile(
                "[Ll]ine \\{\\d\\}|\\{\\d\\} (?:records|events|times|texts|files|cells|rows|of \\{\\d\\} records)\\b");
        String text = Files.readString(Path.of("src/main/resources/dev/rebound/words/sentences_fr.txt"));
        assertThat(Stream.of(text.split("\n\n", -1))
                        .map(two -> two.split("\n", -1)[0])
                        .filter(s -> bare.matcher(s).find()))
                .isEmpty();
    }

    @Test
    void readersAreCalledByTheirNamesInTheLanguage() {
        assertThat(french.of("Mailchimp bounce report, day first, Braze Currents"))
                .isEqualTo("Rapport de rebonds Mailchimp, jour d'abord, Braze Currents");
        Set<String> english = new TreeSet<>();
        for (FeedInfo feed : StandardFeeds.catalog().feeds()) {
            if (!feed.name().startsWith("a ")
                    && feed.name().matches(".* [a-z]{4,}.*")
                    && french.of(feed.name()).equals(feed.name())) {
                english.add(feed.name());
            }
        }
        assertThat(english)
                .as("readers without a French name in sentences_fr.txt")
                .isEmpty();
    }

    @Test
    void severalSentencesAreSaidOneByOneAndAnUnknownOneStays() {
        assertThat(french.of("a.csv was only checked; nothing was stored. Nobody wrote this. Line 3 holds no object."))
                .isEqualTo("a.csv a seulement été vérifié\u202f; rien n'a été enregistré. Nobody wrote this."
                        + " La ligne 3 ne contient pas d'objet.");
    }

    @Test
    void everySentenceOfRefusalInTheProgramIsKnown() throws IOException {
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/rebound"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*/(feeds|intake|store|filter|figures)/.*\\.java"))
                    .toList()) {
                sentences(Files.readString(file)).stream()
                        .filter(s -> french.of(s).equals(s))
                        .forEach(s -> unknown.add(file.getFileName() + ": " + s));
            }
        }
        assertThat(unknown).as("sentences without a line in sentences_fr.txt").isEmpty();
    }

    /** Whole sentences among the arguments of the calls that refuse something, with a word for each value. */
    private static Set<String> sentences(String source) {
        Set<String> found = new TreeSet<>();
        Matcher call = SAID.matcher(source);
        while (call.find()) {
            StringBuilder sentence = new StringBuilder();
            int depth = 0;
            for (int at = call.end(); at < source.length() && depth >= 0; at++) {
                char c = source.charAt(at);
                Matcher literal = LITERAL.matcher(source).region(at, source.length());
                if (c == '"' && literal.lookingAt()) {
                    sentence.append(literal.group(1).replace("\\\"", "\""));
                    at = literal.end() - 1;
                } else if (c == '(') {
                    depth++;
                } else if (c == ')') {
                    depth--;
                } else if (c == ',' && depth == 0) {
                    keep(sentence, found);
                } else if (c == '?') {
                    // A choice of words: the parts are whole only when they are looked at by a person.
                    sentence.append('?');
                } else if (!Character.isWhitespace(c) && c != '+' && !endsWithValue(sentence)) {
                    sentence.append(VALUE);
                }
            }
            keep(sentence, found);
        }
        return found;
    }

    private static final String VALUE = "\u0001";

    private static boolean endsWithValue(StringBuilder sentence) {
        return sentence.toString().endsWith(VALUE);
    }

    private static void keep(StringBuilder sentence, Set<String> found) {
        String s = sentence.toString().replace(VALUE, "12");
        sentence.setLength(0);
        if (s.indexOf('?') < 0 && s.matches(".*[a-z]{2,} [a-z]+.*[.]")) {
            found.add(s);
        }
    }
}
