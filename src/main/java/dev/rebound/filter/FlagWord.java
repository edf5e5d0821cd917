package dev.rebound.filter;

import dev.rebound.domain.MessageState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words after {@code is:} and {@code has:}: states and other yes-or-no facts of a message. */
public enum FlagWord {
    DELIVERED(MessageState.DELIVERED, "delivered", "livre"),
    RETURNED(MessageState.RETURNED, "returned", "retourne"),
    HARD(MessageState.HARD_BOUNCED, "hard", "hard_bounced", "definitif", "dur", "permanent", "npai"),
    BLOCKED(MessageState.BLOCKED, "blocked", "bloque"),
    DROPPED(MessageState.DROPPED, "dropped", "ecarte"),
    REJECTED(MessageState.REJECTED, "rejected", "refuse"),
    SOFT(MessageState.SOFT_BOUNCED, "soft", "soft_bounced", "temporaire", "doux", "provisoire"),
    UNRECOGNISED(MessageState.UNRECOGNISED, "unrecognised", "unrecognized", "nonreconnu"),
    UNCOVERED(MessageState.UNCOVERED, "uncovered", "horsfichiers"),
    OPEN(MessageState.OPEN, "open", "ouvert", "retrying", "waiting", "enattente"),
    TIMED_OUT(MessageState.TIMED_OUT, "timedout", "timed_out", "expire"),
    UNEXPLAINED(MessageState.UNEXPLAINED, "unexplained", "inexplique"),
    /** Sent: counts in the sends of its campaign. */
    SENT(null, "sent", "envoye"),
    TEST(null, "test"),
    ORPHAN(null, "orphan", "orphelin"),
    DUPLICATE(null, "duplicate", "doublon"),
    /** The same, where the source gives no id: what tells the same of the same second is taken for the same. */
    PROBABLE_DUPLICATE(null, "probable_duplicate", "doublon_probable"),
    /** Sent to several users who have the address in common. */
    SHARED(null, "shared", "partage"),
    OPENED(null, "opened", "ouverture"),
    CLICKED(null, "clicked", "clique"),
    COMPLAINT(null, "complaint", "plainte"),
    UNSUBSCRIBED(null, "unsubscribed", "desabonne"),
    /** Put off at least once. */
    DEFERRED(null, "deferred", "differe"),
    REPLIED(null, "reply", "reponse"),
    RETRIED(null, "retried", "retente"),
    /** Not handed over at all. */
    ABORTED(null, "aborted", "annule"),
    /** A source's word for a failure and the reply beside it are of different classes. */
    DISAGREEING(null, "disagreeing", "contredit"),
    /** No rule knows its reply; class and reason are what the words are most like. */
    ESTIMATED(null, "estimated", "estime"),
    /** A sending service's message that was found among the platform's sends by an id. */
    JOINED_ID(null, "joined_id", "joint_id"),
    /** The same by address and time. */
    JOINED_TIME(null, "joined_time", "joint_heure"),
    NOTED(null, "noted", "note", "annote"),
    PINNED(null, "pinned", "epingle");

    /** Words as people and other tools say them, as they are shown too: read, never written. */
    private static final Map<FlagWord, List<String>> ALSO = Map.ofEntries(
            Map.entry(RETURNED, List.of("returned after acceptance", "retourné après acceptation")),
            Map.entry(
                    HARD,
                    List.of(
                            "hard bounce",
                            "rebond définitif",
                            "rebond dur",
                            "rejet permanent",
                            "échec définitif",
                            "dur")),
            Map.entry(BLOCKED, List.of("block", "blocage", "bloc")),
            Map.entry(DROPPED, List.of("drop", "dropped by the ESP", "écarté par l'ESP")),
            Map.entry(REJECTED, List.of("rejected before queueing", "refusé avant l'envoi")),
            Map.entry(
                    SOFT,
                    List.of(
                            "soft bounce",
                            "soft bounced, given up",
                            "rebond temporaire",
                            "rebond temporaire, abandonné",
                            "rebond doux",
                            "rebond souple",
                            "doux",
                            "souple",
                            "mou",
                            "rejet temporaire",
                            "échec temporaire",
                            "échec provisoire")),
            Map.entry(UNRECOGNISED, List.of("not recognised", "failed, kind not recognised", "échec non reconnu")),
            Map.entry(
                    UNCOVERED,
                    List.of("not covered", "not covered by the imported files", "hors des fichiers importés")),
            Map.entry(OPEN, List.of("still open", "pending")),
            Map.entry(
                    TIMED_OUT,
                    List.of(
                            "time over",
                            "retry time over, no answer",
                            "délai dépassé",
                            "délai dépassé, sans réponse")));

    private static final Map<String, FlagWord> BY_LETTERS = byLetters();

    private static Map<String, FlagWord> byLetters() {
        Map<String, FlagWord> all = new HashMap<>();
        for (FlagWord w : values()) {
            w.words.forEach(word -> all.put(letters(word), w));
            ALSO.getOrDefault(w, List.of()).forEach(word -> all.put(letters(word), w));
        }
        return Map.copyOf(all);
    }

    private static String letters(String text) {
        return FilterValues.folded(text).replaceAll("[\\s\u00a0\u202f_,'\u2019-]+", "");
    }

    private final @Nullable MessageState state;
    private final List<String> words;

    FlagWord(@Nullable MessageState state, String... words) {
        this.state = state;
        this.words = List.of(words);
    }

    /** The state this word names, or null for other facts. */
    public @Nullable MessageState state() {
        return state;
    }

    /** The word that is written. */
    public String word() {
        return words.getFirst();
    }

    /** The word of a state. */
    public static FlagWord of(MessageState state) {
        for (FlagWord w : values()) {
            if (w.state == state) {
                return w;
            }
        }
        throw new IllegalArgumentException(state.name());
    }

    /** The flag of a word in either language, case and accents aside. {@code has:open} means opened. */
    public static Optional<FlagWord> named(String text) {
        return Optional.ofNullable(BY_LETTERS.get(letters(text)));
    }

    /** The first word that begins as a pattern does, or that is most like it; some word where none is. */
    static String like(String pattern) {
        String letters = FilterValues.folded(pattern).replaceAll("[*?]+", "");
        for (FlagWord w : values()) {
            if (w.word().startsWith(letters)) {
                return w.word();
            }
        }
        return nearest(letters).orElse(SOFT.word());
    }

    static Optional<String> nearest(String text) {
        String wanted = FilterValues.folded(text);
        String best = "";
        int least = 4;
        for (FlagWord w : values()) {
            for (String known : w.words) {
                int d = EditDistance.between(wanted, known);
                if (d < least) {
                    least = d;
                    best = known;
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
