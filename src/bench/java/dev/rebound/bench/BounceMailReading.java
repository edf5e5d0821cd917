package dev.rebound.bench;

import dev.rebound.classify.Classifier;
import dev.rebound.classify.ReplyCodes;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import dev.rebound.feeds.mail.BounceMail;
import dev.rebound.feeds.mail.BounceMailReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * Whole bounce mails read and classified in a second by one thread: our own mails of every form, or those of a folder
 * named by the system property {@code mails}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class BounceMailReading {
    private final Classifier classifier = Classifier.standard();
    private final BounceMailReader reader = new BounceMailReader();
    private List<byte[]> mails = List.of();
    private int next;

    /** Loads the mails, so that no disk is measured. */
    @Setup
    public void load() throws IOException, URISyntaxException {
        String folder = System.getProperty("mails");
        Path forms = folder == null
                ? Path.of(Objects.requireNonNull(
                                BounceMailReader.class.getResource("/dev/rebound/feeds/mail/forms"))
                        .toURI())
                : Path.of(folder);
        try (Stream<Path> files = Files.list(forms)) {
            mails = files.sorted().map(BounceMailReading::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One mail, its recipients and their verdicts. */
    @Benchmark
    public int mail() {
        BounceMail mail = reader.read(mails.get(next++ % mails.size()));
        int hard = 0;
        for (BounceMail.Recipient r : mail.recipients()) {
            int code = r.reply() == null ? 0 : ReplyCodes.smtpCode(r.reply());
            Reply reply = new Reply(r.reply(), code, r.status(), null, null, EventKind.BOUNCE);
            hard += classifier.classify(reply).bounceClass().ordinal();
        }
        return hard;
    }
}
