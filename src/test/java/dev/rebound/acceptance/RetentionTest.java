package dev.rebound.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Pin;
import dev.rebound.classify.Classifier;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.RetentionPreview;
import dev.rebound.session.Session;
import dev.rebound.store.PastCount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old messages go with all that names them; what they counted and which addresses are invalid stays. */
class RetentionTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);
    private static final Instant CUTOFF = Instant.parse("2026-03-13T10:00:00Z");

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

    private static Map<String, Long> states(Picture picture) {
        Map<String, Long> out = new TreeMap<>();
        for (var g : picture.gap(Filter.all(), GapBy.CAMPAIGN)) {
            for (MessageState s : MessageState.values()) {
                out.merge(s.code(), g.count(s), Long::sum);
            }
        }
        return out;
    }

    private static Set<String> invalid(Picture picture) {
        Set<String> out = new TreeSet<>();
        picture.addresses().invalid().forEach((InvalidAddress a) -> out.add(a.address() + " " + a.since()));
        return out;
    }

    @Test
    void oldMessagesGoAndTheirCountsAndTheInvalidAddressesStay() throws Exception {
        Path old = Files.writeString(folder.resolve("old.json"), """
                {"email":"vanished@example.net","timestamp":1700000000,"event":"processed","sg_event_id":"o1","sg_message_id":"om1"}
                {"email":"vanished@example.net","timestamp":1700000060,"event":"delivered","response":"250 OK","sg_event_id":"o2","sg_message_id":"om1"}
                {"email":"condemned@example.net","timestamp":1700000000,"event":"processed","sg_event_id":"o3","sg_message_id":"om2"}
                {"email":"condemned@example.net","timestamp":1700000060,"event":"bounce","type":"bounce","reason":"550 5.1.1 User unknown","sg_event_id":"o4","sg_message_id":"om2"}
                """);
        try (Session session = open()) {
            session.importFiles(List.of(Path.of("assets/sample-feeds"), old), OPTIONS, ImportListener.none());
            Picture before = session.picture();
            Map<String, Long> states = states(before);
            Set<String> invalid = invalid(before);
            RetentionPreview preview = session.retentionPreview(CUTOFF);
            assertThat(preview.messages())
                    .isPositive()
                    .isLessThan(before.messages().size());
            assertThat(preview.kept()).isPositive();

            session.retain(CUTOFF);

            Picture after = session.picture();
            assertThat(session.check().problems()).isEmpty();
            assertThat(before.messages().size() - after.messages().size()).isEqualTo((int) preview.messages());
            assertThat(before.events().size() - after.events().size()).isEqualTo((int) preview.events());
            assertThat(invalid(after)).isEqualTo(invalid);
            assertThat(after.messagesOf("vanished@example.net")).isEmpty();
            assertThat(after.messagesOf("condemned@example.net")).hasSize(1);
            Map<String, Long> kept = states(after);
            for (PastCount c : session.pastCounts()) {
                if (kept.containsKey(c.state())) {
                    kept.merge(c.state(), c.messages(), Long::sum);
                }
            }
            assertThat(kept.get("delivered")).isEqualTo(states.get("delivered"));
            assertThat(session.pastCounts().stream()
                            .mapToLong(PastCount::messages)
                            .sum())
                    .isEqualTo(preview.messages());
            assertThat(session.retentionPreview(CUTOFF).messages()).isZero();
            after.gap(Filter.all(), GapBy.CAMPAIGN)
                    .forEach(g -> assertThat(g.states().values().stream()
                                    .mapToLong(n -> n)
                                    .sum())
                            .isEqualTo(g.sends()));
        }
        try (Session session = open()) {
            assertThat(session.check().problems()).isEmpty();
            assertThat(session.retentions()).hasSize(1);
            session.undo(session.imports().getLast().id());
            assertThat(session.check().problems()).isEmpty();
        }
    }

    @Test
    void anOldFileDoesNotBringBackWhatWasRemoved() throws Exception {
        String event =
                "{\"email\":\"vanished@example.net\",\"timestamp\":1700000000,\"event\":\"processed\",\"sg_event_id\":\"o1\",\"sg_message_id\":\"om1\"}\n";
        Path file = Files.writeString(folder.resolve("old.json"), event);
        Path again = Files.writeString(folder.resolve("again.json"), event + "\n");
        try (Session session = open()) {
            session.importFiles(List.of(file), OPTIONS, ImportListener.none());
            assertThat(session.picture().events().size()).isEqualTo(1);
            session.retain(CUTOFF);
            assertThat(session.picture().events().size()).isZero();
            assertThat(session.picture().events().dictionaries().addresses().find("vanished@example.net"))
                    .isNegative();
            assertThat(session.rawRecord(1, 0).text()).isEmpty();
            var report = session.importFiles(List.of(again), OPTIONS, ImportListener.none());
            assertThat(report.files().getFirst().status()).isEqualTo(Status.IMPORTED);
            assertThat(session.picture().events().size()).isZero();
            assertThat(session.check().problems()).isEmpty();
        }
    }

    private static Pin pin(Session session, String name, String address, boolean answered) throws Exception {
        Picture picture = session.picture();
        Pin pin = Pin.of(picture.row(picture.messagesOf(address)[0]));
        CaseFile c = CaseFile.begun(name, name, "Where is it?", "", null, Planted.NOW)
                .pinning(List.of(pin), Planted.NOW)
                .said(name, "Where is it?", answered, "", Planted.NOW);
        session.change(Map.of(CaseText.SETTING + name, Optional.of(CaseText.of(c))));
        return pin;
    }

    private static List<Pin> pins(Session session, String name) throws Exception {
        return CaseText.all(session.ownSettings()).stream()
                .filter(c -> c.id().equals(name))
                .findFirst()
                .orElseThrow()
                .pins();
    }

    @Test
    void anOpenCaseKeepsWhatItPinnedAndAnAnsweredOneWhatThatLookedLike() throws Exception {
        Path old = Files.writeString(folder.resolve("old.json"), """
                {"email":"openly@example.net","timestamp":1700000000,"event":"processed","sg_event_id":"o1","sg_message_id":"om1"}
                {"email":"answered@example.net","timestamp":1700000000,"event":"processed","sg_event_id":"o2","sg_message_id":"om2"}
                {"email":"nobodys@example.net","timestamp":1700000000,"event":"processed","sg_event_id":"o3","sg_message_id":"om3"}
                """);
        try (Session session = open()) {
            session.importFiles(List.of(old), OPTIONS, ImportListener.none());
            Pin kept = pin(session, "1", "openly@example.net", false);
            pin(session, "2", "answered@example.net", true);
            RetentionPreview preview = session.retentionPreview(CUTOFF);
            assertThat(preview.messages()).isEqualTo(2);
            assertThat(preview.pinned()).isEqualTo(1);

            session.retain(CUTOFF);

            assertThat(session.picture().messagesOf("openly@example.net")).hasSize(1);
            assertThat(session.picture().messages().size()).isEqualTo(1);
            assertThat(pins(session, "1")).containsExactly(kept);
            Pin remembered = pins(session, "2").getFirst();
            assertThat(remembered.address()).isEqualTo("a…d@e…e.net");
            assertThat(remembered.told()).contains("a…d@e…e.net");
            assertThat(session.picture().casePins().in(session.picture()).get("2"))
                    .isEmpty();
            assertThat(session.check().problems()).isEmpty();
        }
        String file = new String(Files.readAllBytes(folder.resolve("store/rebound.mv.db")), ISO_8859_1);
        assertThat(file).doesNotContain("answered@example.net", "nobodys@example.net");
    }
}
