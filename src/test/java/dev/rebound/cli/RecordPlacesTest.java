package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.cli.Typed.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record is found again by its file and line, also where an export calls all its files alike. */
class RecordPlacesTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Ended imported;

    /** Records as somebody made them by hand: named in full, without an id. */
    @BeforeEach
    void importAFolderOfFilesWithOneName() throws IOException {
        typed = new Typed(folder.resolve("store"), "en");
        for (String kind : new String[] {"Send", "Delivery"}) {
            Path of = Files.createDirectories(folder.resolve("currents/type=" + kind + "/hour=08"));
            String event = """
                    {"event_type":"users.messages.email.%s","time":%d,"email_address":"anna@example.com","user_id":"u1","campaign_id":"c1","campaign_name":"Spring","dispatch_id":"d1"}
                    """.formatted(kind, kind.equals("Send") ? 1773388800 : 1773388860);
            Files.writeString(of.resolve("part-0.json"), event);
        }
        imported = typed.run("import", folder.resolve("currents").toString(), "--json");
    }

    @Test
    void recordsOfCurrentsWithoutAnIdAreRecognisedWhereTheyNameTheirTypeInFull() {
        assertThat(imported.code()).as(imported.out() + imported.err()).isZero();
        assertThat(imported.json().path("added").asInt()).isEqualTo(2);
        assertThat(imported.json().at("/files/0/feed").asText()).isEqualTo("Braze Currents");
    }

    @Test
    void eachEventOfAMessageNamesItsOwnFileAndImport() {
        Set<String> files = new HashSet<>();
        for (JsonNode event : typed.run("message", "d1", "--json").json().at("/messages/0/events")) {
            files.add(event.path("file").asText());
            assertThat(event.path("line").asInt()).isEqualTo(1);
            assertThat(event.path("import").asInt()).isPositive();
            assertThat(event.path("sha256").asText()).hasSize(64);
        }
        assertThat(files)
                .containsExactlyInAnyOrder("type=Send/hour=08/part-0.json", "type=Delivery/hour=08/part-0.json");
        assertThat(typed.run("message", "d1").out()).contains("[type=Send/hour=08/part-0.json, 1]");
    }

    @Test
    void aFileIsAskedForByItsNameAndByItsFolder() {
        assertThat(total("file:part-0.json")).isEqualTo(1);
        assertThat(total("file:part*")).isEqualTo(1);
        assertThat(total("file:type=Send*")).isEqualTo(1);
        assertThat(total("file:type=Bounce*")).isZero();
    }

    private int total(String filter) {
        return typed.run("find", filter, "--json").json().path("total").asInt();
    }

    @Test
    void theSourcesOfEvidenceAreToldApart() throws IOException {
        Path pack = folder.resolve("pack.zip");
        typed.run("evidence", "--filter", "campaign:Spring", "--for", "internal", "-o", pack.toString());
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String sources = zip.stream()
                    .filter(e -> e.getName().endsWith("sources.csv"))
                    .map(e -> {
                        try {
                            return new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8);
                        } catch (IOException x) {
                            throw new AssertionError(x);
                        }
                    })
                    .findFirst()
                    .orElseThrow();
            assertThat(sources).contains("type=Send/hour=08/part-0.json", "type=Delivery/hour=08/part-0.json");
        }
    }

    @Test
    void anEventTellsTheServiceAndTheFeedApart() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.json"), Typed.EVENTS);
        typed.run("import", answers.toString());
        for (JsonNode row : typed.run("find", "--events", "--json").json().path("rows")) {
            assertThat(row.path("feed").asText()).isIn("Braze", "SendGrid");
            if (row.path("feed").asText().equals("Braze")) {
                assertThat(row.path("esp").asText()).isNotEqualTo("Braze");
            }
        }
    }

    @Test
    void aStoreOfAnswersAloneIsToldWhichFilesAreMissing() {
        Typed alone = new Typed(folder.resolve("alone"), "en");
        alone.run("import", folder.resolve("currents/type=Delivery").toString());
        Ended coverage = alone.run("coverage");
        assertThat(coverage.code()).isEqualTo(1);
        assertThat(coverage.out())
                .contains("Braze Currents users.messages.email.Send")
                .doesNotContain("No hour");
        assertThat(alone.run("coverage", "--json").json().at("/sends_of/0").asText())
                .isEqualTo("Braze Currents users.messages.email.Send");
        assertThat(typed.run("coverage").out()).contains("No hour");
    }

    @Test
    void whatIsWrongWithALineIsSaidInPlainWords() throws IOException {
        Path torn = Files.writeString(folder.resolve("torn.json"), Typed.EVENTS + """
                {"email":"carla@example.com","timestamp":
                {"email":"carla@example.com" "timestamp":1}
                {"email":"carla@example.com","email":"dora@example.com"}
                {"email":carla}
                """);
        Ended ended = typed.run("import", torn.toString(), "--json");
        assertThat(ended.json().path("rejected").asInt()).isEqualTo(4);
        assertThat(ended.json().at("/files/0/rejections").toString())
                .contains("it stops in the middle", "is there twice", "neither a text in quotes nor a number")
                .doesNotContain("Source:", "StreamRead", "REDACTED", "token", "code ");
    }
}
