package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@code sends = sum of all states}, whatever the stream of events looks like, and every number opens that many rows. */
class GapIdentityTest {
    private static final long WINDOW_OVER = 8_000;

    @Provide
    Arbitrary<List<RawEvent>> streams() {
        return EventStreams.any();
    }

    private static long sum(GapGroup group) {
        return group.states().values().stream().mapToLong(Long::longValue).sum();
    }

    @Property(tries = 400, seed = "2026")
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

    @Property(tries = 300, seed = "2026")
    void everyNumberOpensThatManyRows(@ForAll("streams") List<RawEvent> stream) {
        Picture picture = Told.picture(List.of(stream), WINDOW_OVER);
        for (GapBy by : GapBy.values()) {
            Map<String, MainCause> causes = MainCause.of(picture, picture.gap(Filter.all(), by), by);
            for (GapGroup group : picture.gap(Filter.all(), by)) {
                MainCause cause = causes.get(group.key());
                assertThat(cause == null)
                        .as("who misses messages has a main cause")
                        .isEqualTo(group.gap() == 0);
                if (cause != null) {
                    if (cause.state() == MessageState.UNCOVERED
                            && cause.provider().isEmpty()) {
                        assertThat(cause.count())
                                .as("the row of the gap says the same")
                                .isEqualTo(group.count(MessageState.UNCOVERED));
                    }
                    assertThat(rows(picture, cause.rows()))
                            .as("%s of %s, by %s", cause, group.key(), by)
                            .isEqualTo(cause.count())
                            .isBetween(1L, group.gap());
                }
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

    @Property(tries = 300, seed = "2026")
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

    @Property(tries = 200, seed = "2026")
    void lossOfEventsNeverBreaksTheSum(@ForAll("streams") List<RawEvent> stream, @ForAll long seed) {
        Random random = new Random(seed);
        List<RawEvent> rest = stream.stream().filter(e -> random.nextInt(3) > 0).toList();
        Told.picture(List.of(rest), WINDOW_OVER)
                .gap(Filter.all(), GapBy.CAMPAIGN)
                .forEach(g -> assertThat(sum(g)).isEqualTo(g.sends()));
    }

    @Property(tries = 200, seed = "2026")
    void anEventToldTwiceIsNotCountedTwice(@ForAll("streams") List<RawEvent> stream) {
        List<RawEvent> twice = new ArrayList<>(stream);
        twice.addAll(stream);
        assertThat(accounts(Told.picture(List.of(twice), WINDOW_OVER)))
                .isEqualTo(accounts(Told.picture(List.of(stream), WINDOW_OVER)));
    }
}
