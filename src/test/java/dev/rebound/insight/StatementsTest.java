package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several statements about one subscription come to one status, whatever the order of rows and files. */
class StatementsTest {
    private static final String BOTH = "household@example.com";

    private static SubscriptionFact said(SubscriptionStatus status, @Nullable Integer day, @Nullable String user) {
        Instant since =
                day == null ? null : Instant.parse("2026-03-01T10:00:00Z").plusSeconds(86_400L * day);
        return new SubscriptionFact(new EmailAddress(BOTH), status, since, user, null, new RawRecord("", 1, ""));
    }

    private static Picture picture(List<SubscriptionFact> facts) {
        return Told.picture(List.of(List.of()), 10, facts.toArray(SubscriptionFact[]::new));
    }

    private static SubscriptionStatus status(SubscriptionFact... facts) {
        List<SubscriptionFact> turned = new java.util.ArrayList<>(List.of(facts));
        Collections.reverse(turned);
        SubscriptionStatus status = picture(List.of(facts)).subscription(BOTH);
        assertThat(picture(turned).subscription(BOTH)).as("the other way round").isEqualTo(status);
        return status;
    }

    @Test
    void theDefaultRowOfASecondUserLiftsNoUnsubscribe() {
        SubscriptionFact left = said(SubscriptionStatus.UNSUBSCRIBED, 0, "u1");
        SubscriptionFact other = said(SubscriptionStatus.SUBSCRIBED, null, "u2");
        assertThat(status(left, other)).isEqualTo(SubscriptionStatus.UNSUBSCRIBED);
        assertThat(picture(List.of(left, other)).contradictions())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.kind()).isEqualTo(Contradiction.Kind.STATUS_DISPUTED);
                    assertThat(c.detail()).isEqualTo("u1, u2");
                });
    }

    @Test
    void theNewestDatedStatementHolds() {
        SubscriptionFact left = said(SubscriptionStatus.UNSUBSCRIBED, 0, "u1");
        SubscriptionFact back = said(SubscriptionStatus.OPTED_IN, 3, "u1");
        assertThat(status(left, back)).isEqualTo(SubscriptionStatus.OPTED_IN);
        assertThat(status(back, said(SubscriptionStatus.SUBSCRIBED, null, "u1")))
                .isEqualTo(SubscriptionStatus.OPTED_IN);
        assertThat(picture(List.of(left, back)).contradictions()).isEmpty();
    }

    @Test
    void amongEqualsTheMostRestrictiveHolds() {
        assertThat(status(said(SubscriptionStatus.OPTED_IN, 3, null), said(SubscriptionStatus.UNSUBSCRIBED, 3, null)))
                .isEqualTo(SubscriptionStatus.UNSUBSCRIBED);
        assertThat(status(
                        said(SubscriptionStatus.OPTED_IN, null, null), said(SubscriptionStatus.SUBSCRIBED, null, null)))
                .isEqualTo(SubscriptionStatus.SUBSCRIBED);
        assertThat(status(
                        said(SubscriptionStatus.OPTED_IN, 3, null), said(SubscriptionStatus.UNSUBSCRIBED, null, null)))
                .as("no date tells that the person came back")
                .isEqualTo(SubscriptionStatus.UNSUBSCRIBED);
    }

    @Provide
    Arbitrary<List<SubscriptionFact>> statements() {
        return Combinators.combine(
                        Arbitraries.of(
                                SubscriptionStatus.OPTED_IN,
                                SubscriptionStatus.SUBSCRIBED,
                                SubscriptionStatus.UNSUBSCRIBED),
                        Arbitraries.integers().between(0, 3).injectNull(0.3),
                        Arbitraries.of("u1", "u2", "u3").injectNull(0.2))
                .as(StatementsTest::said)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300, seed = "2026")
    void noOrderChangesTheStatusOrTheContradictions(@ForAll("statements") List<SubscriptionFact> facts) {
        Picture asWritten = picture(facts);
        List<SubscriptionFact> other = new java.util.ArrayList<>(facts);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(other, new Random(seed));
            Picture shuffled = picture(other);
            assertThat(shuffled.subscription(BOTH)).isEqualTo(asWritten.subscription(BOTH));
            assertThat(shuffled.contradictions()).isEqualTo(asWritten.contradictions());
        }
    }
}
