package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file with each feed alone: were a file known by two, the order of a list would decide what it means. */
class OneFeedKnowsEachFileTest {
    @TempDir
    Path folder;

    static Stream<FeedFixture> fixtures() {
        return FeedFixture.ALL.stream();
    }

    private static Stream<FeedCatalog> oneByOne() {
        return Stream.concat(
                StandardFeeds.ofRecords().stream().map(f -> new FeedCatalog(List.of(f), List.of())),
                StandardFeeds.ofParts().stream().map(f -> new FeedCatalog(List.of(), List.of(f))));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFileIsKnownByExactlyOneFeed(FeedFixture fixture) {
        Path file = fixture.file(folder);
        List<String> knowing = oneByOne()
                .filter(feed -> knows(feed, file))
                .flatMap(feed -> feed.feeds().stream())
                .map(FeedInfo::id)
                .toList();
        assertThat(knowing).containsExactly(fixture.feed());
    }

    private static boolean knows(FeedCatalog feed, Path file) {
        try {
            Reading.of(file, feed, ZoneOffset.UTC);
            return true;
        } catch (FeedException e) {
            assertThat(e.kind()).isEqualTo(FeedException.Kind.NOT_RECOGNISED);
            return false;
        }
    }
}
