package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule book against replies in our own words: {@code replies.tsv} holds text, class, reason and deciding rule. */
class RuleBookTest {
    private final Classifier classifier = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> everyRowGetsItsVerdictFromItsRule() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text(), () -> {
                    Verdict verdict = classifier.classify(Reply.ofText(row.text()));
                    assertThat(verdict.bounceClass().code() + " "
                                    + verdict.reason().code() + " " + verdict.rule())
                            .as(row.text())
                            .isEqualTo(row.bounceClass() + " " + row.reason() + " " + row.rule());
                }));
    }

    @Test
    void everyRuleIsExercisedByARow() throws IOException {
        Set<String> exercised = rows().stream().map(Row::rule).collect(Collectors.toSet());
        Set<String> idle = new TreeSet<>(RuleBookReader.bundled().byId().keySet());
        idle.removeAll(exercised);
        assertThat(idle).as("rules that no row of replies.tsv reaches").isEmpty();
    }

    @Test
    void noPatternRepeatsWordsThatNothingSeparates() {
        // "(?: ?\\S+){0,8}" takes seconds on a sentence it does not fit: the space must not be optional.
        Pattern ambiguous = Pattern.compile("\\(\\?: ?\\[?[^()\\]]*\\]?[?*][^()]*\\\\S[+*]\\)[{*+]");
        List<String> found = RuleBookReader.bundled().byId().values().stream()
                .flatMap(rule -> rule.patterns().stream())
                .map(RulePattern::regex)
                .filter(ambiguous.asPredicate())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void everyRuleHasASentenceAndANextStepInBothLanguages() {
        for (String rule : RuleBookReader.bundled().byId().keySet()) {
            Explanation english = classifier.explain(rule, Locale.ENGLISH).orElseThrow();
            Explanation french = classifier.explain(rule, Locale.FRENCH).orElseThrow();
            assertThat(french.ruleId()).isEqualTo(rule);
            assertThat(english.sentence()).as(rule).isNotBlank().isNotEqualTo(french.sentence());
            assertThat(english.nextStep()).as(rule).isNotBlank().isNotEqualTo(french.nextStep());
            assertThat(french.sentence() + french.nextStep()).as(rule).doesNotContainPattern(" [;:!?]");
            String link = english.appealLink();
            assertThat(link == null || link.startsWith("http"))
                    .as("%s: %s", rule, link)
                    .isTrue();
        }
    }

    @Test
    void everyExplanationIsOfARuleOrAReason() {
        Set<String> known = new TreeSet<>(RuleBookReader.bundled().byId().keySet());
        Stream.of(Reason.values()).forEach(reason -> known.add(reason.code()));
        known.add(Verdict.UNDETERMINED.rule());
        known.add(Likeness.RULE);
        assertThat(Explanations.bundled().ids()).isSubsetOf(known);
    }

    @Test
    void everyRecognisedVerdictNamesWhatMatched() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            Verdict verdict = classifier.classify(Reply.ofText(row.text()));
            assertThat(verdict.matched().isEmpty()).isEqualTo(verdict.equals(Verdict.UNDETERMINED));
        });
    }

    @Test
    void withATemporaryCodeInFrontNoRowIsHard() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            Reply temporary = new Reply(row.text(), 451, "4.3.0", null, null, dev.rebound.domain.EventKind.BOUNCE);
            assertThat(classifier.classify(temporary).bounceClass()).isNotEqualTo(BounceClass.HARD);
        });
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = RuleBookTest.class.getResourceAsStream("replies.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0].replace("\\r\\n", "\r\n"), cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    private record Row(String text, String bounceClass, String reason, String rule) {}
}
