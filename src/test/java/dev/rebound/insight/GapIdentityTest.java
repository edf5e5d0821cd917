package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** {@code sends = sum of all states}, whatever the stream of events looks like, and every number opens that many rows. */
class GapIdentityTest {
    private static final long WINDOW_OVER = 8_000;

    @Provide
    Arbitrary<List<RawEvent>> streams() {
        Arbitrary<String> addresses =
                Arbitraries.of("a@example.com", "b@example.com", "c@example.org", "d@example.net");
        Arbitrary<EventKind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, EventKind.SEND),
                net.jqwik.api.Tuple.of(6, EventKind.DELIVERY),
                net.jqwik.api.Tuple.of(3, EventKind.DEFERRAL),
                net.jqwik.api.Tuple.of(2, EventKind.SOFT_BOUNCE),
                net.jqwik.api.Tuple.of(2, EventKind.HARD_BOUNCE),
                net.jqwik.api.Tuple.of(1, EventKind.BLOCK),
                net.jqwik.api.Tuple.of(1, EventKind.BOUNCE),
                net.jqwik.api.Tuple.of(1, EventKind.DROP),
                net.jqwik.api.Tuple.of(1, EventKind.REJECTION),
                net.jqwik.api.Tuple.of(1, EventKind.ABORT),
                net.jqwik.api.Tuple.of(1, EventKind.OPEN),
                net.jqwik.api.Tuple.of(1, EventKind.CLICK),
                net.jqwik.api.Tuple.of(1, EventKind.COMPLAINT),
                net.jqwik.api.Tuple.of(1, EventKind.UNSUBSCRIBE),
                net.jqwik.api.Tuple.of(1, EventKind.LISTED_INVALID));
        Arbitrary<String> replies =
                Arbitraries.of(Told.UNKNOWN_USER, Told.FULL, Told.LISTED, "gibberish", "421 4.7.0 Try later");
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 4);
        return Combinators.combine(
                        Arbitraries.of("Braze", "SendGrid", "Amazon SES"),
                        kinds,
                        Arbitraries.longs().between(0, 6_000),
                        addresses,
                        ids,
                        replies.injectNull(0.3))
                .as(GapIdentityTest::event)
                .list()
                .ofMaxSize(60);
    }

    private static RawEvent event(
            String source, EventKind kind, long minute, String address, int id, @Nullable String reply) {
        String told = kind.isFailure() || kind == EventKind.DEFERRAL ? reply : null;
        return source.equals("Braze")
                ? Told.braze(kind, minute, address, (id % 2 == 0 ? "A" : "B") + id, told)
                : Told.esp(source, kind, minute, address, "m" + id, told);
    }

    private static long sum(GapGroup group) {
        return group.states().values().stream().mapToLong(Long::longValue).sum();
    }

    @Property(tries = 400)
    void sendsAreTheSumOfTheStatesInEveryGrouping(@ForAll("streams") List<RawEvent> stream) {
        for (long now : new long[] {3_000, WINDOW_OVER}) {
            Picture picture = Told.picture(List.of(stream), now);
            long all = picture.questions()
                    .select(Filter.is(dev.rebound.filter.Field.FLAG, "sent"))
                    .cardinality();
            for (GapBy by : GapBy.values()) {
                List<GapGroup> groups = picture.gap(Filter.all(), by);
                groups.forEach(g -> assertThat(sum(g)).isEqualTo(g.sends()));
                groups.forEach(g -> assertThat(g.addsUp()).isTrue());
                assertThat(groups.stream().mapToLong(GapGroup::sends).sum())
                        .as("no message is counted twice or lost by %s", by)
                        .isEqualTo(all);
            }
        }
    }

    @Property(tries = 300)
    void everyNumberOpensThatManyRows(@ForAll("streams") List<RawEvent> stream) {
        Picture picture = Told.picture(List.of(stream), WINDOW_OVER);
        for (GapBy by : GapBy.values()) {
            for (GapGroup group : picture.gap(Filter.all(), by)) {
                assertThat(rows(picture, group.rows())).isEqualTo(group.sends());
                for (MessageState state : MessageState.values()) {
                    assertThat(rows(picture, group.rows(state)))
                            .as("%s of %s, by %s", state, group.key(), by)
                            .isEqualTo(group.count(state));
                }
            }
        }
    }

    private static long rows(Picture picture, Filter filter) {
        return picture.questions().select(filter).cardinality();
    }

    @Property(tries = 300)
    void orderAndSplitOfTheImportsDoNotMatter(@ForAll("streams") List<RawEvent> stream, @ForAll long seed) {
        Random random = new Random(seed);
        List<RawEvent> shuffled = new ArrayList<>(stream);
        Collections.shuffle(shuffled, random);
        int cut = stream.isEmpty() ? 0 : random.nextInt(stream.size() + 1);
        Picture inOrder = Told.picture(List.of(stream), WINDOW_OVER);
        Picture split =
                Told.picture(List.of(shuffled.subList(0, cut), shuffled.subList(cut, shuffled.size())), WINDOW_OVER);
        assertThat(accounts(split)).isEqualTo(accounts(inOrder));
        assertThat(split.addresses().invalid().stream()
                        .map(InvalidAddress::address)
                        .sorted())
                .isEqualTo(inOrder.addresses().invalid().stream()
                        .map(InvalidAddress::address)
                        .sorted()
                        .toList());
    }

    private static Map<String, Map<MessageState, Long>> accounts(Picture picture) {
        Map<String, Map<MessageState, Long>> accounts = new TreeMap<>();
        picture.gap(Filter.all(), GapBy.CAMPAIGN).forEach(g -> accounts.put(g.key(), g.states()));
        return accounts;
    }

    @Property(tries = 200)
    void lossOfEventsNeverBreaksTheSum(@ForAll("streams") List<RawEvent> stream, @ForAll long seed) {
        Random random = new Random(seed);
        List<RawEvent> rest = stream.stream().filter(e -> random.nextInt(3) > 0).toList();
        Told.picture(List.of(rest), WINDOW_OVER)
                .gap(Filter.all(), GapBy.CAMPAIGN)
                .forEach(g -> assertThat(sum(g)).isEqualTo(g.sends()));
    }

    @Property(tries = 200)
    void anEventToldTwiceIsNotCountedTwice(@ForAll("streams") List<RawEvent> stream) {
        List<RawEvent> twice = new ArrayList<>(stream);
        twice.addAll(stream);
        assertThat(accounts(Told.picture(List.of(twice), WINDOW_OVER)))
                .isEqualTo(accounts(Told.picture(List.of(stream), WINDOW_OVER)));
    }
}
