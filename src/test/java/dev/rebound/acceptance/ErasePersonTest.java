package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Picture;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import dev.rebound.store.ErasureReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is erased: nowhere in the store's file, in no answer, and all counts as before. */
class ErasePersonTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);
    private static final String CLAIRE = Planted.CLAIRE;

    @TempDir
    Path folder;

    private Session open() throws Exception {
        return Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    private Path disguises = Path.of("");

    @BeforeEach
    void importTheSampleAndDisguises() throws Exception {
        disguises = Files.writeString(folder.resolve("webhook of " + CLAIRE + ".json"), """
                {"email":"%1$s","timestamp":1773388800,"event":"deferred","response":"450 4.2.1 <%1$s> try later, see https://x.test/?e=%2$s","sg_event_id":"e1","sg_message_id":"m1"}
                {"email":"%3$s","timestamp":1773388900,"event":"deferred","response":"450 4.2.1 <%3$s> try later, see https://x.test/?e=%2$s","sg_event_id":"e2","sg_message_id":"m1"}
                {"email":"bob.claire.d@orange.example.com","timestamp":1773388900,"event":"bounce","reason":"550 5.1.1 return-path bounce+claire.d=orange.example.com@news.example.com","sg_event_id":"e3","sg_message_id":"m2"}
                {"email":"%1$s" broken
                """.formatted(
                        CLAIRE, CLAIRE.replace("@", "%40"), CLAIRE.toUpperCase(java.util.Locale.ROOT)));
        try (Session session = open()) {
            session.importFiles(List.of(Path.of("assets/sample-feeds"), disguises), OPTIONS, ImportListener.none());
            session.change(Map.of(
                    DataSettings.ADDRESS + CLAIRE,
                    Optional.of(new DataSettings.AddressMark(true, Planted.NOW).content())));
        }
    }

    private static Map<String, Object> counts(Picture picture) {
        Map<String, Object> out = new TreeMap<>();
        for (GapBy by : List.of(GapBy.CAMPAIGN, GapBy.PROVIDER, GapBy.DAY)) {
            picture.gap(Filter.all(), by).forEach(g -> out.put(by + " " + g.key(), g.states() + " " + g.duplicates()));
        }
        out.put("messages", picture.messages().size());
        out.put("events", picture.events().size());
        out.put("invalid", picture.addresses().invalid().size());
        out.put(
                "subscriptions",
                picture.questions().facet(picture.questions().select(Filter.all()), Field.SUBSCRIPTION, 10));
        return out;
    }

    private boolean isInTheFile(String text) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("store").resolve("rebound.mv.db"));
        String bytes = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        String wide = new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        // Bob, whose address ends like hers, stays; small pages hold texts as they are.
        return bytes.replace("bob." + text, "").contains(text) || bytes.contains(wide);
    }

    @Test
    void nothingOfThePersonIsLeftAndEveryCountIsAsBefore() throws Exception {
        Map<String, Object> before;
        String pseudonym;
        try (Session session = open()) {
            before = counts(session.picture());
            int messages = session.picture().messagesOf(CLAIRE).length;
            ErasureReport preview = session.erasurePreview(CLAIRE);
            assertThat(session.picture().messagesOf(CLAIRE)).hasSize(messages);
            ErasureReport report = session.erase(CLAIRE);
            assertThat(report).isEqualTo(preview);
            assertThat(report.events()).isGreaterThan(Planted.CLAIRE_MESSAGES);
            assertThat(report.records()).isGreaterThan(Planted.CLAIRE_MESSAGES);
            assertThat(report.lines()).isGreaterThanOrEqualTo(2);
            assertThat(report.others()).isGreaterThanOrEqualTo(2);
            pseudonym = report.pseudonym();
            assertThat(pseudonym).endsWith("@orange.example.com");
            assertThat(session.picture().messagesOf(CLAIRE)).isEmpty();
            assertThat(session.picture().messagesOf(pseudonym)).hasSize(messages);
            assertThat(counts(session.picture())).isEqualTo(before);
        }
        assertThat(isInTheFile("claire.d@")).isFalse();
        assertThat(isInTheFile("claire.d%40")).isFalse();
        try (Session session = open()) {
            assertThat(session.check().problems()).isEmpty();
            assertThat(counts(session.picture())).isEqualTo(before);
            assertThat(session.erasures())
                    .singleElement()
                    .satisfies(e -> assertThat(e.pseudonym()).isEqualTo(pseudonym));
            assertThat(session.erasurePreview(CLAIRE).isAnywhere()).isFalse();
            for (var run : session.imports()) {
                assertThat(run.source().path()).doesNotContain("claire.d@");
                assertThat(session.rejections(run.id(), 100))
                        .noneMatch(
                                r -> r.text().toLowerCase(java.util.Locale.ROOT).contains("claire.d@"));
            }
            assertNoRecordHolds(session);
            assertThat(session.picture().messagesOf("bob.claire.d@orange.example.com"))
                    .hasSize(1);
        }
    }

    private static void assertNoRecordHolds(Session session) throws Exception {
        for (int row = 0; row < session.picture().events().size(); row++) {
            var event = session.picture().chainEvent(row);
            String all = session.rawRecord(event.importId(), event.rawIndex()).text() + " " + event.reply();
            String text = all.toLowerCase(java.util.Locale.ROOT).replace("bob.claire.d@", "");
            assertThat(text)
                    .doesNotContain("claire.d@orange")
                    .doesNotContain("claire.d%40orange")
                    .doesNotContain("claire.d=orange");
        }
    }

    @Test
    void whoeverWasErasedStaysSoWhenFilesAreImportedAgain() throws Exception {
        try (Session session = open()) {
            String pseudonym = session.erase(CLAIRE).pseudonym();
            var again = session.importFiles(List.of(disguises), OPTIONS, ImportListener.none());
            assertThat(again.files()).allMatch(f -> f.status() == FileReport.Status.ALREADY_IMPORTED);
            Path more = Files.writeString(
                    folder.resolve("more.json"),
                    Files.readString(disguises)
                            + "{\"email\":\"" + CLAIRE
                            + "\",\"timestamp\":1773392400,\"event\":\"delivered\",\"response\":\"250 OK " + CLAIRE
                            + "\",\"sg_event_id\":\"e9\",\"sg_message_id\":\"m1\"}\n");
            var report = session.importFiles(List.of(more), OPTIONS, ImportListener.none());
            assertThat(report.files().getFirst().added()).isEqualTo(1);
            assertThat(report.files().getFirst().duplicates()).isEqualTo(3);
            assertThat(session.picture().messagesOf(CLAIRE)).isEmpty();
            assertThat(session.picture().messagesOf(pseudonym)).isNotEmpty();
            assertNoRecordHolds(session);
        }
        assertThat(isInTheFile("claire.d@orange")).isFalse();
    }
}
