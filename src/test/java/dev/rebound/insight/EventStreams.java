package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random streams of events for the properties of meaning. */
final class EventStreams {
    /** What a service writes of a drop that it made because of who the address belongs to. */
    static final Set<String> DROPPED_FOR_THE_ADDRESS =
            Set.of("Bounced Address", "Unsubscribed Address", "Spam Reporting Address", "Invalid");

    private static final String OF_THE_MAIL = "Recipient List over Package Quota";

    private EventStreams() {}

    /** A few messages of four people, told by up to three sources, with all that may go wrong. */
    static Arbitrary<List<RawEvent>> any() {
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
        Arbitrary<String> drops = Arbitraries.of(
                Stream.concat(DROPPED_FOR_THE_ADDRESS.stream().sorted(), Stream.of(OF_THE_MAIL, "gibberish"))
                        .toList());
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 4);
        return Combinators.combine(
                        Arbitraries.of("Braze", "SendGrid", "Amazon SES"),
                        kinds,
                        Arbitraries.longs().between(0, 6_000),
                        addresses,
                        ids,
                        replies.injectNull(0.3),
                        drops.injectNull(0.3))
                .as((source, kind, minute, address, id, reply, drop) ->
                        event(source, kind, minute, address, id, kind == EventKind.DROP ? drop : reply))
                .list()
                .ofMaxSize(60);
    }

    private static RawEvent event(
            String source, EventKind kind, long minute, String address, int id, @Nullable String reply) {
        String told = kind.isFailure() || kind == EventKind.DEFERRAL ? reply : null;
        if (source.equals("Braze") && id > 2) {
            return Told.brazeFrom("news.example.com", kind, minute, address, (id % 2 == 0 ? "A" : "B") + id, told);
        }
        return source.equals("Braze")
                ? Told.braze(kind, minute, address, (id % 2 == 0 ? "A" : "B") + id, told)
                : Told.esp(source, kind, minute, address, "m" + id, told);
    }
}
