package dev.rebound.filter;

import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code address.valid:} and {@code address.sub:} can be, by their codes and as they are shown in English and French.
 * A word that is none of them would find nothing and is refused instead.
 */
final class AddressWord {
    private static final Map<String, String> VALIDITIES = named(Map.of(
            "yes", List.of("yes", "oui", Validity.VALID.code(), "valide"),
            "no", List.of("no", "non", Validity.INVALID.code(), "invalide", "non valide"),
            "questionable", List.of(Validity.QUESTIONABLE.code(), "in doubt", "a verifier", "douteuse")));
    private static final Map<String, String> SUBSCRIPTIONS = named(Map.of(
            SubscriptionStatus.OPTED_IN.code(), List.of("opted in", "abonnement confirme", "confirme"),
            SubscriptionStatus.SUBSCRIBED.code(), List.of("subscribed", "abonne"),
            SubscriptionStatus.UNSUBSCRIBED.code(), List.of("unsubscribed", "desabonne"),
            SubscriptionStatus.UNKNOWN.code(), List.of("unknown", "inconnu")));

    private AddressWord() {}

    private static Map<String, String> named(Map<String, List<String>> codes) {
        Map<String, String> byName = new LinkedHashMap<>();
        codes.forEach((code, names) -> names.forEach(name -> byName.put(name, code)));
        return Map.copyOf(byName);
    }

    private static Map<String, String> of(Field field) {
        return field == Field.VALIDITY ? VALIDITIES : SUBSCRIPTIONS;
    }

    private static String spaced(String value) {
        return FilterValues.folded(value.strip()).replace('_', ' ');
    }

    /** What a value of such a field says, in codes; a name that none has is empty. Patterns stay as they are. */
    static Optional<Match> read(Field field, Match match) {
        if (match instanceof Match.Exact exact) {
            return Optional.ofNullable(of(field).get(spaced(exact.value()))).map(Match.Exact::new);
        }
        if (match instanceof Match.OneOf one) {
            List<Match> values = new ArrayList<>();
            for (Match value : one.values()) {
                Optional<Match> read = read(field, value);
                if (read.isEmpty()) {
                    return read;
                }
                values.add(read.get());
            }
            return Optional.of(new Match.OneOf(values));
        }
        return Optional.of(match);
    }

    /** The code whose name is spelled most like a text; the field's first where none is near. */
    static String nearest(Field field, String text) {
        String wanted = spaced(text);
        String best = field == Field.VALIDITY ? "no" : SubscriptionStatus.UNSUBSCRIBED.code();
        int least = 4;
        for (Map.Entry<String, String> name : of(field).entrySet()) {
            int d = EditDistance.between(wanted, name.getKey());
            if (d < least) {
                least = d;
                best = name.getValue();
            }
        }
        return best;
    }
}
