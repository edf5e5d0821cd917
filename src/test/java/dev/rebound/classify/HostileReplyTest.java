package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replies come from strangers: no text may cost a pattern more than a blink, or break the classifier. */
class HostileReplyTest {
    /** Steps are characters looked at. A healthy pattern needs thousands; a runaway one never comes back. */
    private static final long MOST_STEPS = 12_000_000;

    private static final Classifier CLASSIFIER = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> noPatternRunsAwayOnHostileText() {
        List<String> texts = hostileTexts();
        return RuleBookReader.bundled().byId().values().stream()
                .filter(rule -> !rule.group().isCode())
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    for (RulePattern pattern : rule.patterns()) {
                        Pattern whole = pattern.compiled();
                        for (String text : texts) {
                            assertThat(steps(whole, text))
                                    .as("%s on %.20s", pattern.regex(), text)
                                    .isLessThan(MOST_STEPS);
                        }
                    }
                }));
    }

    @Property(tries = 500, seed = "2026")
    void anyTextGetsAVerdict(@ForAll String text, @ForAll int code, @ForAll EventKind kind) {
        assertThat(CLASSIFIER.classify(new Reply(text, code, text, null, null, kind)))
                .isNotNull();
        assertThat(ReplyPattern.of(text)).isNotNull();
    }

    private static long steps(Pattern pattern, String text) {
        CountedText counted = new CountedText(text);
        boolean ignored = pattern.matcher(counted).find();
        return counted.steps;
    }

    /** A text that counts how often it is looked at, and gives up where a search would never end. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            if (steps > MOST_STEPS * 2) {
                throw new IllegalStateException("the search runs away");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static List<String> hostileTexts() {
        return Stream.of(
                        "a ",
                        "the mail ",
                        "user ",
                        "spam message ",
                        "your ip ",
                        "mailbox is ",
                        "recipient address ",
                        "not ",
                        "from domain ",
                        "invalid sender ",
                        "reverse dns ",
                        "connection to ",
                        "message size ",
                        "5.1.1 ",
                        "@ ",
                        "не ",
                        "邮箱",
                        "destinataire ",
                        "empfanger ",
                        "casella ",
                        "quota ",
                        "unknown ",
                        "the account is ",
                        "пользователь ",
                        "ユーザー")
                .map(word -> IntStream.range(0, ReplyFolder.LONGEST)
                        .mapToObj(i -> word)
                        .collect(Collectors.joining())
                        .substring(0, ReplyFolder.LONGEST))
                .toList();
    }
}
