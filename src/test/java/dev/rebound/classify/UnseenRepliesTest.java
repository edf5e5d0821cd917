package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replies in our own words that were labelled and scored before any rule was written for them; what the first look said
 * stands in {@code src/docs/classification.md}. Since then they are ordinary rows: each must get its class and reason,
 * but for those that no rule knows.
 */
class UnseenRepliesTest {
    private final Classifier classifier = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> everyRowGetsAVerdictThatIsRight() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String set : OwnReplies.sets()) {
            for (String[] row : OwnReplies.rows(set)) {
                tests.add(DynamicTest.dynamicTest(row[0], () -> {
                    Verdict verdict = classifier.classify(Reply.ofText(row[0]));
                    if (verdict.rule().equals(Likeness.RULE)) {
                        // An estimate is right more often than not, not always: LikenessTest says how often.
                        return;
                    }
                    assertThat(verdict.bounceClass().code()).as(verdict.rule()).isIn(OwnReplies.right(row[1], row[3]));
                    assertThat(verdict.reason().code()).as(verdict.rule()).isIn(OwnReplies.right(row[2], row[4]));
                }));
            }
        }
        return tests.stream();
    }
}
