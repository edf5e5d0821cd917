package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.MessageDetails;
import dev.rebound.insight.Picture;
import dev.rebound.session.Why;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one message.
 *
 * @param picture the data it was read from
 * @param event the event that is looked at; the deciding one where the message itself is
 * @param why the reason in words; null where nothing failed
 * @param invalid the ledger's entry of its address; null where the address is valid
 * @param repeats events of it that came again and were left out
 */
public record Story(
        Picture picture,
        MessageDetails details,
        ChainEvent event,
        @Nullable Why why,
        @Nullable InvalidAddress invalid,
        int repeats) {
    /**
     * The story of a message, or of an event that belongs to none.
     *
     * @param message its number; negative for an event that belongs to none
     * @param event the event that is looked at; null for the deciding one
     * @param eventRow the number of that event
     */
    public static Story of(Picture picture, int message, @Nullable ChainEvent event, int eventRow, Desk desk) {
        MessageDetails details = message < 0 ? picture.loneDetails(eventRow) : picture.message(message);
        ChainEvent deciding = details.decidingEvent();
        Optional<Why> why = details.row().reason() == null
                ? Optional.empty()
                : desk.session()
                        .explain(deciding.rule(), desk.words().locale())
                        .or(() -> desk.session()
                                .explain(deciding.reason().code(), desk.words().locale()));
        return new Story(
                picture,
                details,
                event == null ? deciding : event,
                why.orElse(null),
                picture.invalid(details.row().address()).orElse(null),
                message < 0 ? 0 : picture.messages().repeats(message));
    }

    /** The state in words, how long it took and how many tries. */
    public String headline(Desk desk) {
        MessageState state = details.row().state();
        return (state == null ? desk.text("activity.nosend") : desk.text("state." + state.code())) + took(desk);
    }

    /** How long it took to the answer; where there is none, the last that is known of the message says nothing of it. */
    private String took(Desk desk) {
        Instant sent = details.sentAt();
        Instant until = details.row().time();
        MessageState state = details.row().state();
        boolean silent = state == MessageState.UNCOVERED || state == MessageState.UNEXPLAINED;
        if (sent == null || silent || until.isBefore(sent)) {
            return "";
        }
        String took = desk.formats().span(java.time.Duration.between(sent, until));
        int tries = details.row().tries();
        return " " + desk.text(tries > 1 ? "activity.pane.tries" : "activity.pane.took", took, tries);
    }

    /** What the state means where no rule gives a reason; how a bounce without a message failed to find one. */
    public String meaning(Desk desk) {
        MessageState state = details.row().state();
        if (state == null) {
            return unmatched(desk);
        }
        Instant until = details.openUntil();
        String meaning = desk.text(
                "activity.meaning." + state.code(),
                until == null ? "–" : desk.formats().full(until));
        return state == MessageState.DELIVERED
                ? meaning + putOff(desk).map(why -> " " + why).orElse("")
                : meaning;
    }

    /** Why a message that arrived did not arrive at once, in the words of the last deferral. */
    private Optional<String> putOff(Desk desk) {
        return details.chain().stream()
                .filter(e -> e.kind() == EventKind.DEFERRAL)
                .reduce((earlier, later) -> later)
                .flatMap(e -> desk.session()
                        .explain(e.rule(), desk.words().locale())
                        .or(() -> desk.session()
                                .explain(e.reason().code(), desk.words().locale())))
                .map(w -> desk.text("story.putoff", w.sentence()));
    }

    /** What happened, and that no person did it where the source says so. */
    public static String kind(ChainEvent event, Desk desk) {
        String kind = desk.text("kind." + event.kind().name().toLowerCase(Locale.ROOT));
        return event.machine() == null ? kind : desk.text("kind.by.machine", kind);
    }

    /** That the files tell of an opening or a click, in words; empty where they do not. */
    public Optional<String> reading(Desk desk) {
        return Optional.ofNullable(details.firstReading()).map(e -> {
            String when = desk.formats().full(e.time());
            return e.machine() != null
                    ? desk.text("story.machine", when, e.machine())
                    : desk.text(e.kind() == EventKind.CLICK ? "story.clicked" : "story.opened", when);
        });
    }

    private String unmatched(Desk desk) {
        String id = details.row().messageId() == null
                ? details.row().dispatchId()
                : details.row().messageId();
        return id == null ? desk.text("story.unmatched.noid") : desk.text("story.unmatched.id", id);
    }

    /** What contradicts itself in the chain, in words; empty where nothing does. */
    public Optional<String> contradiction(Desk desk) {
        ChainEvent delivery = first(EventKind.DELIVERY);
        ChainEvent bounce = first(EventKind.HARD_BOUNCE);
        ChainEvent failure = bounce == null ? first(EventKind.SOFT_BOUNCE) : bounce;
        if (delivery == null || failure == null) {
            return Optional.empty();
        }
        return Optional.of(desk.text(
                failure.time().isBefore(delivery.time()) ? "story.bounced.delivered" : "story.delivered.bounced",
                desk.formats().clock(delivery.time()),
                desk.formats().clock(failure.time())));
    }

    private @Nullable ChainEvent first(EventKind kind) {
        return details.chain().stream()
                .filter(e -> e.kind() == kind)
                .findFirst()
                .orElse(null);
    }
}
