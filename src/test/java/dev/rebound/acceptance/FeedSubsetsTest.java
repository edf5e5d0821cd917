package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.JoinReport;
import dev.rebound.insight.MessageKind;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Braze, SendGrid and SES tell of the same traffic: any of them, in any order, never make two messages of one. */
class FeedSubsetsTest {
    private static final Path SAMPLE = Path.of("assets/sample-feeds");

    @TempDir
    Path folder;

    private static Map<String, Integer> truth = Map.of();

    @BeforeAll
    static void countTheWhole(@TempDir Path whole) throws Exception {
        try (Session session = opened(whole)) {
            session.importFiles(List.of(SAMPLE), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            truth = messagesByAddress(session.picture());
        }
    }

    private static Session opened(Path folder) throws Exception {
        return Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    /** Sends, and deliveries whose send is nowhere. */
    private static Map<String, Integer> messagesByAddress(Picture picture) {
        Map<String, Integer> out = new TreeMap<>();
        for (int m = 0; m < picture.messages().size(); m++) {
            MessageKind kind = picture.messages().kind(m);
            if (kind == MessageKind.SENT || kind == MessageKind.ORPHAN_DELIVERY) {
                out.merge(picture.row(m).address(), 1, Integer::sum);
            }
        }
        return out;
    }

    /** Files of the wanted feeds, each left out with the given chance, in a random order. */
    private static List<Path> files(String feeds, int leftOutPercent, Random random) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(SAMPLE)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = SAMPLE.relativize(file).toString();
                boolean wanted = name.contains("settings")
                        || (feeds.contains("b") && name.startsWith("braze-currents"))
                        || (feeds.contains("g") && name.startsWith("sendgrid"))
                        || (feeds.contains("s") && name.startsWith("ses"));
                if (wanted && (!name.startsWith("braze-currents") || random.nextInt(100) >= leftOutPercent)) {
                    files.add(file);
                }
            }
        }
        Collections.shuffle(files, random);
        return files;
    }

    @ParameterizedTest(name = "feeds {0}, {1} % of the platform''s files left out, seed {2}")
    @CsvSource({
        "b,0,1",
        "g,0,1",
        "s,0,1",
        "gs,0,1",
        "bg,0,1",
        "bs,0,1",
        "bgs,0,1",
        "bgs,0,2",
        "bg,30,3",
        "bs,30,4",
        "bgs,30,5",
        "bgs,60,6",
        "bgs,30,7",
        "bgs,90,8"
    })
    void noMessageIsCountedTwice(String feeds, int leftOutPercent, long seed) throws Exception {
        try (Session session = opened(folder)) {
            session.importFiles(
                    files(feeds, leftOutPercent, new Random(seed)),
                    new ImportOptions(ZoneOffset.UTC, null, false),
                    ImportListener.none());
            Picture picture = session.picture();
            picture.gap(Filter.all(), GapBy.CAMPAIGN)
                    .forEach(g -> assertThat(g.addsUp()).as(g.key()).isTrue());
            Map<String, Integer> twice = new TreeMap<>();
            messagesByAddress(picture).forEach((address, n) -> {
                if (n > truth.getOrDefault(address, 0)) {
                    twice.put(address, n);
                }
            });
            String rates = picture.joins().sources().stream()
                    .map(s -> "%s %.1f %% of %d joined".formatted(s.name(), 100 * s.rate(), s.messages()))
                    .collect(Collectors.joining(", "));
            System.out.printf(
                    "feeds %s, %d %% left out: %d messages, counted twice %d; %s%n",
                    feeds, leftOutPercent, picture.messages().size(), twice.size(), rates);
            assertThat(twice).isEmpty();
            if (leftOutPercent == 0) {
                assertThat(picture.joins().sources()).allMatch(s -> s.joined() == s.messages());
                assertThat(picture.joins().sources().stream().map(JoinReport.Source::name))
                        .hasSize(feeds.contains("b") ? feeds.length() - 1 : 0);
            }
        }
    }
}
