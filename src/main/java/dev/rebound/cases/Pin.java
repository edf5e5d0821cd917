package dev.rebound.cases;

import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A message that belongs to a case, found again after every import: by address and the ids that the sources gave, or else
 * by its first event.
 */
public record Pin(
        String address,
        @Nullable String messageId,
        @Nullable String dispatchId,
        Instant firstEvent) {
    /** The pin of a row. */
    public static Pin of(MessageRow row) {
        return new Pin(row.address(), row.messageId(), row.dispatchId(), row.firstEvent());
    }

    /** The message in a picture; empty where it is no longer there. */
    public OptionalInt in(Picture picture) {
        String key = new EmailAddress(address).key();
        for (String id : new String[] {messageId, dispatchId}) {
            if (id != null) {
                for (int m : picture.messagesWithId(id)) {
                    if (new EmailAddress(picture.row(m).address()).key().equals(key)) {
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
}
