package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: field names, exit codes, results on one stream and talk on the other. */
class ContractTest {
    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.writeString(folder.resolve("events.json"), Typed.EVENTS);
    }

    private Typed.Ended run(String... args) {
        return new Typed(folder.resolve("store"), "en").run(args);
    }

    private Typed.Ended runWith(String input, String... args) {
        return new Typed(folder.resolve("store"), "en").runWith(input, args);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void importTellsWhatBecameOfEachFile() {
        Typed.Ended first = run("import", events.toString(), "--json");
        assertThat(first.code()).isZero();
        assertThat(names(first.json())).contains("files", "added", "duplicates", "rejected", "newly_invalid");
        JsonNode file = first.json().path("files").get(0);
        assertThat(names(file))
                .contains("file", "feed", "status", "read", "added", "duplicates", "rejected", "message", "rejections");
        assertThat(file.path("status").asText()).isEqualTo("imported");
        assertThat(first.json().path("added").asInt()).isEqualTo(4);
        assertThat(first.json().path("newly_invalid").asInt()).isEqualTo(1);
        assertThat(run("import", events.toString(), "--json")
                        .json()
                        .path("files")
                        .get(0)
                        .path("status")
                        .asText())
                .isEqualTo("already_imported");
    }

    @Test
    void aSubscriptionStatusIsCountedBesideTheEvents() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.json"),
                "{\"emails\":[{\"email\":\"left@example.com\",\"unsubscribed_at\":\"2026-03-13 09:00:00 +0000\"}],\"message\":\"success\"}");
        Typed.Ended ended = run("import", page.toString(), "--json");
        JsonNode file = ended.json().path("files").get(0);
        assertThat(file.path("read").asLong()).isEqualTo(1);
        assertThat(file.path("added").asLong()).isZero();
        assertThat(file.path("statuses").asLong()).isEqualTo(1);
        assertThat(file.path("message").asText()).contains("1 record tells a subscription status");
    }

    @Test
    void aCheckDoesNotPretendToKnowWhoBecomesInvalid() {
        Typed.Ended checked = run("import", events.toString(), "--dry-run", "--json");
        assertThat(checked.json().path("added").asInt()).isEqualTo(4);
        assertThat(checked.json().path("newly_invalid").isNull()).isTrue();
        assertThat(run("import", events.toString(), "--dry-run").out())
                .contains("Checked, nothing stored: 4 new events", "known after the import");
    }

    @Test
    void aBrokenLineDeservesALookAndTheOthersAreKept() throws IOException {
        Path broken =
                Files.writeString(folder.resolve("broken.json"), Typed.EVENTS + "{\"email\" \"x\"}\n" + "not json\n");
        Typed.Ended ended = run("import", broken.toString(), "--json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.json().path("added").asInt()).isEqualTo(4);
        JsonNode rejection =
                ended.json().path("files").get(0).path("rejections").get(0);
        assertThat(names(rejection)).contains("line", "reason", "text");
        assertThat(rejection.path("line").asInt()).isEqualTo(5);
    }

    @Test
    void anUnknownFileIsNotRecognised() throws IOException {
        Path poem = Files.writeString(folder.resolve("poem.txt"), "Roses are red\n");
        Typed.Ended ended = run("import", poem.toString(), "--json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.json().path("files").get(0).path("status").asText()).isEqualTo("not_recognised");
    }

    @Test
    void whatComesByStandardInputIsImportedLikeAFile() {
        Typed.Ended ended = runWith(Typed.EVENTS, "import", "-", "--json");
        assertThat(ended.json().path("added").asInt()).isEqualTo(4);
        assertThat(ended.json().path("files").get(0).path("feed").asText()).contains("SendGrid");
        assertThat(run("find", "", "--json").json().path("total").asInt()).isPositive();
        assertThat(runWith("Roses are red\n", "import", "-").code()).isEqualTo(1);
    }

    @Test
    void aReaderOfOnesOwnIsChosenByItsName() throws IOException {
        Path readers = Files.createDirectories(folder.resolve("store").resolve("readers"));
        Files.writeString(readers.resolve("my-log.json"), """
                {"version": 1, "id": "my-log", "name": "My log", "source": "Shop mailer",
                 "recognise": {"shape": "csv", "has": ["Recipient", "When", "Result", "Never there"]},
                 "address": "Recipient", "time": "When", "zone": "Europe/Paris",
                 "words": {"of": "Result", "mean": {"gone": "hard_bounce invalid_recipient"}}}
                """);
        Path log = Files.writeString(
                folder.resolve("log.csv"), "Recipient,When,Result\nanna@example.com,2026-03-14 09:00:00,gone\n");
        assertThat(run("import", log.toString()).code()).isEqualTo(1);
        Typed.Ended ended = run("import", log.toString(), "--as", "my-log", "--json");
        assertThat(ended.json().path("added").asInt()).isEqualTo(1);
        assertThat(ended.json().path("files").get(0).path("feed").asText()).isEqualTo("My log");
        assertThat(run("find", "", "--events", "--json").out()).contains("2026-03-14T08:00:00Z");
        assertThat(run("import", log.toString(), "--as", "nobody").err()).contains("my-log");
    }

    @Test
    void theFilterOfEventsAcceptsEventsAndKeepsThoseOfNoMessage() throws IOException {
        run("import", events.toString());
        Path list = Files.writeString(folder.resolve("hard_bounces.json"), """
                {"emails":[{"email":"dora@example.net","hard_bounced_at":"2026-03-12 09:00:00 +0000"}],"message":"success"}
                """);
        assertThat(run("import", list.toString(), "--json").json().path("added").asInt())
                .isEqualTo(1);
        JsonNode bounces = run("find", "kind:hard_bounce", "--events", "--json").json();
        assertThat(bounces.path("total").asInt()).isEqualTo(1);
        assertThat(bounces.path("rows").get(0).path("kind").asText()).isEqualTo("hard_bounce");
        assertThat(bounces.path("rows").get(0).path("message_id").asText()).isEqualTo("m1");
        assertThat(run("find", "source:SendGrid", "--events", "--json")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
        assertThat(run("find", "", "--events", "--json").json().path("total").asInt())
                .isEqualTo(5);
        JsonNode listed =
                run("find", "kind:listed_invalid", "--events", "--json").json();
        assertThat(listed.path("total").asInt()).isEqualTo(1);
        assertThat(listed.path("rows").get(0).path("address").asText()).isEqualTo("dora@example.net");
        JsonNode newest =
                run("find", "is:hard", "--events", "--limit", "1", "--json").json();
        assertThat(newest.path("total").asInt()).isEqualTo(2);
        assertThat(newest.path("rows")).hasSize(1);
        assertThat(newest.path("rows").get(0).path("time").asText()).isEqualTo("2026-03-13T08:01:00Z");
    }

    @Test
    void aFileOfWhichTheNamedReaderReadsNothingIsNotStored() {
        Typed.Ended wrong = run("import", events.toString(), "--as", "braze-currents", "--json");
        assertThat(wrong.json().path("files").get(0).path("status").asText()).isEqualTo("failed");
        assertThat(wrong.json().path("rejected").asInt()).isEqualTo(4);
        assertThat(run("imports", "--json").out()).doesNotContain("events.json");
        assertThat(run("import", events.toString(), "--json")
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aDryRunStoresNothing() {
        assertThat(run("import", events.toString(), "--dry-run", "--json")
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(4);
        assertThat(run("find", "", "--json").json().path("total").asInt()).isZero();
    }

    @Test
    void gapHasItsFields() {
        run("import", events.toString());
        JsonNode group =
                run("gap", "--by", "esp", "--json").json().path("groups").get(0);
        assertThat(names(group))
                .contains(
                        "key",
                        "id",
                        "sends",
                        "deliveries",
                        "gap",
                        "states",
                        "adds_up",
                        "orphan_deliveries",
                        "duplicates",
                        "test_sends",
                        "not_sent");
        assertThat(names(group.path("states")))
                .containsExactly(
                        "delivered",
                        "returned",
                        "hard_bounced",
                        "blocked",
                        "dropped",
                        "rejected",
                        "soft_bounced",
                        "unrecognised",
                        "uncovered",
                        "open",
                        "timed_out",
                        "unexplained");
        assertThat(group.path("sends").asInt()).isEqualTo(2);
        assertThat(group.path("adds_up").asBoolean()).isTrue();
    }

    @Test
    void findHasItsFieldsAndFormats() {
        run("import", events.toString());
        JsonNode found = run("find", "is:hard", "--json").json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(names(found.path("rows").get(0)))
                .containsExactly(
                        "time",
                        "address",
                        "campaign",
                        "state",
                        "reason",
                        "class",
                        "tries",
                        "reply",
                        "smtp_code",
                        "enhanced_code",
                        "provider",
                        "domain",
                        "esp",
                        "ip",
                        "dispatch_id",
                        "message_id",
                        "first_event",
                        "validity",
                        "subscription",
                        "source");
        assertThat(run("find", "", "--format", "ndjson").out().strip().lines()).hasSize(2);
        assertThat(run("find", "", "--format", "csv").out().strip().lines()).hasSize(3);
        assertThat(run("find", "", "--format", "md").out()).startsWith("|");
        assertThat(run("find", "is:hard", "--mask", "--format", "csv").out()).doesNotContain("anna@example.com");
        Path sheet = folder.resolve("rows.xlsx");
        assertThat(run("find", "", "--format", "xlsx", "-o", sheet.toString()).code())
                .isZero();
        assertThat(sheet).isNotEmptyFile();
        JsonNode told = run("find", "--events", "", "--json").json();
        assertThat(told.path("total").asInt()).isEqualTo(4);
        JsonNode newest = told.path("rows").get(0);
        assertThat(newest.path("kind").asText()).isEqualTo("delivery");
        assertThat(newest.path("address").asText()).isEqualTo("bruno@example.org");
        assertThat(newest.path("state").asText()).isEqualTo("delivered");
        assertThat(newest.path("source").asText()).isEqualTo("events.json");
        assertThat(newest.path("tries").asInt()).isEqualTo(1);
        assertThat(newest.path("first_event").asText()).isEqualTo("2026-03-13T08:00:00Z");
        assertThat(newest.path("reason").isNull()).isTrue();
    }

    @Test
    void facetsAndHistogramAddUp() {
        run("import", events.toString());
        JsonNode facets = run("facets", "", "--field", "state", "--json")
                .json()
                .path("facets")
                .path("state");
        assertThat(facets).hasSize(2);
        assertThat(names(facets.get(0))).containsExactly("value", "count");
        JsonNode bins = run("histogram", "", "--step", "hour", "--json").json().path("bins");
        assertThat(names(bins.get(0))).containsExactly("from", "counts");
    }

    @Test
    void addressMessageAndInvalidTellTheirStory() {
        run("import", events.toString());
        JsonNode address = run("address", "anna@example.com", "--json").json();
        assertThat(address.path("validity").asText()).isEqualTo("invalid");
        assertThat(address.path("messages")).hasSize(1);
        JsonNode message = run("message", "m1", "--json").json();
        assertThat(message.toString()).contains("events.json").contains("User unknown");
        JsonNode chain = message.path("messages").get(0).path("events");
        assertThat(chain.get(0).path("kind").asText()).isEqualTo("send");
        assertThat(chain.get(0).path("reason").isNull()).isTrue();
        assertThat(chain.get(0).path("class").isNull()).isTrue();
        assertThat(chain.get(1).path("class").asText()).isEqualTo("hard");
        JsonNode invalid = run("invalid", "list", "--json").json();
        assertThat(names(invalid.path("rows").get(0)))
                .containsExactly(
                        "address",
                        "since",
                        "reason",
                        "class",
                        "caused_by",
                        "subscription",
                        "events_since",
                        "verdict",
                        "why",
                        "why_text");
        assertThat(run("invalid", "audit", "--json").json().path("total").asInt())
                .isZero();
        assertThat(run("invalid", "questionable", "--json").json().path("total").asInt())
                .isZero();
    }

    @Test
    void patternsGroupRepliesAndListWhereWordAndTextDisagree() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.json"), Typed.EVENTS + """
                {"email":"carla@example.net","timestamp":1773388900,"event":"bounce","type":"blocked","reason":"550 5.1.1 User carla unknown","sg_event_id":"e5","sg_message_id":"m3"}
                {"email":"dario@example.net","timestamp":1773388901,"event":"bounce","type":"bounce","reason":"550 quod 123456 erat","sg_event_id":"e6","sg_message_id":"m4"}
                {"email":"elena@example.net","timestamp":1773388902,"event":"bounce","type":"bounce","reason":"550 quod 998877 erat","sg_event_id":"e7","sg_message_id":"m5"}
                """);
        run("import", odd.toString());
        JsonNode unknown = run("patterns", "class:undetermined", "--json").json();
        assertThat(unknown.path("total").asInt()).isEqualTo(1);
        JsonNode row = unknown.path("rows").get(0);
        assertThat(names(row))
                .containsExactly(
                        "messages",
                        "events",
                        "pattern",
                        "kind",
                        "word",
                        "class",
                        "reason",
                        "rule",
                        "disagrees",
                        "example");
        assertThat(row.path("messages").asInt()).isEqualTo(2);
        assertThat(row.path("pattern").asText()).isEqualTo("550 quod <id> erat");
        JsonNode odds = run("patterns", "--disagreeing", "--json").json();
        assertThat(odds.path("total").asInt()).isEqualTo(1);
        assertThat(odds.path("rows").get(0).path("kind").asText()).isEqualTo("block");
        assertThat(odds.path("rows").get(0).path("class").asText()).isEqualTo("hard");
        assertThat(run("patterns", "--disagreeing").out()).contains("1 pattern");
    }

    @Test
    void anEstimateIsListedUntilTheOperatorJudges() throws IOException {
        Path log = Files.writeString(
                folder.resolve("mail-2026-03-13.log"),
                "2026-03-13T09:15:02+00:00 mx postfix/smtp[77]: 4A1B2C3D4E: to=<fay@example.net>,"
                        + " relay=mx.example.net[192.0.2.9]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.0.0, status=bounced"
                        + " (host mx.example.net[192.0.2.9] said: 550 Our gatekeeper dislikes the manners of your network, ask your hosting company (in reply to end of DATA command))\n");
        run("import", log.toString());
        JsonNode estimates = run("patterns", "is:estimated", "--json").json();
        assertThat(estimates.path("total").asInt()).isEqualTo(1);
        run(
                "corrections",
                "--add",
                estimates.path("rows").get(0).path("pattern").asText(),
                "--as",
                "block policy_block");
        assertThat(run("find", "is:estimated", "--json").json().path("total").asInt())
                .isZero();
    }

    @Test
    void importsCanBeListedAndTakenBack() {
        run("import", events.toString());
        String id = run("imports", "--json").json().findValue("id").asText();
        assertThat(run("undo-import", id).code()).isZero();
        assertThat(run("find", "", "--json").json().path("total").asInt()).isZero();
        assertThat(run("check").code()).isZero();
    }

    @Test
    void classifyWritesOneLineAReply() {
        Typed.Ended ended = runWith("a\t550 5.1.1 User unknown\nb\t452 4.2.2 Mailbox full\nc\txyzzy\n", "classify");
        assertThat(ended.out()
                        .lines()
                        .map(l -> l.substring(0, l.lastIndexOf('\t')).replace('\t', ' ')))
                .containsExactly("a hard invalid_recipient", "b soft mailbox_full", "c undetermined undetermined");
    }

    @Test
    void wrongUseSaysWhatIsWrong() {
        assertThat(run("find", "resaon:full")).satisfies(e -> {
            assertThat(e.code()).isEqualTo(2);
            assertThat(e.err()).contains("reason");
            assertThat(e.out()).isEmpty();
        });
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("--zone", "Mars/Olympus", "gap").code()).isEqualTo(2);
        assertThat(run("gap", "--by", "colour").code()).isEqualTo(2);
    }

    @Test
    void whereAndVersionAnswer() {
        assertThat(run("where").out()).contains(folder.resolve("store").toString());
        assertThat(run("version").out()).isNotBlank();
    }

    @Test
    void theDemoHasAStoreOfItsOwnAlsoWhereOneIsNamed() {
        Typed.Ended demo = run("demo", "--json");
        assertThat(demo.json().path("groups")).hasSize(3);
        assertThat(demo.err()).contains("--store is not used here");
        assertThat(folder.resolve("store")).doesNotExist();
        run("import", events.toString());
        assertThat(run("demo", "--json").json().path("groups")).hasSize(3);
        assertThat(run("imports", "--json").json().path("imports")).hasSize(1);
    }

    @Test
    void anUnexplainedMessageCanFailTheRun() throws IOException {
        Path lone = Files.writeString(
                folder.resolve("lone.json"),
                Typed.EVENTS
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .replace("anna", "lone")
                        .replace("e1", "e9")
                        .replace("m1", "m9"));
        run("import", lone.toString(), events.toString());
        assertThat(run("gap", "--by", "esp").code()).isZero();
        assertThat(run("gap", "--by", "esp", "--fail-if-unexplained").code()).isEqualTo(1);
    }

    @Test
    void eventsThatCameTwiceAreCountedBesideTheGapOfTheirCampaign() throws IOException {
        String sent = """
                {"email":"%s","timestamp":1773388800,"event":"processed","sg_event_id":"%s","sg_message_id":"%s","category":["%s"]}
                """;
        Path first = Files.writeString(
                folder.resolve("first.json"),
                sent.formatted("anna@example.com", "e1", "m1", "Spring")
                        + sent.formatted("bruno@example.org", "e2", "m2", "Autumn"));
        Path second = Files.writeString(
                folder.resolve("second.json"),
                sent.formatted("anna@example.com", "e1", "m1", "Spring")
                        + sent.formatted("cleo@example.net", "e3", "m3", "Spring"));
        assertThat(run("import", first.toString(), second.toString(), "--json")
                        .json()
                        .get("duplicates")
                        .asInt())
                .isEqualTo(1);
        for (JsonNode group : run("gap", "--json").json().get("groups")) {
            assertThat(group.get("duplicates").asInt())
                    .as(group.get("key").asText())
                    .isEqualTo(group.get("key").asText().equals("Spring") ? 1 : 0);
            assertThat(group.get("adds_up").asBoolean()).isTrue();
        }
    }

    @Test
    void aCampaignThatNobodyKnowsIsSaidAndNotCountedAsZero() {
        run("import", events.toString());
        Typed.Ended unknown = run("gap", "--campaign", "Sprnig Sale");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("No campaign is called \"Sprnig Sale\"");
    }

    @Test
    void tablesForPeopleSpeakWordsAndMachinesGetCodes() {
        run("import", events.toString());
        assertThat(run("invalid", "list").out())
                .contains("Address does not exist", "Certain", "1 address")
                .doesNotContain("invalid_recipient", "1 addresses");
        assertThat(run("invalid", "list", "--json")
                        .json()
                        .path("rows")
                        .get(0)
                        .path("reason")
                        .asText())
                .isEqualTo("invalid_recipient");
        assertThat(run("find", "is:hard").out())
                .contains("Hard bounced", "1 message")
                .doesNotContain("hard_bounced");
    }

    @Test
    void severalFieldsAreCountedByOneCommandInAnyOrderOfWords() {
        run("import", events.toString());
        for (String[] words : new String[][] {
            {"facets", "is:hard", "--field", "reason", "domain", "--json"},
            {"facets", "is:hard", "--field", "reason,domain", "--json"},
            {"facets", "is:hard", "--field", "reason", "--field", "domain", "--json"},
            {"facets", "--field", "reason", "domain", "is:hard", "--json"},
        }) {
            JsonNode facets = run(words).json().path("facets");
            assertThat(facets.path("reason").get(0).path("value").asText()).isEqualTo("invalid_recipient");
            assertThat(facets.path("domain").get(0).path("count").asInt()).isEqualTo(1);
        }
    }
}
