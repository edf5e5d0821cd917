package dev.rebound.feeds.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.feeds.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as manuals print them and people paste them together: what is good is read, what is broken is one rejection. */
class BrokenJsonTest {
    private static final String FIRST =
            "{\"event\":\"sent\",\"time\":1773392406,\"email\":\"a@example.com\",\"MessageID\":1}";
    private static final String LAST = FIRST.replace("a@", "z@");

    @TempDir
    Path folder;

    /** A and Z are good records, a stroke is the end of a line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            a comma behind the last          ^ [A,|Z,|] ^
            a comma behind each              ^ A,|Z,| ^
            one list behind the other        ^ [A]|[Z] ^
            lists in a list                  ^ [[A],[Z]] ^
            comments between                 ^ [|A, // {one|/* "two" */ Z] ^
            a mark of the encoding inside    ^ A|\uFEFFZ| ^
            a comma missing                  ^ [A,|{"event":"sent" "time":1},|Z]       ^ Line 2 is not valid JSON: \""" is not expected where it stands (column 17).
            a comma too many                 ^ [|{"event":"sent",},A,Z]                ^ Line 2 is not valid JSON: "}" is not expected where it stands (column 17).
            a bracket missing                ^ [A,|{"event":"sent","to":["b"},|Z]      ^ Line 2 is not valid JSON: a bracket closes another than it should (column 26).
            a brace missing                  ^ [A,|Z,{"event":"sent"]                  ^ Line 2 is not valid JSON: a bracket closes another than it should (column 89).
            a quotation mark missing         ^ [|A,|{| "event":"sent,| "time":1|},|Z|] ^ Line 4 is not valid JSON: a line break or another control character stands inside a text (column 16).
            a line break in a text           ^ [A,|{"event":"sent","x":"a|b"},|Z]      ^ Line 2 is not valid JSON: a line break or another control character stands inside a text (column 23).
            what is no object                ^ [A,|7, Z]                               ^ Line 2 holds no object.
            """)
    void aListThatIsNotQuiteJsonLosesOnlyWhatIsBroken(String what, String list, String problem)
            throws IOException, FeedException {
        String text = list.replace('|', '\n').replace("A", FIRST).replace("Z", LAST);
        Reading reading = Reading.of(folder, "mailjet.json", text);
        assertThat(reading.events())
                .extracting(e -> e.address().text())
                .containsExactly("a@example.com", "z@example.com");
        assertThat(reading.rejections())
                .extracting(r -> r.reason())
                .containsExactlyElementsOf(problem == null ? List.of() : List.of(problem));
    }

    /** The same in one line, between lines that are whole. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            two objects         ^ AZ ^ 0
            with a comma        ^ A,Z ^ 0
            a list with a fault ^ [A,{"event":"sent" "time":1},Z] ^ 1
            the end missing     ^ [A,Z,{"event":"se ^ 1
            """)
    void aLineThatIsNotQuiteJsonLosesOnlyWhatIsBroken(String what, String line, int broken)
            throws IOException, FeedException {
        String whole = FIRST.replace("a@", "m@");
        Reading reading = Reading.of(
                folder,
                "mailjet.json",
                whole + "\n" + line.replace("A", FIRST).replace("Z", LAST) + "\n" + whole.replace("m@", "n@") + "\n");
        assertThat(reading.events())
                .extracting(e -> e.address().text())
                .containsExactly("m@example.com", "a@example.com", "z@example.com", "n@example.com");
        assertThat(reading.rejections()).hasSize(broken).allMatch(r -> r.line() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mar 13 app: A", "ed\",\"args\":A}", "{\"event\":\"sent\",\"x\":{\"a\":1}"})
    void aLineThatIsSomethingElseIsOneRejection(String line) throws IOException, FeedException {
        Reading reading =
                Reading.of(folder, "mailjet.json", FIRST + "\n" + line.replace("A", LAST) + "\n" + FIRST + "\n");
        assertThat(reading.rejections()).hasSize(1).allMatch(r -> r.line() == 2);
        assertThat(reading.events()).extracting(e -> e.address().text()).containsOnly("a@example.com");
    }
}
