package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.insight.compare.Figure;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that came again explain a figure of their own kind only, also after the store was closed and opened. */
class RepeatedKindsTest {
    private static final String HEADER =
            "EVENT_TYPE,ID,USER_ID,TIME,EMAIL_ADDRESS,CAMPAIGN_ID,CAMPAIGN_NAME,DISPATCH_ID,ESP\n";
    private static final long BEGIN = 1_767_225_600L;

    @TempDir
    Path folder;

    private Session open() throws Exception {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(BEGIN + 7_200), ZoneOffset.UTC);
        return Session.open(
                folder.resolve("store"), StandardFeeds.catalog(), Classifier.standard(), clock, ZoneOffset.UTC);
    }

    private void importFile(Session session, String name, String rows) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, HEADER + rows);
        session.importFiles(List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
    }

    private static String row(String kind, int n) {
        return kind + "," + kind + n + ",user" + n + "," + (BEGIN + n) + ",person" + n
                + "@example.com,c1,Letter,d1-0123456789,SendGrid\n";
    }

    private static Comparison.Line line(Session session, Figure figure, long claimed) {
        return Comparison.of(
                        session.picture(), Filter.all(), List.of(new Claim("", figure, null, claimed)), ZoneOffset.UTC)
                .lines()
                .getFirst();
    }

    @Test
    void aDeliveryThatCameAgainIsNoSend() throws Exception {
        StringBuilder first = new StringBuilder();
        for (int n = 0; n < 10; n++) {
            first.append(row("Send", n)).append(row("Delivery", n));
        }
        try (Session session = open()) {
            importFile(session, "first.csv", first.toString());
            importFile(
                    session,
                    "again.csv",
                    row("Delivery", 0) + row("Delivery", 1) + row("Delivery", 2) + row("Send", 2) + row("Open", 3));
            check(session);
        }
        try (Session session = open()) {
            check(session);
        }
    }

    @Test
    void theSecondUserOfAnAddressInADispatchIsNamed() throws Exception {
        try (Session session = open()) {
            String second = row("Send", 0).replace("Send0,user0", "Send0b,user0b");
            importFile(session, "first.csv", row("Send", 0) + second + row("Send", 1) + row("Delivery", 0));
            Comparison.Line sends = line(session, Figure.SENDS, 3);
            assertThat(sends.ours()).isEqualTo(2);
            assertThat(sends.rest()).isZero();
            assertThat(sends.causes()).singleElement().satisfies(c -> {
                assertThat(c.kind()).isEqualTo(Cause.Kind.SECOND_USERS);
                assertThat(c.count()).isEqualTo(-1);
                assertThat(session.picture().questions().select(c.rows()).cardinality())
                        .isEqualTo(1);
            });
            assertThat(line(session, Figure.DELIVERIES, 2).causes())
                    .as("one delivery was told")
                    .extracting(Cause::kind)
                    .doesNotContain(Cause.Kind.SECOND_USERS);
        }
    }

    private static void check(Session session) {
        Comparison.Line sends = line(session, Figure.SENDS, 13);
        assertThat(sends.causes()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Cause.Kind.DUPLICATES);
            assertThat(c.count()).isEqualTo(-1);
        });
        assertThat(sends.rest()).isEqualTo(-2);
        Comparison.Line deliveries = line(session, Figure.DELIVERIES, 13);
        assertThat(deliveries.causes()).extracting(Cause::count).containsExactly(-3L);
        assertThat(deliveries.rest()).isZero();
    }
}
