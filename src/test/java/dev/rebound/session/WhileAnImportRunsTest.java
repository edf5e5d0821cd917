package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window that is built while a file is read asks for the operator's settings, and is not kept waiting. */
class WhileAnImportRunsTest {
    @TempDir
    Path folder;

    @Test
    void theOperatorsSettingsAreToldAtOnce() throws Exception {
        String row =
                "{\"email\":\"a@example.com\",\"timestamp\":1773388800,\"event\":\"delivered\",\"sg_event_id\":\"e\"}\n";
        Path file = Files.writeString(folder.resolve("events.ndjson"), row);
        AtomicReference<Map<String, String>> told = new AtomicReference<>(Map.of());
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC)) {
            session.putSetting("view.place", "campaigns");
            session.importFiles(List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), new ImportListener() {
                @Override
                public boolean isCancelled(Path read) {
                    told.set(CompletableFuture.supplyAsync(() -> settings(session))
                            .completeOnTimeout(Map.of(), 20, TimeUnit.SECONDS)
                            .join());
                    return false;
                }
            });
        }
        assertThat(told.get()).containsEntry("view.place", "campaigns");
    }

    private static Map<String, String> settings(Session session) {
        try {
            return session.ownSettings();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
