package dev.rebound.classify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All rules in their order, with the names they keep and the words they use; immutable. */
final class RuleBook {
    private final String version;
    private final Set<String> keptHosts;
    private final Map<Rule.Group, List<Rule>> groups = new EnumMap<>(Rule.Group.class);
    private final Map<Rule.Group, Map<String, Rule>> codes = new EnumMap<>(Rule.Group.class);
    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final Pattern otherSubject;
    private final Pattern refusal;

    /**
     * @param otherSubject words that name something else than the address: the sender, the message, a limit
     * @param refusal words of a refusal that names no cause
     */
    RuleBook(String version, Set<String> keptHosts, List<Rule> rules, Pattern otherSubject, Pattern refusal) {
        this.version = version;
        this.keptHosts = Set.copyOf(keptHosts);
        this.otherSubject = otherSubject;
        this.refusal = refusal;
        for (Rule.Group group : Rule.Group.values()) {
            groups.put(group, rules.stream().filter(r -> r.group() == group).toList());
        }
        for (Rule rule : rules) {
            if (byId.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("Two rules are called " + rule.id() + ".");
            }
            if (rule.group().isCode()) {
                Map<String, Rule> known = codes.computeIfAbsent(rule.group(), group -> new HashMap<>());
                rule.patterns().forEach(code -> known.put(code.regex(), rule));
            }
        }
    }

    /** Whether folded words name something else than the address. */
    boolean namesOtherSubject(CharSequence words) {
        return otherSubject.matcher(words).find();
    }

    /** Whether folded words speak of the message, as a refusal without a cause does. */
    boolean speaksOfTheMessage(CharSequence words) {
        return refusal.matcher(words).find();
    }

    /** The same book with each alternative of a pattern as a pattern of its own: what a check may leave out. */
    RuleBook inPhrases() {
        return with(rule -> rule.group().isCode()
                ? rule.patterns()
                : rule.patterns().stream()
                        .flatMap(p -> RequiredWords.alternatives(p.regex()).stream())
                        .map(RulePattern::of)
                        .toList());
    }

    /** The same book with only some of its patterns. */
    RuleBook keeping(Predicate<Phrase> phrases) {
        return with(rule -> rule.patterns().stream()
                .filter(p -> phrases.test(new Phrase(rule.id(), p.regex())))
                .toList());
    }

    private RuleBook with(Function<Rule, List<RulePattern>> patterns) {
        List<Rule> rules = byId.values().stream()
                .map(r -> new Rule(r.id(), r.group(), r.reason(), r.bounceClass(), patterns.apply(r)))
                .toList();
        return new RuleBook(version, keptHosts, rules, otherSubject, refusal);
    }

    /** Names the state of the rules; changes whenever a row changes. */
    String version() {
        return version;
    }

    Set<String> keptHosts() {
        return keptHosts;
    }

    List<Rule> rules(Rule.Group group) {
        return groups.getOrDefault(group, List.of());
    }

    /** A group's rule for a code as written in the book, e.g. {@code 5.1.10}, {@code x.1.1}, {@code 552}, {@code 4xx}. */
    Optional<Rule> code(Rule.Group group, String code) {
        return Optional.ofNullable(codes.getOrDefault(group, Map.of()).get(code));
    }

    Map<String, Rule> byId() {
        return Map.copyOf(byId);
    }
}
