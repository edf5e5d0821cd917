package dev.rebound.feeds.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.classify.ReplyCodes;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import dev.rebound.feeds.container.Mailbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mails of our own in every common form, against what {@code forms.tsv} says of each. */
class BounceFormsTest {
    private final BounceMailReader reader = new BounceMailReader();
    private final Classifier classifier = Classifier.standard();

    @TestFactory
    Stream<DynamicTest> everyMailSaysWhatItsRowSays() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getFirst(),
                        () -> assertThat(said(mail(row.getFirst()))).isEqualTo(row.subList(1, row.size()))));
    }

    @TestFactory
    Stream<DynamicTest> lineEndsChangeNothing() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    // Latin-1 keeps each byte a character.
                    String unix = new String(mail(row.getFirst()), StandardCharsets.ISO_8859_1)
                            .replace("\r\n", "\n")
                            .replace('\r', '\n');
                    List<String> said = said(unix.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(said(unix.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)))
                            .as("CRLF")
                            .isEqualTo(said);
                    assertThat(said(unix.replace('\n', '\r').getBytes(StandardCharsets.ISO_8859_1)))
                            .as("CR")
                            .isEqualTo(said);
                }));
    }

    @Test
    void aBrokenEndLosesNoMoreThanItself() throws IOException {
        for (List<String> row : rows()) {
            byte[] whole = mail(row.getFirst());
            for (int tenth = 0; tenth < 10; tenth++) {
                assertThat(reader.read(Arrays.copyOf(whole, whole.length * tenth / 10)))
                        .as(row.getFirst())
                        .isNotNull();
            }
        }
    }

    private List<String> said(byte[] file) throws IOException {
        Mailbox.Mail mail = Objects.requireNonNull(new Mailbox(new ByteArrayInputStream(file)).next());
        BounceMail read = reader.read(mail.bytes());
        List<String> said = new ArrayList<>(List.of(read.kind().code()));
        for (BounceMail.Recipient r : read.recipients()) {
            boolean delayed = "delayed".equals(r.action());
            int code = r.reply() == null ? 0 : ReplyCodes.smtpCode(r.reply());
            EventKind kind = delayed ? EventKind.DEFERRAL : EventKind.BOUNCE;
            Verdict v = classifier.classify(new Reply(r.reply(), code, r.status(), null, null, kind));
            said.add(r.address() + " " + v.bounceClass().code() + " "
                    + v.reason().code());
        }
        return said;
    }

    private static byte[] mail(String name) throws IOException {
        try (InputStream in = BounceFormsTest.class.getResourceAsStream("forms/" + name + ".eml")) {
            return in.readAllBytes();
        }
    }

    private static List<List<String>> rows() throws IOException {
        try (InputStream in = BounceFormsTest.class.getResourceAsStream("forms.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }
}
