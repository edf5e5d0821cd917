package dev.rebound.console.activity;

import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.EventLog;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: a message, or one event of it.
 *
 * @param row its number among the messages, or among the events
 * @param message the message; its number is -1 for an event that belongs to none
 * @param event null where messages are listed
 * @param note the operator's own words about the message; null where there are none
 */
public record LogRow(
        int row,
        MessageRow message,
        @Nullable ChainEvent event,
        @Nullable String note) {
    static LogRow ofMessage(Picture picture, int message) {
        return new LogRow(message, picture.row(message), null, picture.notes(message));
    }

    static LogRow ofEvent(Picture picture, int event) {
        EventLog log = picture.eventLog();
        int message = log.messageOf(event);
        return new LogRow(
                event,
                message < 0 ? picture.lone(event) : picture.row(message),
                picture.chainEvent(event),
                picture.notes(message));
    }

    /** When the event happened; for a message, when the deciding one did. */
    public Instant time() {
        return event == null ? message.time() : event.time();
    }

    /** The reply of the event, or the one that decided the message. */
    public @Nullable String reply() {
        return event == null ? message.reply() : event.reply();
    }
}
