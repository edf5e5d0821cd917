package dev.rebound.cases;

import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import dev.rebound.report.Mask;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A message that belongs to a case, found again after every import: by address and the ids that the sources gave, or else
 * by its first event.
 *
 * @param address in full, or masked in a case that came from somebody else
 * @param told what the message looked like to whoever gave the case away; null for one's own
 */
public record Pin(
        String address,
        @Nullable String messageId,
        @Nullable String dispatchId,
        Instant firstEvent,
        @Nullable String told) {
    /** The pin of a row. */
    public static Pin of(MessageRow row) {
        return new Pin(row.address(), row.messageId(), row.dispatchId(), row.firstEvent(), null);
    }

    /** The pin with what its message looks like, for a reader who may not have the data. */
    public static Pin told(MessageRow row) {
        String state = row.state() == null ? "" : row.state().code();
        String reason = row.reason() == null ? "" : row.reason().code();
        return new Pin(
                row.address(),
                row.messageId(),
                row.dispatchId(),
                row.firstEvent(),
                String.join(
                        " · ",
                        row.time().toString(),
                        Mask.of(row.address()),
                        row.campaign(),
                        state,
                        reason,
                        row.reply() == null ? "" : Mask.of(row.reply())));
    }

    /** What is left of the pin when its message goes: what it looked like, and nothing that names the person. */
    static Pin remembered(MessageRow row) {
        return new Pin(
                Mask.of(row.address()), null, null, row.firstEvent(), told(row).told());
    }

    /** The rows of those pins that a picture has, each once. */
    static int[] rows(List<Pin> pins, Picture picture) {
        return pins.stream()
                .map(p -> p.in(picture))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .distinct()
                .toArray();
    }

    /** The message in a picture; empty where it is not there. */
    public OptionalInt in(Picture picture) {
        for (String id : new String[] {messageId, dispatchId}) {
            if (id != null) {
                for (int m : picture.messagesWithId(id)) {
                    if (isTo(picture.row(m).address())) {
                        return OptionalInt.of(m);
                    }
                }
            }
        }
        for (int m : picture.messagesOf(address)) {
            if (picture.row(m).firstEvent().equals(firstEvent)) {
                return OptionalInt.of(m);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isTo(String recipient) {
        return new EmailAddress(recipient).key().equals(new EmailAddress(address).key())
                || Mask.of(recipient).equals(address);
    }
}
