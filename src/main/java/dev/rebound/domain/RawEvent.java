package dev.rebound.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a source says happened to one address, already in Rebound's fields but not yet classified. Immutable.
 *
 * @param kind the source's claim
 * @param time when it happened, UTC
 * @param address to whom
 * @param source the feed's name as shown to people, e.g. {@code Braze} or {@code SendGrid}; scopes all ids
 * @param eventId the source's id of this event where it has one that is unique in the source (with whatever scope the
 *     feed had to add, e.g. the recipient); null makes the identity a digest of the fields
 * @param smtpCode 200 to 599, or 0 when unknown
 * @param attempt the source's attempt number, or 0 when unknown
 * @param hint what the source's own class word means, where specific; null otherwise
 * @param test whether the source marks it as test traffic
 * @param timed whether the source told the time; otherwise it is the one at which the file was written
 * @param texts all other facts by field; a missing field is absent
 * @param record the raw record
 */
public record RawEvent(
        EventKind kind,
        Instant time,
        EmailAddress address,
        String source,
        @Nullable String eventId,
        int smtpCode,
        int attempt,
        @Nullable Reason hint,
        boolean test,
        boolean timed,
        Map<EventText, String> texts,
        RawRecord record) {
    public RawEvent {
        texts = Map.copyOf(texts);
    }

    /** The value of a text field, or null where the source is silent. */
    public @Nullable String text(EventText field) {
        return texts.get(field);
    }

    /** Starts an event; every value not set stays unknown. */
    public static Builder builder(EventKind kind, Instant time, String address, String source, RawRecord record) {
        return new Builder(kind, time, new EmailAddress(address), source, record);
    }

    /** Collects the facts of one event. Not thread-safe; use once. */
    public static final class Builder {
        private final EventKind kind;
        private final Instant time;
        private final EmailAddress address;
        private final String source;
        private final RawRecord record;
        private final Map<EventText, String> texts = new EnumMap<>(EventText.class);
        private @Nullable String eventId;
        private int smtpCode;
        private int attempt;
        private @Nullable Reason hint;
        private boolean test;
        private boolean timed = true;

        private Builder(EventKind kind, Instant time, EmailAddress address, String source, RawRecord record) {
            this.kind = kind;
            this.time = time;
            this.address = address;
            this.source = source;
            this.record = record;
        }

        /** The source's own id of the event; null or blank leaves the identity to the fields. */
        public Builder eventId(@Nullable String value) {
            this.eventId = value == null || value.isBlank() ? null : value;
            return this;
        }

        /** A text fact; null and blank values are left out. */
        public Builder with(EventText field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                texts.put(field, value.strip());
            }
            return this;
        }

        /** The SMTP reply code; anything outside 200 to 599 counts as unknown. */
        public Builder smtpCode(int value) {
            this.smtpCode = value >= 200 && value <= 599 ? value : 0;
            return this;
        }

        /** The attempt number as the source counts it; negative counts as unknown. */
        public Builder attempt(int value) {
            this.attempt = Math.max(0, value);
            return this;
        }

        /** What the source's own class word means, where it is specific. */
        public Builder hint(@Nullable Reason value) {
            this.hint = value;
            return this;
        }

        /** Marks test traffic. */
        public Builder test(boolean value) {
            this.test = value;
            return this;
        }

        /** Whether the source told the time; it did unless somebody says otherwise. */
        public Builder timed(boolean value) {
            this.timed = value;
            return this;
        }

        /** The finished event. */
        public RawEvent build() {
            return new RawEvent(
                    kind, time, address, source, eventId, smtpCode, attempt, hint, test, timed, texts, record);
        }
    }
}
