package dev.rebound.feeds.profile;

import dev.rebound.domain.EventKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record says happened, by the profile's rules, then by its words. */
final class Outcomes {
    /**
     * One thing that happened.
     *
     * @param word the source's word; null when it has none
     * @param time where the time stands, if not where the profile says
     */
    record Outcome(
            Meaning meaning,
            @Nullable String word,
            List<FieldPath> time,
            Map<String, List<FieldPath>> texts,
            @Nullable String reject) {}

    private record Compiled(List<Condition> when, Outcome outcome) {}

    private final boolean every;
    private final List<Compiled> rules = new ArrayList<>();
    private final WordBook<Meaning> words;
    private final List<String> fields;
    private final Map<String, String> told;

    Outcomes(FeedProfile profile) {
        this.every = profile.every();
        this.words = new WordBook<>(profile.words(), Meaning::of);
        FeedProfile.Words said = profile.words();
        this.fields = said == null ? List.of() : said.of();
        this.told = said == null ? Map.of() : said.mean();
        for (FeedProfile.Rule rule : profile.rules()) {
            Meaning meaning = rule.kind() == null ? Meaning.of("nothing") : Meaning.of(rule.kind());
            rules.add(new Compiled(
                    Condition.of(rule.when()),
                    new Outcome(
                            meaning,
                            rule.word(),
                            FieldPath.of(rule.time()),
                            ProfileEvents.paths(rule.texts()),
                            rule.reject())));
        }
    }

    /** Everything the record says; empty when neither rule nor word is known. */
    List<Outcome> of(Scope scope) {
        List<Outcome> found = new ArrayList<>();
        for (Compiled rule : rules) {
            if (Condition.all(rule.when(), scope)) {
                found.add(named(rule.outcome(), scope));
                if (!every) {
                    return found;
                }
            }
        }
        String word = found.isEmpty() ? words.word(scope) : null;
        Meaning meaning = words.meaning(word);
        if (meaning != null) {
            found.add(new Outcome(meaning, word, List.of(), Map.of(), null));
        }
        return found;
    }

    private Outcome named(Outcome outcome, Scope scope) {
        return outcome.word() != null
                ? outcome
                : new Outcome(outcome.meaning(), words.word(scope), outcome.time(), outcome.texts(), outcome.reject());
    }

    /** The source's word in a record. */
    @Nullable
    String word(Scope scope) {
        return words.word(scope);
    }

    /** The source's first word for a kind, in the rules or in the words. */
    Optional<String> word(EventKind kind) {
        return rules.stream()
                .map(Compiled::outcome)
                .filter(o -> o.meaning().kind() == kind)
                .flatMap(o -> Stream.ofNullable(o.word()))
                .findFirst()
                .or(() -> told.entrySet().stream()
                        .filter(e -> Meaning.of(e.getValue()).kind() == kind)
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** The fields that hold the words. */
    String fields() {
        return String.join(" or ", fields);
    }

    /** Every kind that can come out. */
    Set<EventKind> kinds() {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (Compiled rule : rules) {
            add(rule.outcome().meaning(), kinds);
        }
        words.meanings().forEach(m -> add(m, kinds));
        return kinds;
    }

    private static void add(Meaning meaning, Set<EventKind> kinds) {
        EventKind kind = meaning.kind();
        if (kind != null) {
            kinds.add(kind);
        }
    }
}
