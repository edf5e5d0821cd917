package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bar on the labelled replies beside the project, where they are present; passes where they are not. */
class BenchmarkScoreTest {
    private static final Path ROWS = Path.of("..", "shared", "benchmark", "replies", "dev.tsv");

    private final Classifier classifier = Classifier.standard();

    @Test
    void theDevelopmentHalfIsAboveTheBar() throws IOException {
        assumeThat(Files.isReadable(ROWS)).isTrue();
        Score score = new Score();
        List<String> lines = Files.readAllLines(ROWS);
        String[] head = lines.getFirst().split("\t", -1);
        for (String line : lines.subList(1, lines.size())) {
            score.add(classifier, row(head, line.split("\t", -1)));
        }
        assertThat(score.classes * 100.0 / score.rows)
                .as("class, alternatives allowed")
                .isGreaterThanOrEqualTo(95);
        assertThat(score.reasons * 100.0 / score.rows)
                .as("reason, alternatives allowed")
                .isGreaterThanOrEqualTo(88);
        assertThat(score.hardRight * 100.0 / score.hardSaid)
                .as("hard precision")
                .isGreaterThanOrEqualTo(99);
        assertThat(score.hardRight * 100.0 / score.hardTrue).as("hard recall").isGreaterThanOrEqualTo(88);
    }

    private static Map<String, String> row(String[] head, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < head.length; i++) {
            row.put(head[i], cells[i]);
        }
        return row;
    }

    private static final class Score {
        int rows;
        int classes;
        int reasons;
        int hardSaid;
        int hardTrue;
        int hardRight;

        void add(Classifier classifier, Map<String, String> row) {
            Verdict verdict = classifier.classify(Reply.ofText(row.getOrDefault("text", "")));
            String said = verdict.bounceClass().code();
            rows++;
            classes += fits(said, row.getOrDefault("class", ""), row.getOrDefault("class_alt", "")) ? 1 : 0;
            reasons += fits(verdict.reason().code(), row.getOrDefault("reason", ""), row.getOrDefault("reason_alt", ""))
                    ? 1
                    : 0;
            boolean trulyHard = row.getOrDefault("class", "").equals("hard");
            boolean debatable = row.getOrDefault("class_alt", "").contains("hard")
                    || (trulyHard && !row.getOrDefault("class_alt", "").isEmpty());
            if (!debatable) {
                hardSaid += said.equals("hard") ? 1 : 0;
                hardTrue += trulyHard ? 1 : 0;
                hardRight += trulyHard && said.equals("hard") ? 1 : 0;
            }
        }

        private static boolean fits(String said, String label, String alternatives) {
            return said.equals(label)
                    || Arrays.asList(alternatives.split("\\|", -1)).contains(said);
        }
    }
}
