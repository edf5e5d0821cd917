package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replies in our own words that were labelled and scored before any rule was written for them; what the first look said
 * stands in {@code src/docs/classification.md}. Since then they are ordinary rows: each must get its class and reason.
 */
class UnseenRepliesTest {
    private static final List<String> SETS =
            IntStream.rangeClosed(1, 44).mapToObj(n -> "unseen-" + n + ".tsv").toList();

    private final Classifier classifier = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> everyRowGetsAVerdictThatIsRight() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String set : SETS) {
            for (String[] row : rows(set)) {
                tests.add(DynamicTest.dynamicTest(row[0], () -> {
                    Verdict verdict = classifier.classify(Reply.ofText(row[0].replace("\\r\\n", "\r\n")));
                    assertThat(verdict.bounceClass().code()).as(verdict.rule()).isIn(right(row[1], row[3]));
                    assertThat(verdict.reason().code()).as(verdict.rule()).isIn(right(row[2], row[4]));
                }));
            }
        }
        return tests.stream();
    }

    private static List<String> right(String label, String alternatives) {
        return Stream.concat(Stream.of(label), Arrays.stream(alternatives.split("\\|")))
                .toList();
    }

    private static List<String[]> rows(String set) throws IOException {
        try (InputStream in = UnseenRepliesTest.class.getResourceAsStream(set)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
