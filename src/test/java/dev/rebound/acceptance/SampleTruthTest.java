package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.Rebound;
import dev.rebound.sample.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted truth of the sample through the real command line: a real store, the real files, a fixed clock. */
class SampleTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path store;

    @BeforeAll
    static void importTheSampleTwice() throws IOException {
        JsonNode first = json("import", "assets/sample-feeds");
        assertThat(first.path("rejected").asInt()).isZero();
        JsonNode second = json("import", "assets/sample-feeds");
        assertThat(second.path("added").asInt()).isZero();
        assertThat(statuses(second)).containsOnly("already_imported");
    }

    private static List<String> statuses(JsonNode report) {
        return StreamSupport.stream(report.path("files").spliterator(), false)
                .map(f -> f.path("status").asText())
                .toList();
    }

    private static JsonNode json(String... args) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("--store", store.toString(), "--now", Planted.NOW.toString(), "--json"));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Rebound.run(
                all.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isBetween(0, 1);
        return JSON.readTree(out.toByteArray());
    }

    private static JsonNode group(String campaign) throws IOException {
        for (JsonNode g : json("gap").path("groups")) {
            if (g.path("key").asText().equals(campaign)) {
                return g;
            }
        }
        throw new AssertionError("no group " + campaign);
    }

    @Test
    void springSaleShowsItsGap() throws IOException {
        JsonNode spring = group(Planted.SPRING);
        assertThat(spring.path("sends").asInt()).isEqualTo(Planted.SPRING_SENDS);
        assertThat(spring.path("deliveries").asInt()).isEqualTo(Planted.SPRING_DELIVERIES);
        assertThat(spring.path("gap").asInt()).isEqualTo(Planted.SPRING_GAP);
        assertThat(spring.path("adds_up").asBoolean()).isTrue();
        JsonNode states = spring.path("states");
        assertThat(states.path("delivered").asInt()).isEqualTo(Planted.SPRING_DELIVERIES - Planted.SPRING_RETURNED);
        assertThat(states.path("returned").asInt()).isEqualTo(Planted.SPRING_RETURNED);
        assertThat(states.path("hard_bounced").asInt()).isEqualTo(Planted.SPRING_HARD);
        assertThat(states.path("soft_bounced").asInt()).isEqualTo(Planted.SPRING_SOFT);
        assertThat(states.path("blocked").asInt()).isEqualTo(Planted.SPRING_BLOCKED);
        assertThat(states.path("dropped").asInt()).isEqualTo(Planted.SPRING_DROPPED);
        assertThat(states.path("open").asInt()).isEqualTo(Planted.SPRING_OPEN);
        assertThat(states.path("timed_out").asInt()).isEqualTo(Planted.SPRING_TIMED_OUT);
        assertThat(states.path("uncovered").asInt()).isEqualTo(Planted.SPRING_UNCOVERED);
        assertThat(states.path("unexplained").asInt()).isEqualTo(Planted.SPRING_UNEXPLAINED);
        assertThat(states.path("unrecognised").asInt()).isZero();
        assertThat(states.path("rejected").asInt()).isZero();
    }

    @Test
    void theLargestGapStandsFirst() throws IOException {
        assertThat(json("gap").path("groups").get(0).path("key").asText()).isEqualTo(Planted.SPRING);
    }

    @Test
    void ordersAndNewsletterShowTheirGaps() throws IOException {
        JsonNode orders = group(Planted.ORDERS);
        assertThat(orders.path("sends").asInt()).isEqualTo(Planted.ORDER_SENDS);
        assertThat(orders.path("deliveries").asInt()).isEqualTo(Planted.ORDER_DELIVERIES);
        assertThat(orders.path("states").path("hard_bounced").asInt()).isEqualTo(Planted.ORDER_HARD);
        assertThat(orders.path("states").path("blocked").asInt()).isEqualTo(Planted.ORDER_BLOCKED);
        assertThat(orders.path("states").path("soft_bounced").asInt()).isEqualTo(Planted.ORDER_SOFT);
        JsonNode news = group(Planted.NEWSLETTER);
        assertThat(news.path("sends").asInt()).isEqualTo(Planted.NEWSLETTER_SENDS);
        assertThat(news.path("deliveries").asInt()).isEqualTo(Planted.NEWSLETTER_DELIVERIES);
        assertThat(news.path("states").path("hard_bounced").asInt()).isEqualTo(Planted.NEWSLETTER_HARD);
        assertThat(news.path("states").path("blocked").asInt()).isEqualTo(Planted.NEWSLETTER_BLOCKED);
        assertThat(news.path("states").path("soft_bounced").asInt()).isEqualTo(Planted.NEWSLETTER_SOFT);
    }

    @Test
    void softBouncesOpenExactlyTheirRowsWithTheirReasons() throws IOException {
        String filter = "is:soft campaign:\"" + Planted.SPRING + "\"";
        assertThat(json("find", filter).path("total").asInt()).isEqualTo(Planted.SPRING_SOFT);
        JsonNode facets = json("facets", filter, "--field", "reason", "--field", "provider")
                .path("facets");
        assertThat(count(facets.path("reason"), "mailbox_full")).isEqualTo(Planted.SPRING_SOFT_MAILBOX_FULL);
        assertThat(count(facets.path("reason"), "rate_limited")).isEqualTo(Planted.SPRING_SOFT_RATE_LIMITED);
        int providers = 0;
        for (JsonNode v : facets.path("provider")) {
            providers += v.path("count").asInt();
        }
        assertThat(providers).isEqualTo(Planted.SPRING_SOFT);
    }

    private static int count(JsonNode values, String value) {
        for (JsonNode v : values) {
            if (v.path("value").asText().equals(value)) {
                return v.path("count").asInt();
            }
        }
        return 0;
    }

    @Test
    void everyNumberOfTheGapOpensThatManyRows() throws IOException {
        JsonNode states = group(Planted.SPRING).path("states");
        for (var entry : states.properties()) {
            String filter = "state:" + entry.getKey() + " campaign:\"" + Planted.SPRING + "\"";
            assertThat(json("find", filter, "--limit", "1").path("total").asInt())
                    .as(filter)
                    .isEqualTo(entry.getValue().asInt());
        }
    }

    @Test
    void twentyAddressesAreInvalidAndSixSendsCameAfter() throws IOException {
        assertThat(json("invalid", "list").path("total").asInt()).isEqualTo(Planted.INVALID);
        List<String> split = new ArrayList<>();
        json("invalid", "audit")
                .path("rows")
                .forEach(r -> split.add(r.path("split").asText()));
        assertThat(split).hasSize(6);
        assertThat(split.stream().filter("in_flight"::equals)).hasSize(Planted.AUDIT_IN_FLIGHT);
        assertThat(split.stream().filter("dropped"::equals)).hasSize(Planted.AUDIT_DROPPED);
        assertThat(split.stream().filter("attempted"::equals)).hasSize(Planted.AUDIT_ATTEMPTED);
    }

    @Test
    void sixInvalidationsAreQuestionable() throws IOException {
        assertThat(json("invalid", "questionable").path("total").asInt()).isEqualTo(Planted.QUESTIONABLE);
    }

    @Test
    void onePersonHasHerFourteenMessages() throws IOException {
        JsonNode claire = json("address", Planted.CLAIRE);
        assertThat(claire.path("messages")).hasSize(Planted.CLAIRE_MESSAGES);
    }

    @Test
    void oneProviderRefusedThirtySevenMessagesInOneMorning() throws IOException {
        JsonNode incidents = json("incidents").path("incidents");
        List<JsonNode> refused = StreamSupport.stream(incidents.spliterator(), false)
                .filter(i -> i.path("kind").asText().equals("refused"))
                .toList();
        assertThat(refused).singleElement().satisfies(i -> {
            assertThat(i.path("messages").asInt()).isEqualTo(37);
            assertThat(i.path("provider").asText()).isEqualTo("Outlook");
            assertThat(i.path("campaigns")).hasSize(3);
            assertThat(i.path("esps")).hasSize(2);
            assertThat(i.path("different").get(0).path("field").asText()).isEqualTo("pool");
            assertThat(json("find", i.path("filter").asText()).path("total").asInt())
                    .isEqualTo(37);
        });
    }

    @Test
    void aWaveOfDelaysIsNoRefusal() throws IOException {
        assertThat(json("incidents").path("incidents")).anySatisfy(i -> {
            assertThat(i.path("kind").asText()).isEqualTo("delayed");
            assertThat(i.path("provider").asText()).isEqualTo("Orange");
            assertThat(i.path("delivered_afterwards").asInt()).isEqualTo(60);
            assertThat(json("find", i.path("filter").asText()).path("total").asInt())
                    .isEqualTo(i.path("messages").asInt());
        });
    }

    @Test
    void triesAccountForEveryDelivery() throws IOException {
        JsonNode retries = json("retries", "--campaign", Planted.SPRING);
        JsonNode tries = retries.path("delivered_at_try");
        assertThat(tries.path("1").asInt()
                        + tries.path("2").asInt()
                        + tries.path("3+").asInt())
                .isEqualTo(Planted.SPRING_DELIVERIES);
        // Two came back after the first try had been accepted: that was no second one.
        assertThat(tries.path("2").asInt()).isEqualTo(60);
        assertThat(tries.path("3+").asInt()).isEqualTo(40);
        assertThat(retries.path("open").asInt()).isEqualTo(Planted.SPRING_OPEN);
        assertThat(retries.path("open_until").asText()).isEqualTo("2026-03-16T08:00:00Z");
        assertThat(retries.path("gave_up").asInt()).isEqualTo(Planted.SPRING_SOFT + Planted.SPRING_TIMED_OUT);
    }

    @Test
    void nobodyWhoseMailTheServiceDroppedIsOnAResendList() throws IOException {
        JsonNode list = json("resend", "is:dropped");
        assertThat(list.path("considered").asInt()).isPositive();
        assertThat(list.path("resend").asInt()).isZero();
        assertThat(list.path("adds_up").asBoolean()).isTrue();
    }

    @Test
    void theResendListAccountsForTheWholeIncident() throws IOException {
        JsonNode list = json("resend", "provider:Outlook is:blocked");
        assertThat(list.path("considered").asInt()).isEqualTo(37);
        int excluded = 0;
        for (JsonNode n : list.path("excluded")) {
            excluded += n.asInt();
        }
        assertThat(list.path("resend").asInt() + excluded).isEqualTo(37);
        assertThat(list.path("excluded").path("invalid").asInt()).isEqualTo(5);
    }

    @Test
    void coverageNamesTheMissingHourAndHowTheFeedsJoin() throws IOException {
        JsonNode coverage = json("coverage");
        assertThat(coverage.path("missing")).singleElement().satisfies(m -> {
            assertThat(m.path("feed").asText()).isEqualTo("Braze");
            assertThat(m.path("kind").asText()).isEqualTo("delivery");
            assertThat(m.path("request").asText()).contains("13 March 2026").contains("13:00–14:00 UTC");
        });
        assertThat(coverage.path("feeds")).anySatisfy(f -> {
            assertThat(f.path("kind").asText()).isEqualTo("delivery");
            assertThat(f.path("hours"))
                    .anySatisfy(h -> assertThat(h.path("status").asText()).isEqualTo("missing"));
        });
        assertThat(coverage.path("joins"))
                .hasSize(2)
                .allSatisfy(j -> assertThat(j.path("rate").asDouble()).isGreaterThan(0.95));
    }

    @Test
    void aPartOfACampaignsNameIsEnough() throws IOException {
        JsonNode named = json("gap", "--campaign", "spring").path("groups");
        assertThat(named).hasSize(1);
        assertThat(named.get(0).path("sends").asInt()).isEqualTo(2000);
        assertThat(json("retries", "--campaign", "SPRING").path("sends").asInt())
                .isEqualTo(2000);
    }
}
