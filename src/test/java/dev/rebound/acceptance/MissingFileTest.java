package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of the sample is taken away and given back, for every file: the sums hold, and every number comes back. */
class MissingFileTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);

    @TempDir
    Path folder;

    @Test
    void everyNumberComesBackWithItsFile() throws Exception {
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC)) {
            session.importFiles(List.of(Path.of("assets/sample-feeds")), OPTIONS, ImportListener.none());
            Map<String, Map<MessageState, Long>> whole = accounts(session.picture());
            for (ImportRun run : session.imports()) {
                session.undo(run.id());
                session.picture()
                        .gap(Filter.all(), GapBy.CAMPAIGN)
                        .forEach(g -> assertThat(g.addsUp()).isTrue());
                if (run.source().path().contains("email.Delivery")) {
                    assertThat(unexplained(accounts(session.picture())))
                            .as(
                                    "a missing file is no unexplained message: %s",
                                    run.source().path())
                            .isLessThanOrEqualTo(unexplained(whole));
                }
                session.importFiles(List.of(Path.of(run.source().path())), OPTIONS, ImportListener.none());
                assertThat(accounts(session.picture()))
                        .as("%s given back", run.source().path())
                        .isEqualTo(whole);
            }
        }
    }

    private static long unexplained(Map<String, Map<MessageState, Long>> accounts) {
        return accounts.values().stream()
                .mapToLong(states -> states.getOrDefault(MessageState.UNEXPLAINED, 0L))
                .sum();
    }

    private static Map<String, Map<MessageState, Long>> accounts(Picture picture) {
        Map<String, Map<MessageState, Long>> accounts = new TreeMap<>();
        picture.gap(Filter.all(), GapBy.CAMPAIGN).forEach(g -> accounts.put(g.key(), g.states()));
        return accounts;
    }
}
