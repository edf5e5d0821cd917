package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the operator decides about reading the data.
 *
 * @param retryWindows how long each ESP keeps trying, by ESP name; {@link #DEFAULT_RETRY_WINDOW} where unnamed
 * @param providersByDomain the operator's own mailbox providers, by domain in lower case; they win over the built-in map
 * @param inFlightGrace how long after an invalidation a send counts as already under way
 * @param finalSoftBouncesSince from when on a soft bounce of the platform ends a message; before it every failed try was
 *     one (Braze changed this on 25 February 2025)
 * @param corrections the operator's verdicts, by reply pattern
 * @param addressMarks the operator's decisions about addresses, by address key
 * @param dismissedIncidents ids of incidents that the operator says are none
 * @param notes the operator's own words about messages
 * @param addressNotes the operator's own words about addresses, by address key
 * @param sensitivity how far a provider has to leave its usual range to be called an incident
 */
public record DataSettings(
        Map<String, Duration> retryWindows,
        Map<String, String> providersByDomain,
        Duration inFlightGrace,
        Instant finalSoftBouncesSince,
        Map<String, Verdict> corrections,
        Map<String, AddressMark> addressMarks,
        Set<String> dismissedIncidents,
        Map<MessageKey, String> notes,
        Map<String, String> addressNotes,
        Sensitivity sensitivity) {
    /** Most services and the platform retry for three days. */
    public static final Duration DEFAULT_RETRY_WINDOW = Duration.ofDays(3);

    /** The rule that a corrected event names. */
    public static final String OPERATOR_RULE = "operator";

    /** Setting of an ESP's retry window, an ISO duration; the ESP's name follows. */
    public static final String RETRY_WINDOW = "retry-window.";

    /** Setting of what is called an incident, the code of a {@link Sensitivity}. */
    public static final String SENSITIVITY = "incident-sensitivity";

    /** Setting of a domain's mailbox provider; the domain follows. */
    public static final String PROVIDER = "provider.";

    /** Setting of the verdict on a reply pattern, class and reason; the pattern follows. */
    public static final String CORRECTION = "reply.";

    /** Setting of a decision about an address, {@code valid} or {@code invalid} and its time; the key follows. */
    public static final String ADDRESS = "address.";

    /** Setting of an incident that is none; its id follows. */
    public static final String NO_INCIDENT = "no-incident.";

    /** Setting of a note about a message; the message's key follows. */
    public static final String NOTE = "note.";

    /** Setting of a note about an address; the address's key follows. */
    public static final String ADDRESS_NOTE = "address-note.";

    /** Setting of the grace for mail in flight, an ISO duration. */
    public static final String GRACE = "in-flight-grace";

    /** Setting of the moment since which a soft bounce is final, an ISO instant. */
    public static final String FINAL_SOFT_BOUNCES = "final-soft-bounces-since";

    private static final List<String> PREFIXES =
            List.of(RETRY_WINDOW, PROVIDER, CORRECTION, ADDRESS, NO_INCIDENT, NOTE, ADDRESS_NOTE);

    /** What the operator says of an address, since when. */
    public record AddressMark(boolean valid, Instant at) {
        /** As a setting's content. */
        public String content() {
            return (valid ? "valid " : "invalid ") + at;
        }
    }

    public DataSettings {
        retryWindows = Map.copyOf(retryWindows);
        providersByDomain = Map.copyOf(providersByDomain);
        corrections = Map.copyOf(corrections);
        addressMarks = Map.copyOf(addressMarks);
        dismissedIncidents = Set.copyOf(dismissedIncidents);
        notes = Map.copyOf(notes);
        addressNotes = Map.copyOf(addressNotes);
    }

    /** Whether every message has the same state under both; what they say of addresses and incidents aside. */
    boolean judgesAlike(DataSettings other) {
        return retryWindows.equals(other.retryWindows)
                && finalSoftBouncesSince.equals(other.finalSoftBouncesSince)
                && corrections.equals(other.corrections);
    }

    /** All that decides what messages and addresses become, in one line that is the same for the same decisions. */
    String judgement() {
        return String.join(
                "\n",
                new TreeMap<>(retryWindows).toString(),
                new TreeMap<>(providersByDomain).toString(),
                inFlightGrace.toString(),
                finalSoftBouncesSince.toString(),
                new TreeMap<>(corrections).toString(),
                new TreeMap<>(addressMarks).toString());
    }

    /** Nothing decided yet. */
    public static DataSettings standard() {
        return of(Map.of());
    }

    /** Whether a setting of this name changes how the data is read. */
    public static boolean concerns(String name) {
        return Stream.concat(PREFIXES.stream(), Stream.of(GRACE, FINAL_SOFT_BOUNCES, SENSITIVITY))
                .anyMatch(name::startsWith);
    }

    /** Reads settings as they are stored. Unknown names are left out; what cannot be read counts as not set. */
    public static DataSettings of(Map<String, String> stored) {
        Map<String, Duration> windows = new HashMap<>();
        Map<String, String> providers = new HashMap<>();
        Map<String, Verdict> corrections = new HashMap<>();
        Map<String, AddressMark> marks = new HashMap<>();
        Set<String> dismissed = new HashSet<>();
        Map<MessageKey, String> notes = new HashMap<>();
        Map<String, String> addressNotes = new HashMap<>();
        stored.forEach((name, content) -> {
            after(name, RETRY_WINDOW).ifPresent(esp -> duration(content).ifPresent(d -> windows.put(esp, d)));
            after(name, PROVIDER).ifPresent(domain -> providers.put(domain.toLowerCase(Locale.ROOT), content));
            after(name, CORRECTION).ifPresent(p -> verdict(content).ifPresent(v -> corrections.put(p, v)));
            after(name, ADDRESS).ifPresent(key -> mark(content).ifPresent(m -> marks.put(key, m)));
            after(name, NO_INCIDENT).ifPresent(dismissed::add);
            after(name, NOTE).flatMap(MessageKey::of).ifPresent(key -> notes.put(key, content));
            after(name, ADDRESS_NOTE).ifPresent(key -> addressNotes.put(key, content));
        });
        return new DataSettings(
                windows,
                providers,
                duration(stored.getOrDefault(GRACE, "")).orElse(Duration.ofMinutes(15)),
                instant(stored.getOrDefault(FINAL_SOFT_BOUNCES, "")).orElse(Instant.parse("2025-02-25T00:00:00Z")),
                corrections,
                marks,
                dismissed,
                notes,
                addressNotes,
                Sensitivity.of(stored.getOrDefault(SENSITIVITY, "")));
    }

    private static Optional<String> after(String name, String prefix) {
        return name.startsWith(prefix) ? Optional.of(name.substring(prefix.length())) : Optional.empty();
    }

    /** A positive ISO duration such as {@code PT12H} or {@code P3D}; empty for anything else. */
    public static Optional<Duration> duration(String text) {
        try {
            Duration d = Duration.parse(text);
            return d.isNegative() || d.isZero() ? Optional.empty() : Optional.of(d);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A verdict written as class and reason, e.g. {@code soft mailbox_full}; empty for anything else. */
    public static Optional<Verdict> verdict(String text) {
        String[] words = text.strip().split(" +", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        return Stream.of(BounceClass.values())
                .filter(c -> c.code().equals(words[0]))
                .findFirst()
                .flatMap(c -> Stream.of(Reason.values())
                        .filter(r -> r.code().equals(words[1]))
                        .findFirst()
                        .map(r -> new Verdict(c, r, OPERATOR_RULE, "")));
    }

    private static Optional<AddressMark> mark(String content) {
        int space = content.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String word = content.substring(0, space);
        return word.equals("valid") || word.equals("invalid")
                ? instant(content.substring(space + 1)).map(at -> new AddressMark(word.equals("valid"), at))
                : Optional.empty();
    }

    /** How long this ESP keeps trying. */
    public Duration retryWindow(String esp) {
        return retryWindows.getOrDefault(esp, DEFAULT_RETRY_WINDOW);
    }
}
