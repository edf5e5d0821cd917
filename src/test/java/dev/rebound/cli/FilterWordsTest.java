package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.Typed.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter says "not" by a minus sign on the command line too, and a wrong option is still refused. */
class FilterWordsTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void importEvents() throws IOException {
        typed = new Typed(folder.resolve("store"), "en");
        typed.run(
                "import",
                Files.writeString(folder.resolve("events.json"), Typed.EVENTS).toString());
    }

    private long found(String... words) {
        String[] args = new String[words.length + 2];
        args[0] = "find";
        args[1] = "--json";
        System.arraycopy(words, 0, args, 2, words.length);
        Ended ended = typed.run(args);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.json().path("total").asLong();
    }

    @Test
    void aMinusSignExcludesWhereverItStands() {
        assertThat(found("-is:delivered")).isEqualTo(1);
        assertThat(found("is:hard", "-domain:example.com")).isZero();
        assertThat(found("-domain:example.org", "is:hard")).isEqualTo(1);
        assertThat(found("-anna")).isEqualTo(1);
        assertThat(found("-(is:hard OR is:delivered)")).isZero();
        assertThat(found("-\"anna@example.com\"")).isEqualTo(1);
        assertThat(found("--", "-is:delivered")).isEqualTo(1);
    }

    @Test
    void whatBeginsLikeAnOptionWithAFileIsATermAllTheSame() {
        assertThat(found("-on:2026-03-13")).isZero();
        Path rows = folder.resolve("rows.csv");
        assertThat(typed.run("find", "-orange", "-o", rows.toString()).code()).isZero();
        assertThat(rows).exists();
    }

    @Test
    void everyCommandWithAFilterTakesIt() throws IOException {
        assertThat(typed.run("facets", "--field", "state", "-is:delivered", "--json")
                        .json()
                        .path("facets")
                        .path("state"))
                .hasSize(1);
        assertThat(typed.run("facets", "-anna", "--field", "state", "--json")
                        .json()
                        .at("/facets/state"))
                .hasSize(1);
        assertThat(typed.run("histogram", "-is:delivered", "--json").json().at("/bins/0/counts"))
                .hasSize(1);
        assertThat(typed.run("resend", "-is:delivered", "--json")
                        .json()
                        .path("considered")
                        .asInt())
                .isEqualTo(1);
        assertThat(typed.run("patterns", "-is:delivered", "--json")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        Path pack = folder.resolve("pack.zip");
        Ended evidence = typed.run(
                "evidence", "--filter", "-is:delivered", "--for", "internal", "-o", pack.toString(), "--json");
        assertThat(evidence.json().path("rows").asInt()).isEqualTo(1);
        typed.run("case", "begin", "Spring", "--filter", "-is:delivered");
        assertThat(typed.run("case", "view", "Spring", "-is:hard").code()).isZero();
    }

    @Test
    void aMisspeltOptionIsRefusedWithTheOneThatIsMeant() {
        Ended two = typed.run("find", "is:hard", "--formt", "csv");
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err()).contains("--formt", "--format");
        Ended one = typed.run("find", "is:hard", "-limit", "3");
        assertThat(one.code()).isEqualTo(2);
        assertThat(one.err()).contains("--limit");
        assertThat(typed.run("gap", "-is:hard").code()).isEqualTo(2);
    }

    @Test
    void aWrongFilterIsToldTheSignThatWasTyped() {
        Ended wrong = typed.run("find", "-dmain:example.com");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("2", "dmain");
    }
}
