package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index may only turn away what does not match, and finds the very words that a plain search finds. */
class PhraseIndexTest {
    /** A plain search for all patterns is slow: one row in so many is enough, over all sets. */
    private static final int EVERY = 8;

    private static final List<Rule> RULES = Stream.of(Rule.Group.RECEIVER, Rule.Group.TEXT, Rule.Group.VAGUE)
            .flatMap(group -> RuleBookReader.bundled().rules(group).stream())
            .toList();

    @Test
    void eachPatternFindsWhatAPlainSearchForItFinds() throws IOException {
        PhraseIndex index = new PhraseIndex(RULES);
        Map<RulePattern, Pattern> plain = new LinkedHashMap<>();
        RULES.forEach(rule -> rule.patterns().forEach(p -> plain.put(p, p.compiled())));
        for (String text : texts()) {
            Map<RulePattern, MatchResult> found = new HashMap<>();
            index.candidates(text).forEach(c -> {
                MatchResult match = c.find(text, 0);
                if (match != null) {
                    found.put(c.pattern(), match);
                }
            });
            plain.forEach((pattern, whole) -> {
                Matcher expected = whole.matcher(text);
                MatchResult match = found.get(pattern);
                if (expected.find() != (match != null)
                        || (match != null && (match.start() != expected.start() || match.end() != expected.end()))) {
                    fail("%s on %s", pattern.regex(), text);
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "user unknown; user; us; mail",
                "(?:please )?try; tree; please; user",
                "(?!x)gr[ae]y; grey; gray; green",
                "\\b(?:mail|e-?mail) box; e-mail; email; user",
                "[45]\\.7; 5.7; 4.7; 57",
                "(?:a?|b)c; ac; c; ad",
                "x{0,2}y; xy; y; xz",
                "(?:a |b )+c; a b; b c; ab",
                "a?; z; a; "
            })
    void howAMatchBeginsIsReadFromAnExpression(String regex, String one, String other, @Nullable String none) {
        Beginnings beginnings = Beginnings.of(regex);
        assertThat(beginnings.mayBeAt(one, 0)).isTrue();
        assertThat(beginnings.mayBeAt(other, 0)).isTrue();
        assertThat(none != null && beginnings.mayBeAt(none, 0)).isEqualTo(none != null && none.equals("green"));
    }

    @Test
    void mostPatternsAreTurnedAway() throws IOException {
        PhraseIndex index = new PhraseIndex(RULES);
        List<String> texts = texts();
        long tried = texts.stream().mapToLong(t -> index.candidates(t).size()).sum();
        long patterns = RULES.stream().mapToLong(r -> r.patterns().size()).sum();
        assertThat(tried).isLessThan(texts.size() * patterns / 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "user unknown; [[user unknown]]",
                "(?:user|mailbox) (?:is )?unknown; [[unknown], [user, mailbox]]",
                "colou?r blind; [[r blind], [colo]]",
                "a(?:b|c\\d)?; []",
                "(?:full|over(?:its )?quota); [[full, quota]]",
                "no such(?! host) user; [[no such], [ user]]",
                "\\bptr\\b; [[ptr]]",
                "gr[ae]y-?list; [[list], [gr]]"
            })
    void requiredWordsAreReadFromAnExpression(String regex, String sets) {
        assertThat(RequiredWords.of(regex).stream()
                        .map(s -> new ArrayList<>(s).toString())
                        .toList()
                        .toString())
                .isEqualTo(sets);
    }

    private static List<String> texts() throws IOException {
        ReplyFolder folder = ReplyFolder.keeping(RuleBookReader.bundled().keptHosts());
        List<String> texts = new ArrayList<>();
        for (int set = 0; set <= 37; set++) {
            String file = set == 0 ? "replies.tsv" : "unseen-" + set + ".tsv";
            try (InputStream in = PhraseIndexTest.class.getResourceAsStream(file)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.hashCode() % EVERY == 0 && !line.startsWith("#") && !line.isBlank())
                        .forEach(line ->
                                texts.add(folder.fold(line.split("\t", -1)[0]).text()));
            }
        }
        return texts;
    }
}
