package dev.rebound.insight.compare;

import dev.rebound.domain.EventKind;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that dashboards show of a campaign, with the words by which they call it. Failures are counted by the kind
 * that the source itself gave them, because that is what a dashboard counts.
 */
public enum Figure {
    SENDS(null, "sends", "sent", "send", "requests", "processed", "targeted", "injected", "envois", "envoyes"),
    DELIVERIES(EventKind.DELIVERY, "deliveries", "delivered", "delivery", "receptions", "livraisons", "livres"),
    BOUNCES(
            EventKind.HARD_BOUNCE,
            "bounces",
            "bounce",
            "bounced",
            "hard bounces",
            "hard bounced",
            "hard bounce",
            "rebonds",
            "rebonds definitifs"),
    SOFT_BOUNCES(
            EventKind.SOFT_BOUNCE, "soft bounces", "soft bounced", "soft bounce", "softbounces", "rebonds temporaires"),
    BLOCKS(EventKind.BLOCK, "blocks", "blocked", "blocages", "bloques"),
    DROPS(
            EventKind.DROP,
            "drops",
            "dropped",
            "bounce drops",
            "spam report drops",
            "unsubscribe drops",
            "invalid",
            "ecartes"),
    DEFERRALS(EventKind.DEFERRAL, "deferrals", "deferred", "delayed", "differes"),
    REJECTIONS(EventKind.REJECTION, "rejections", "rejects", "rejected", "refuses"),
    COMPLAINTS(EventKind.COMPLAINT, "spam reports", "spam", "complaints", "reported spam", "plaintes"),
    UNSUBSCRIBES(EventKind.UNSUBSCRIBE, "unsubscribes", "unsubscribed", "desabonnements"),
    OPENS(EventKind.OPEN, "unique opens", "opens", "opened", "ouvertures"),
    CLICKS(EventKind.CLICK, "unique clicks", "clicks", "clicked", "clics");

    private final @Nullable EventKind kind;
    private final List<String> words;

    Figure(@Nullable EventKind kind, String... words) {
        this.kind = kind;
        this.words = List.of(words);
    }

    /** The name used on the command line and in files, e.g. {@code soft_bounces}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure of a word of some dashboard: letters in lower case without accents, one space between words. */
    public static Optional<Figure> named(String word) {
        for (Figure f : values()) {
            if (f.words.contains(word) || f.code().replace('_', ' ').equals(word)) {
                return Optional.of(f);
            }
        }
        return Optional.empty();
    }

    /** The kind of event that this figure counts. */
    EventKind told() {
        return kind == null ? EventKind.SEND : kind;
    }

    /** The messages that this figure counts, of those that were sent. */
    Filter rows() {
        EventKind told = kind;
        Filter sent = Filter.is(Field.FLAG, FlagWord.SENT.word());
        return told == null ? sent : Filter.and(sent, Filter.is(Field.HAS, wordOf(told)));
    }

    private static String wordOf(EventKind kind) {
        return switch (kind) {
            case DELIVERY -> FlagWord.DELIVERED.word();
            case HARD_BOUNCE -> FlagWord.HARD.word();
            case SOFT_BOUNCE -> FlagWord.SOFT.word();
            case BLOCK -> FlagWord.BLOCKED.word();
            case DROP -> FlagWord.DROPPED.word();
            case REJECTION -> FlagWord.REJECTED.word();
            case DEFERRAL -> FlagWord.DEFERRED.word();
            case COMPLAINT -> FlagWord.COMPLAINT.word();
            case UNSUBSCRIBE -> FlagWord.UNSUBSCRIBED.word();
            case OPEN -> FlagWord.OPENED.word();
            case CLICK -> FlagWord.CLICKED.word();
            default -> throw new IllegalStateException(kind.name());
        };
    }
}
