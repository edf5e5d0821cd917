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

/** All rules in their order, with the names they keep and the words they use; immutable. */
final class RuleBook {
    private final String version;
    private final Set<String> keptHosts;
    private final Map<Rule.Group, List<Rule>> groups = new EnumMap<>(Rule.Group.class);
    private final Map<Rule.Group, Map<String, Rule>> codes = new EnumMap<>(Rule.Group.class);
    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final Guards guards;

    RuleBook(String version, Set<String> keptHosts, List<Rule> rules, Guards guards) {
        this.version = version;
        this.keptHosts = Set.copyOf(keptHosts);
        this.guards = guards;
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

    /** What keeps words and codes from condemning an address. */
    Guards guards() {
        return guards;
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
        return new RuleBook(version, keptHosts, rules, guards);
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
