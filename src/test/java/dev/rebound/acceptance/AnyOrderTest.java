package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample in any order, cut into any pieces, with pieces given twice: always the planted truth. */
class AnyOrderTest {
    private static final Path SAMPLE = Path.of("assets/sample-feeds");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSampleMeansTheSame(long seed) throws IOException, StoreException {
        Random random = new Random(seed);
        List<Path> pieces = pieces(random);
        Collections.shuffle(pieces, random);
        pieces.addAll(pieces.subList(0, pieces.size() / 3));
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC)) {
            var report =
                    session.importFiles(pieces, new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            assertThat(report.files())
                    .extracting(FileReport::status)
                    .containsOnly(FileReport.Status.IMPORTED, FileReport.Status.ALREADY_IMPORTED);
            holdsThePlantedTruth(session.picture());
            assertThat(session.check().isSound()).isTrue();
        }
    }

    private static void holdsThePlantedTruth(Picture picture) {
        Map<String, GapGroup> groups = new TreeMap<>();
        picture.gap(Filter.all(), GapBy.CAMPAIGN).forEach(g -> groups.put(g.key(), g));
        assertThat(groups.get(Planted.SPRING)).satisfies(g -> {
            assertThat(g.sends()).isEqualTo(Planted.SPRING_SENDS);
            assertThat(g.states())
                    .containsEntry(MessageState.DELIVERED, (long) Planted.SPRING_DELIVERIES - Planted.SPRING_RETURNED)
                    .containsEntry(MessageState.RETURNED, (long) Planted.SPRING_RETURNED)
                    .containsEntry(MessageState.HARD_BOUNCED, (long) Planted.SPRING_HARD)
                    .containsEntry(MessageState.SOFT_BOUNCED, (long) Planted.SPRING_SOFT)
                    .containsEntry(MessageState.BLOCKED, (long) Planted.SPRING_BLOCKED)
                    .containsEntry(MessageState.DROPPED, (long) Planted.SPRING_DROPPED)
                    .containsEntry(MessageState.OPEN, (long) Planted.SPRING_OPEN)
                    .containsEntry(MessageState.TIMED_OUT, (long) Planted.SPRING_TIMED_OUT)
                    .containsEntry(MessageState.UNCOVERED, (long) Planted.SPRING_UNCOVERED)
                    .containsEntry(MessageState.UNEXPLAINED, (long) Planted.SPRING_UNEXPLAINED);
        });
        assertThat(groups.get(Planted.ORDERS)).satisfies(g -> {
            assertThat(g.sends()).isEqualTo(Planted.ORDER_SENDS);
            assertThat(g.deliveries()).isEqualTo(Planted.ORDER_DELIVERIES);
        });
        assertThat(groups.get(Planted.NEWSLETTER)).satisfies(g -> {
            assertThat(g.sends()).isEqualTo(Planted.NEWSLETTER_SENDS);
            assertThat(g.deliveries()).isEqualTo(Planted.NEWSLETTER_DELIVERIES);
        });
        assertThat(picture.addresses().invalid()).hasSize(Planted.INVALID);
        assertThat(picture.addresses().questionable()).hasSize(Planted.QUESTIONABLE);
        assertThat(picture.addresses().audit())
                .filteredOn(s -> s.split() == SendAfterInvalidation.Split.ATTEMPTED)
                .hasSize(Planted.AUDIT_ATTEMPTED);
        assertThat(picture.addresses().audit()).hasSize(6);
        assertThat(picture.messagesOf(Planted.CLAIRE)).hasSize(Planted.CLAIRE_MESSAGES);
    }

    /** Every file of the sample; the two large text files cut into pieces at random lines. */
    private List<Path> pieces(Random random) throws IOException {
        List<Path> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                switch (String.valueOf(file.getFileName())) {
                    case "sendgrid-activity.csv" ->
                        pieces.addAll(cut(Files.readAllLines(file), 1, "activity", ".csv", random));
                    case "ses-events.ndjson.gz" -> pieces.addAll(cut(unzipped(file), 0, "ses", ".ndjson", random));
                    default -> pieces.add(file);
                }
            }
        }
        return pieces;
    }

    private static List<String> unzipped(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private List<Path> cut(List<String> lines, int header, String name, String ending, Random random)
            throws IOException {
        int count = 2 + random.nextInt(3);
        List<List<String>> heaps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heaps.add(new ArrayList<>(lines.subList(0, header)));
        }
        lines.subList(header, lines.size())
                .forEach(l -> heaps.get(random.nextInt(count)).add(l));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve(name + "-" + i + ending), heaps.get(i)));
        }
        return files;
    }
}
