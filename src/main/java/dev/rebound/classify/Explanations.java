package dev.rebound.classify;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rebound.domain.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words for people: one row per rule or reason in {@code explanations.tsv} with the columns id, English sentence,
 * English next step, French sentence, French next step, appeal link (may be empty).
 */
final class Explanations {
    private final Map<String, Words> words;

    private Explanations(Map<String, Words> words) {
        this.words = Map.copyOf(words);
    }

    static Explanations bundled() {
        Map<String, Words> words = new HashMap<>();
        for (CsvRecord row : RuleBookReader.readRows("explanations.tsv", digest())) {
            String link = row.getFieldCount() > 5 ? row.getField(5) : "";
            words.put(
                    row.getField(0),
                    new Words(
                            row.getField(1),
                            row.getField(2),
                            row.getField(3),
                            row.getField(4),
                            link.isEmpty() ? null : link));
        }
        return new Explanations(words);
    }

    Optional<Explanation> of(String id, @Nullable Reason reason, Locale locale) {
        Words own = words.get(id);
        Words found = own == null && reason != null ? words.get(reason.code()) : own;
        return Optional.ofNullable(found).map(w -> w.in(locale, id));
    }

    /** The rules and reasons that have words. */
    Set<String> ids() {
        return words.keySet();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private record Words(
            String sentence,
            String nextStep,
            String sentenceFr,
            String nextStepFr,
            @Nullable String appealLink) {
        Explanation in(Locale locale, String id) {
            boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
            return new Explanation(id, french ? sentenceFr : sentence, french ? nextStepFr : nextStep, appealLink);
        }
    }
}
