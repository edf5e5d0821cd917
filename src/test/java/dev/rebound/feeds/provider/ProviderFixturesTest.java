package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reply;
import dev.rebound.feeds.EventLines;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.intake.Importer;
import dev.rebound.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture with its meaning beside it: mapping, time, keys and words, event by event. */
class ProviderFixturesTest {
    @TempDir
    Path folder;

    static Stream<FeedFixture> told() {
        return FeedFixture.ALL.stream().filter(f -> Files.exists(EventLines.meaningOf(FeedFixture.path(f.name()))));
    }

    @ParameterizedTest
    @MethodSource("told")
    void aFixtureSaysWhatStandsBesideIt(FeedFixture fixture) throws IOException, FeedException {
        Path file = FeedFixture.path(fixture.name());
        assertThat(EventLines.of(file)).containsExactlyElementsOf(Files.readAllLines(EventLines.meaningOf(file)));
    }

    @Test
    void everyFixtureOfAProfileHasItsMeaningBesideIt() throws IOException, FeedException {
        Set<String> profiles =
                StandardFeeds.profiles().stream().map(p -> p.id()).collect(Collectors.toSet());
        for (FeedFixture f : FeedFixture.ALL) {
            Path file = FeedFixture.path(f.name());
            Path meaning = EventLines.meaningOf(file);
            if (profiles.contains(f.feed()) && !Files.exists(meaning)) {
                fail("%s is missing. This was read; where it is right, it goes there:%n%s"
                        .formatted(meaning, String.join("\n", EventLines.of(file))));
            }
        }
    }

    /** What a feed says that it can answer is what its fixtures show, and no fixture shows more. */
    @Test
    void whatAFixtureShowsItsFeedSaysThatItAnswers() {
        for (FeedInfo feed : StandardFeeds.catalog().feeds()) {
            Set<EventKind> shown = new HashSet<>();
            FeedFixture.ALL.stream().filter(f -> f.feed().equals(feed.id())).forEach(f -> shown.addAll(kinds(f)));
            shown.removeAll(Set.of(EventKind.OTHER, EventKind.OPEN, EventKind.CLICK, EventKind.UNSUBSCRIBE));
            shown.removeAll(Set.of(EventKind.COMPLAINT, EventKind.ABORT));
            assertThat(feed.answers()).as(feed.id()).containsAll(shown);
        }
    }

    /** And the other way round: no kind is promised that no fixture shows. */
    @Test
    void whatAFeedSaysThatItAnswersAFixtureShows() {
        for (FeedInfo feed : StandardFeeds.catalog().feeds()) {
            Set<EventKind> shown = new HashSet<>();
            FeedFixture.ALL.stream().filter(f -> f.feed().equals(feed.id())).forEach(f -> shown.addAll(kinds(f)));
            Set<EventKind> promised = new HashSet<>(feed.answers());
            promised.removeAll(Set.of(EventKind.OPEN, EventKind.CLICK, EventKind.UNSUBSCRIBE));
            // The readers that only an operator chooses read what the one that is told by its content reads.
            assertThat(shown).as(feed.id()).containsAll(feed.id().endsWith("-first") ? Set.of() : promised);
        }
    }

    /** Provider by provider: the outcomes that its exports can tell, each shown by a fixture of ours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amazon-ses      | send delivery deferral drop hard soft
            bounce-mail     | delivery deferral hard soft
            braze           | send delivery deferral drop hard soft
            brevo           | send delivery deferral drop hard soft
            customer-io     | send delivery deferral drop hard soft
            exchange-online | send delivery deferral drop
            exchange        | send delivery deferral drop hard soft
            exim            | send delivery deferral hard soft
            greenarrow      | send delivery deferral hard soft
            hubspot         | send delivery deferral drop hard soft
            iterable        | send delivery drop hard soft
            klaviyo         | delivery drop hard soft
            kumomta         | send delivery deferral drop hard soft
            mailchimp       | send hard soft
            mailerq         | delivery deferral drop hard soft
            mailersend      | send delivery deferral hard soft
            mailgun         | send delivery deferral drop hard soft
            mailjet         | send delivery deferral drop hard soft
            mailomat        | send delivery deferral drop hard soft
            mailtrap        | delivery deferral drop hard soft
            mandrill        | send delivery deferral drop hard soft
            marketo         | send delivery drop hard soft
            postal          | delivery deferral drop hard soft
            postfix         | send delivery deferral drop hard soft
            postmark        | send delivery drop hard soft
            powermta        | send delivery deferral hard soft
            resend          | send delivery deferral drop hard soft
            sendgrid        | send delivery deferral drop hard soft
            sfmc            | send drop hard soft
            sparkpost       | send delivery deferral drop hard soft
            sweego          | send delivery deferral drop hard soft
            unisender       | send delivery deferral drop hard
            """)
    void aProviderShowsEachOutcomeThatItsExportsTell(String provider, String outcomes) {
        Set<String> shown = FeedFixture.ALL.stream()
                .filter(f -> f.feed().startsWith(provider))
                .flatMap(f -> events(f).stream())
                .map(ProviderFixturesTest::outcome)
                .collect(Collectors.toSet());
        assertThat(shown).contains(outcomes.split(" ", -1));
    }

    private static String outcome(RawEvent e) {
        if (e.kind() == EventKind.HARD_BOUNCE && e.text(EventText.REPLY) == null) {
            return "hard";
        }
        return switch (e.kind()) {
            case LISTED_INVALID -> "hard";
            case SOFT_BOUNCE -> "soft";
            case DROP, ABORT, REJECTION -> "drop";
            case BOUNCE, HARD_BOUNCE ->
                Classifier.standard()
                        .classify(new Reply(
                                e.text(EventText.REPLY),
                                e.smtpCode(),
                                e.text(EventText.ENHANCED_CODE),
                                e.text(EventText.SOURCE_CLASS),
                                e.hint(),
                                e.kind()))
                        .bounceClass()
                        .code();
            default -> e.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private List<RawEvent> events(FeedFixture fixture) {
        try {
            return Reading.of(fixture.file(folder)).events();
        } catch (FeedException e) {
            throw new AssertionError(e);
        }
    }

    private Set<EventKind> kinds(FeedFixture fixture) {
        try {
            return Reading.of(fixture.file(folder)).events().stream()
                    .map(RawEvent::kind)
                    .collect(Collectors.toSet());
        } catch (FeedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same export fetched twice differs in its bytes only: an empty line more. Nothing of it is stored again. */
    @Test
    void anExportThatIsFetchedAgainAddsNothing() throws Exception {
        ImportOptions options = new ImportOptions(ZoneOffset.UTC, null, false);
        Clock clock = Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC);
        try (Store store = Store.open(folder.resolve("store"))) {
            Importer importer = new Importer(store, StandardFeeds.catalog(), Classifier.standard(), clock);
            for (FeedFixture fixture : told().toList()) {
                Path file = FeedFixture.path(fixture.name());
                Path first = Files.createDirectories(folder.resolve("first")).resolve(file.getFileName());
                Path again = Files.createDirectories(folder.resolve("again")).resolve(file.getFileName());
                importer.importFile(Files.copy(file, first), options, ImportListener.none());
                Files.writeString(again, Files.readString(file) + "\n");
                FileReport second = importer.importFile(again, options, ImportListener.none());
                assertThat(second.added()).as(fixture.name()).isZero();
                Files.delete(first);
                Files.delete(again);
            }
        }
    }
}
