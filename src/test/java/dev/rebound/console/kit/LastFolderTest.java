package dev.rebound.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.console.ConsoleApp;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where dialogs of files begin, and what files are called. */
class LastFolderTest {
    @TempDir
    Path folder;

    private static LastFolder of(Session session) {
        Background background = Background.immediate(t -> {
            throw new AssertionError(t);
        });
        return new LastFolder(new Remembered(session, background, new Silent()));
    }

    private Session open() throws Exception {
        return Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC);
    }

    @Test
    void aDialogBeginsWhereTheLastFileWasAfterAnotherStartToo() throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Path home = Path.of(System.getProperty("user.home"));
        try (Session session = open()) {
            LastFolder last = of(session);
            assertThat(last.here()).contains(home);
            last.used(exports.resolve("new.csv"));
            assertThat(last.here()).contains(exports);
        }
        try (Session session = open()) {
            assertThat(of(session).here()).contains(exports);
            Files.delete(exports);
            assertThat(of(session).here()).as("a folder that is gone").contains(home);
            of(session).used(folder);
            assertThat(of(session).here()).as("a folder that was chosen itself").contains(folder);
        }
    }

    @Test
    void filesAreCalledInTheLanguageOfWhatIsInThem() {
        assertThat(FileNames.of("enquête", "Où est l'écart ?", "")).isEqualTo("enquete-ou-est-l-ecart");
        assertThat(new dev.rebound.words.Words(Locale.FRANCE, ConsoleApp.class).of("evidence.file"))
                .isEqualTo("preuves");
    }

    private static final class Silent implements Notices {
        @Override
        public void tell(String sentence) {}

        @Override
        public Runnable offer(String sentence, List<Offer> acts) {
            return () -> {};
        }

        @Override
        public void trouble(Throwable trouble) {
            throw new AssertionError(trouble);
        }
    }
}
