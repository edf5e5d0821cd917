package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.FeedInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A feed says what it can answer, and where the sends are that it cannot. */
class CapabilityTest {
    private final FeedCatalog feeds = StandardFeeds.catalog();

    @Test
    void aFeedWithoutSendsNamesTheExportThatHasThem() {
        assertThat(feeds.sendsFrom("Postmark events")).contains("Postmark outbound messages");
        assertThat(feeds.sendsFrom("Braze bounce list")).contains("Braze Currents");
        assertThat(feeds.sendsFrom("SendGrid suppression list")).contains("SendGrid event webhook");
        assertThat(feeds.sendsFrom("Klaviyo events")).isNotEmpty();
        assertThat(feeds.tellsSends("Postmark events")).isFalse();
        assertThat(feeds.tellsSends("SendGrid event webhook")).isTrue();
    }

    @Test
    void aFeedThatTellsDeliveriesButNoSendsAlwaysNamesTheExport() {
        assertThat(feeds.feeds())
                .filteredOn(f -> f.answers().contains(EventKind.DELIVERY)
                        && !f.answers().contains(EventKind.SEND)
                        && !f.id().startsWith("bounce-mail"))
                .extracting(FeedInfo::name)
                .allSatisfy(name -> assertThat(feeds.sendsFrom(name)).as(name).isNotEmpty());
    }

    @Test
    void aFeedThatCanTellSendsIsAskedForTheFilesThatDo() {
        assertThat(feeds.sendsToAskFor("PowerMTA accounting file"))
                .contains("PowerMTA accounting file: accounting records of type r");
        assertThat(feeds.sendsToAskFor("Amazon SES events")).contains("Amazon SES events Send");
        assertThat(feeds.sendsToAskFor("SendGrid event webhook")).contains("SendGrid event webhook processed");
        assertThat(feeds.sendsToAskFor("Marketing Cloud tracking extract"))
                .contains("Marketing Cloud tracking extract Sent.csv");
        assertThat(feeds.sendsToAskFor("Brevo events")).contains("Brevo events request");
        assertThat(feeds.sendsToAskFor("Postmark events")).contains("Postmark outbound messages");
        assertThat(feeds.sendsToAskFor("Bounce mail")).isPresent();
    }

    @Test
    void everyFeedThatIsImportedNamesWhatTellsItsSends() {
        assertThat(feeds.feeds())
                .filteredOn(f -> !f.answers().isEmpty())
                .extracting(FeedInfo::name)
                .allSatisfy(
                        name -> assertThat(feeds.sendsToAskFor(name)).as(name).isPresent());
    }

    @Test
    void thePageOfFeedsHasAnEntryForEach() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "feeds.md"));
        assertThat(StandardFeeds.ofRecords())
                .extracting(f -> f.info().id())
                .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
    }
}
