package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index may only turn away what does not match. */
class PhraseIndexTest {
    private static final List<Rule> RULES = Stream.of(Rule.Group.RECEIVER, Rule.Group.TEXT, Rule.Group.VAGUE)
            .flatMap(group -> RuleBookReader.bundled().rules(group).stream())
            .toList();

    @Test
    void noPatternThatMatchesIsTurnedAway() throws IOException {
        PhraseIndex index = new PhraseIndex(RULES);
        for (String text : texts()) {
            Set<RulePattern> candidates = new HashSet<>();
            index.candidates(text).forEach(entry -> candidates.add(entry.pattern()));
            for (Rule rule : RULES) {
                for (RulePattern pattern : rule.patterns()) {
                    if (!candidates.contains(pattern)) {
                        assertThat(pattern.find(text))
                                .as("%s on %s", pattern.regex(), text)
                                .isNull();
                    }
                }
            }
        }
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
        for (String file : List.of(
                "replies.tsv",
                "unseen-1.tsv",
                "unseen-2.tsv",
                "unseen-3.tsv",
                "unseen-4.tsv",
                "unseen-5.tsv",
                "unseen-6.tsv",
                "unseen-7.tsv",
                "unseen-8.tsv")) {
            try (InputStream in = PhraseIndexTest.class.getResourceAsStream(file)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .forEach(line ->
                                texts.add(folder.fold(line.split("\t", -1)[0]).text()));
            }
        }
        return texts;
    }
}
