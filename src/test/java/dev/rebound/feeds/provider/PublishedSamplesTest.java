package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            String word = told.path("event_type").path(0).asText();
            assertThat(kinds(word)).as(name).contains(event.kind());
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

    private static List<EventKind> kinds(String word) {
        return switch (word) {
            case "queued" -> List.of(EventKind.SEND);
            case "delivered" -> List.of(EventKind.DELIVERY);
            case "deferred" -> List.of(EventKind.DEFERRAL);
            case "bounced" -> List.of(EventKind.HARD_BOUNCE, EventKind.SOFT_BOUNCE, EventKind.BLOCK, EventKind.BOUNCE);
            case "rejected" -> List.of(EventKind.REJECTION, EventKind.DROP);
            case "failed" -> List.of(EventKind.REJECTION);
            case "complained" -> List.of(EventKind.COMPLAINT);
            case "unsubscribed" -> List.of(EventKind.UNSUBSCRIBE);
            case "opened" -> List.of(EventKind.OPEN);
            case "clicked" -> List.of(EventKind.CLICK);
            // The library has no word for an automatic answer, nor, as it was set up here, for a first open.
            case "autoresponded", "unknown" -> List.of(EventKind.OTHER, EventKind.OPEN);
            default -> List.of();
        };
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
