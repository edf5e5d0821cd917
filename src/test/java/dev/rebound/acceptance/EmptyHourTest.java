package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.AvroFiles;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.GapBy;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Braze names folders by kind and hour. A file there that holds no event tells that there was none. */
class EmptyHourTest {
    private static final String SPACE = "com.braze.schema.users.messages.email";
    private static final Instant START = Instant.parse("2026-03-13T08:00:00Z");

    @TempDir
    Path folder;

    /** Five hours of twelve sends each; the fourth hour has no delivery. */
    private void writeExport() throws IOException {
        for (int hour = 0; hour < 5; hour++) {
            List<Map<String, Object>> sends = new ArrayList<>();
            List<Map<String, Object>> deliveries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int at = (int) START.getEpochSecond() + hour * 3_600 + i * 60;
                String who = "p%d-%d@example.com".formatted(hour, i);
                Map<String, Object> ids = Map.of("dispatch_id", "d" + hour, "campaign_name", "Spring");
                sends.add(AvroFiles.record("s%d-%d".formatted(hour, i), who, at, ids));
                deliveries.add(AvroFiles.record("d%d-%d".formatted(hour, i), who, at + 3, ids));
            }
            write("Send", hour, sends);
            if (hour != 3) {
                write("Delivery", hour, deliveries);
            }
        }
    }

    private Path write(String kind, int hour, List<Map<String, Object>> records) throws IOException {
        Schema schema = AvroFiles.schema(SPACE, kind, "dispatch_id", "campaign_name");
        Path file = folder.resolve("export/event_type=users.messages.email.%s/date=2026-03-13-%02d/version=10/part.avro"
                .formatted(kind, 8 + hour));
        Files.createDirectories(file.getParent());
        return Files.write(file, AvroFiles.file(schema, CodecFactory.nullCodec(), 100, records));
    }

    private Session opened() throws Exception {
        return Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(START.plusSeconds(400_000), ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    private long count(Session session, MessageState state) {
        return session.picture().gap(Filter.all(), GapBy.CAMPAIGN).stream()
                .mapToLong(g -> g.states().getOrDefault(state, 0L))
                .sum();
    }

    @Test
    void anEmptyFileOfTheHourIsAnAnswerAndAMissingOneIsAskedFor() throws Exception {
        writeExport();
        try (Session session = opened()) {
            ImportOptions options = new ImportOptions(ZoneOffset.UTC, null, false);
            session.importFiles(List.of(folder.resolve("export")), options, ImportListener.none());
            assertThat(session.picture().coverage().requests()).singleElement().satisfies(hole -> {
                assertThat(hole.kind()).isEqualTo(EventKind.DELIVERY);
                assertThat(hole.from()).isEqualTo(START.plusSeconds(3 * 3_600));
            });
            assertThat(count(session, MessageState.UNCOVERED)).isEqualTo(12);

            Path empty = write("Delivery", 3, List.of());
            session.importFiles(List.of(empty), options, ImportListener.none());
            assertThat(session.picture().coverage().requests()).isEmpty();
            assertThat(count(session, MessageState.UNCOVERED)).isZero();
            assertThat(count(session, MessageState.UNEXPLAINED)).isEqualTo(12);
            assertThat(session.picture().coverage().strips())
                    .anyMatch(strip -> strip.kind() == EventKind.DELIVERY
                            && strip.status(START.plusSeconds(3 * 3_600)) == Coverage.Status.PRESENT);

            session.undo(session.imports().getLast().id());
            assertThat(count(session, MessageState.UNCOVERED)).isEqualTo(12);
        }
    }

    @Test
    void aLastHourOfADozenSendsWithoutADeliveryIsAskedFor() throws Exception {
        writeExport();
        Files.delete(folder.resolve(
                "export/event_type=users.messages.email.Delivery/date=2026-03-13-12/version=10/part.avro"));
        try (Session session = opened()) {
            session.importFiles(
                    List.of(folder.resolve("export")),
                    new ImportOptions(ZoneOffset.UTC, null, false),
                    ImportListener.none());
            assertThat(session.picture().coverage().requests()).singleElement().satisfies(hole -> {
                assertThat(hole.from()).isEqualTo(START.plusSeconds(3 * 3_600));
                assertThat(hole.to()).isEqualTo(START.plusSeconds(5 * 3_600));
            });
            assertThat(count(session, MessageState.UNEXPLAINED)).isZero();
        }
    }
}
