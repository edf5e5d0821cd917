package dev.rebound.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
    @TempDir
    Path folder;

    static Stream<FeedFixture> fixtures() {
        return FeedFixture.ALL.stream();
    }

    @Test
    void everyFeedHasAFileThatItKnows() {
        assertThat(FeedFixture.ALL)
                .extracting(FeedFixture::feed)
                .containsAll(StandardFeeds.catalog().feeds().stream()
                        // Those that are refused have no records, and those with an order of dates are only ever
                        // chosen.
                        .filter(f -> !f.answers().isEmpty())
                        .map(FeedInfo::id)
                        .filter(id -> !id.endsWith("-first"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyRecordIsAcceptedOrRejected(FeedFixture fixture) throws FeedException {
        Reading reading = Reading.of(fixture.file(folder));
        assertThat(reading.file().feedId()).isEqualTo(fixture.feed());
        assertThat(reading.events()).hasSize(fixture.events());
        assertThat(reading.subscriptions()).hasSize(fixture.subscriptions());
        assertThat(reading.rejections()).hasSize(fixture.rejected());
        assertThat(reading.file().records())
                .isEqualTo(reading.said() + reading.file().silent());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aRejectionSaysWhereAndWhy(FeedFixture fixture) throws FeedException {
        assertThat(Reading.of(fixture.file(folder)).rejections()).allSatisfy(r -> {
            assertThat(r.line()).isPositive();
            assertThat(r.reason()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(r.text()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whatIsPackedReadsLikeWhatIsNot(FeedFixture fixture) throws FeedException, IOException {
        byte[] plain = fixture.bytes(folder);
        Path path = Path.of(fixture.name());
        String inside = path.toString();
        Map<String, byte[]> packed = Map.of(
                ".gz", Packing.gzip(plain),
                ".zst", Packing.zstd(plain),
                ".zip", Packing.zip(Map.of(inside, plain)),
                ".gz.zip", Packing.zip(Map.of(inside + ".gz", Packing.gzip(plain))));
        Reading bare = Reading.of(fixture.file(folder));
        for (Map.Entry<String, byte[]> p : packed.entrySet()) {
            Path file = Files.write(folder.resolve(path.getFileName() + p.getKey()), p.getValue());
            Reading reading = Reading.of(file);
            assertThat(reading.file().feedId()).as(p.getKey()).isEqualTo(fixture.feed());
            assertThat(reading.events()).as(p.getKey()).hasSameSizeAs(bare.events());
            assertThat(reading.subscriptions()).as(p.getKey()).hasSameSizeAs(bare.subscriptions());
            assertThat(reading.rejections()).as(p.getKey()).hasSameSizeAs(bare.rejections());
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theNameOfAFileDoesNotDecideWhatItIs(FeedFixture fixture) throws FeedException, IOException {
        Path renamed = folder.resolve("bounces download (3).dat");
        Files.write(renamed, fixture.bytes(folder));
        assertThat(Reading.of(renamed).file().feedId()).isEqualTo(fixture.feed());
    }

    @Test
    void aFileThatNobodyKnowsIsRefusedWithWhatIsInIt() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.csv"), "article,amount\nchair,4\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("stock.csv is not recognised")
                .hasMessageContaining("article, amount");
    }
}
