package dev.rebound.bench;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Replies classified in a second by one thread. The rows of the rule book's own spec stand for the patterns of a real
 * import; each call makes the variable parts of its text anew (address, queue id, IP), so no text comes twice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReplyClassification {
    private final Classifier warm = Classifier.standard();
    private final List<String> texts = new ArrayList<>();
    private int next;

    /** Reads the rows of the spec. */
    @Setup
    public void read() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(Classifier.class.getResourceAsStream("/dev/rebound/classify/replies.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    texts.add(line.substring(0, line.indexOf('\t')));
                }
            }
        }
    }

    /** As in an import: many texts of few patterns. */
    @Benchmark
    public Verdict replyOfAKnownPattern() {
        return warm.classify(Reply.ofText(fresh()));
    }

    /** The cost of the rule book itself: every text is of a pattern that was never seen. */
    @Benchmark
    public Verdict replyOfANewPattern() {
        int word = next * 31 + 7;
        return warm.classify(Reply.ofText(fresh() + " " + letters(word)));
    }

    private String fresh() {
        int n = next++;
        String text = texts.get(n % texts.size());
        return text + " <user" + n + "@example.com> 192.0.2." + (n & 255) + " id 4F" + (n + 100_000) + "Q";
    }

    private static String letters(int number) {
        StringBuilder word = new StringBuilder("zq");
        for (int n = number & 0x7fffffff; n > 0; n /= 26) {
            word.append((char) ('a' + n % 26));
        }
        return word.toString();
    }
}
