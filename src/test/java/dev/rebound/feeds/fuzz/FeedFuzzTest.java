package dev.rebound.feeds.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short run: a few dozen damages of each fixture, the same ones every time. */
class FeedFuzzTest {
    private static final int DAMAGES = 20;

    @TempDir
    Path folder;

    static Stream<FeedFixture> fixtures() {
        return FeedFixture.ALL.stream();
    }

    static Stream<FeedFixture> lines() {
        return FeedFixture.ALL.stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).endsWith(".ndjson"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aDamagedFileIsReadWithEveryRecordAccountedForOrRefused(FeedFixture fixture) throws IOException {
        int number = FeedFixture.ALL.indexOf(fixture);
        FeedFixture other = FeedFixture.ALL.get((number * 7 + 3) % FeedFixture.ALL.size());
        FeedFuzzing fuzzing = new FeedFuzzing(fixture, other, folder);
        for (long seed = 0; seed < DAMAGES; seed++) {
            assertThat(fuzzing.wrong(seed * 1_000 + number))
                    .as("seed %d", seed * 1_000 + number)
                    .isNull();
        }
        assertThat(fuzzing.read() + fuzzing.refused()).isEqualTo(DAMAGES);
    }

    /** What one line holds is nobody else's business. */
    @ParameterizedTest
    @MethodSource("lines")
    void aDamagedLineTakesNoOtherWithIt(FeedFixture fixture) throws IOException, FeedException {
        List<String> lines = new String(fixture.bytes(folder), UTF_8).lines().toList();
        // The name may tell the day of what is in it.
        String name = fixture.name().substring(fixture.name().lastIndexOf('/') + 1);
        List<RawEvent> before = Reading.of(fixture.file(folder)).events();
        for (int damaged = 1; damaged < lines.size(); damaged++) {
            long line = damaged + 1L;
            List<String> changed = new ArrayList<>(lines);
            String text = lines.get(damaged);
            changed.set(damaged, text.substring(0, text.length() / 2) + "\u0001\"}[" + line);
            Reading after = Reading.of(folder, name, String.join("\n", changed) + "\n");
            assertThat(after.events())
                    .as("line %d", line)
                    .hasSameSizeAs(before.stream()
                            .filter(e -> e.record().line() != line)
                            .toList());
        }
    }
}
