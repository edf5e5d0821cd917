package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replies come from strangers: no text may cost more than a blink or break the classifier. */
class HostileReplyTest {
    /** Generous on purpose: a healthy pattern needs microseconds; a runaway one needs minutes. */
    private static final Duration BLINK = Duration.ofMillis(50);

    private static final Classifier CLASSIFIER = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> noPatternRunsAwayOnHostileText() {
        List<String> texts = hostileTexts();
        return RuleBookReader.bundled().byId().values().stream()
                .filter(rule -> rule.group() == Rule.Group.RECEIVER || rule.group() == Rule.Group.TEXT)
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    for (RulePattern pattern : rule.patterns()) {
                        for (String text : texts) {
                            assertThat(fastest(pattern, text))
                                    .as(pattern.regex())
                                    .isLessThan(BLINK);
                        }
                    }
                }));
    }

    @Property(tries = 500)
    void anyTextGetsAVerdict(@ForAll String text, @ForAll int code, @ForAll EventKind kind) {
        assertThat(CLASSIFIER.classify(new Reply(text, code, text, null, null, kind)))
                .isNotNull();
        assertThat(ReplyPattern.of(text)).isNotNull();
    }

    private static Duration fastest(RulePattern pattern, String text) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3 && best.compareTo(BLINK) >= 0; i++) {
            long start = System.nanoTime();
            pattern.find(text);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
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
                        "quota ")
                .map(word -> IntStream.range(0, ReplyFolder.LONGEST)
                        .mapToObj(i -> word)
                        .collect(Collectors.joining())
                        .substring(0, ReplyFolder.LONGEST))
                .toList();
    }
}
