package dev.rebound.feeds.profile;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import dev.rebound.domain.SubscriptionStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a word of a source means, as profiles write it: a kind of event, with a reason behind it where the word says one
 * ({@code drop suppressed}); {@code open machine} where the word says that no person did it; {@code status subscribed} for a list of people; {@code nothing} for a record that is read and
 * holds nothing to keep.
 */
record Meaning(
        @Nullable EventKind kind,
        @Nullable Reason reason,
        @Nullable SubscriptionStatus status,
        boolean byMachine) {
    private static final Meaning NOTHING = new Meaning(null, null, null);
    private static final String MACHINE = "machine";

    Meaning(@Nullable EventKind kind, @Nullable Reason reason, @Nullable SubscriptionStatus status) {
        this(kind, reason, status, false);
    }

    /** Reads a profile's text; the message of the exception is the sentence for its writer. */
    static Meaning of(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        try {
            if (parts[0].equals("nothing") && parts.length == 1) {
                return NOTHING;
            }
            if (parts[0].equals("status") && parts.length == 2) {
                return new Meaning(null, null, SubscriptionStatus.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            }
            if (parts.length <= 2) {
                boolean machine = parts.length == 2 && parts[1].equals(MACHINE);
                return new Meaning(
                        EventKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        parts.length == 1 || machine ? null : reason(parts[1]),
                        null,
                        machine);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no kind of event, reason or status", e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is no kind of event with an optional reason");
    }

    static Reason reason(String word) {
        return Reason.valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isNothing() {
        return kind == null && status == null;
    }
}
