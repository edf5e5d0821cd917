package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.SamplesTable;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Payloads that others published, beside the checkout where somebody put them; skipped elsewhere. Some carry what their
 * publisher's own library makes of them, and that is a second opinion on ours.
 */
class PublishedSamplesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("rebound.samples", "../shared/samples"));

    private static List<Path> files(String folder, String suffix) throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES.resolve(folder)), "the samples are not here");
        try (Stream<Path> all = Files.walk(SAMPLES.resolve(folder))) {
            return all.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"sparkpost/anymail, sparkpost", "mailgun/anymail, mailgun"})
    void addressKindAndWordsAreThoseOfTheSecondOpinion(String folder, String feed) throws IOException, FeedException {
        List<String> compared = new ArrayList<>();
        for (Path told : files(folder, ".expected.json")) {
            Path payload = told.resolveSibling(told.getFileName().toString().replace(".expected.json", ".json"));
            if (Files.readString(payload).contains(feed.equals("mailgun") ? "\"event-data\"" : "\"rcpt_to\"")) {
                Reading reading = Reading.of(payload);
                assertThat(reading.file().feedId()).isEqualTo(feed);
                compare(JsonText.mapper().readTree(Files.readString(told)), reading, told.toString());
                reading.events().forEach(e -> compared.add(told.toString()));
            }
        }
        assertThat(compared).hasSizeGreaterThan(5);
    }

    private static void compare(JsonNode told, Reading reading, String name) {
        for (RawEvent event : reading.events()) {
            if (told.has("recipient")) {
                assertThat(event.address().text())
                        .as(name)
                        .isEqualTo(told.path("recipient").path(0).asText());
            }
            String reply = told.path("mta_response").path(0).asText("");
            if (!reply.isEmpty()) {
                assertThat(event.text(EventText.REPLY)).as(name).isEqualTo(reply);
            }
        }
    }

    /** The two opinions that we do not share, each explained in feeds.md, and nothing else. */
    private static final Set<String> OTHERWISE =
            Set.of("postal/anymail/queued_event.json", "postmark/anymail/bounce_unsubscribe_variant.json");

    @Test
    void nearlyEverySecondOpinionIsOurs() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
        List<SamplesTable.Opinion> opinions = SamplesTable.opinions(SAMPLES);
        assertThat(opinions).hasSizeGreaterThan(100);
        assertThat(opinions.stream().filter(o -> !o.agrees()))
                .extracting(o -> SAMPLES.relativize(o.file()).toString().replace('\\', '/'))
                .isSubsetOf(OTHERWISE);
    }

    /** What is refused is said to be so with a reason and, for all but fragments of documentation, a next step. */
    @Test
    void everyPublishedFileIsReadOrRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
        assertThat(SamplesTable.rows(SAMPLES)).allSatisfy(row -> {
            if (row.feed().isEmpty()) {
                assertThat(row.reason())
                        .startsWith(String.valueOf(row.file().getFileName()))
                        .endsWith(".");
            } else {
                assertThat(row.events() + row.statuses() > 0 || !row.reason().isEmpty() || isAboutNoMail(row))
                        .as("%s as %s", row.file(), row.feed())
                        .isTrue();
            }
        });
    }

    /** Pings, empty pages and events about lists, pushes and inbound mail hold nothing to keep. */
    private static boolean isAboutNoMail(SamplesTable.Row row) {
        return row.rejected() == 0;
    }

    @ParameterizedTest
    @CsvSource({"mailgun/docs-events, mailgun", "mailgun/exports, mailgun", "sparkpost/devdocs, sparkpost"})
    void everyPublishedEventIsKnownAndNoneRejected(String folder, String feed) throws IOException, FeedException {
        for (Path sample : files(folder, "json")) {
            Reading reading = Reading.of(sample);
            assertThat(reading.file().feedId()).as(sample.toString()).startsWith(feed);
            assertThat(reading.rejections()).as(sample.toString()).isEmpty();
        }
    }
}
