package dev.rebound.feeds.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static List<String> all(InputStream in) throws IOException {
        List<String> all = new ArrayList<>();
        Lines lines = new Lines(in);
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
            assertThat(lines.number()).isEqualTo(all.size());
            assertThat(lines.problem()).isNull();
        }
        return all;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void anyEndEndsALineWhereverTheStreamIsCut() throws IOException {
        Random random = new Random(2026);
        List<String> ends = List.of("\n", "\r\n", "\r");
        for (int round = 0; round < 200; round++) {
            List<String> written = new ArrayList<>();
            List<InputStream> pieces = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                String line = "é".repeat(random.nextInt(3))
                        + "x".repeat(random.nextInt(4) == 0 ? random.nextInt(150_000) : 1);
                String end = ends.get(random.nextInt(3));
                written.add(line);
                // A line end that is cut in its middle is one end.
                pieces.addAll(Stream.concat(Stream.of(line), end.chars().mapToObj(c -> String.valueOf((char) c)))
                        .filter(s -> !s.isEmpty())
                        .map(LinesTest::bytes)
                        .toList());
            }
            assertThat(all(new SequenceInputStream(Collections.enumeration(pieces))))
                    .as("round %d", round)
                    .isEqualTo(written);
        }
    }

    @Test
    void aLastLineNeedsNoEndAndAnEmptyLineIsOne() throws IOException {
        assertThat(all(bytes("a\n\n\rb"))).containsExactly("a", "", "", "b");
        assertThat(all(bytes(""))).isEmpty();
        assertThat(all(bytes("\r\n"))).containsExactly("");
    }

    @Test
    void theMarkOfTheFileBelongsToNoLine() throws IOException {
        assertThat(all(bytes("\ufeffa\n\ufeffb\n"))).containsExactly("a", "\ufeffb");
    }

    @Test
    void bytesThatAreNoUtf8AreSaidAndTheirSignInTheFileIsNot() throws IOException {
        assertThat(all(bytes("was \ufffd already\n"))).containsExactly("was \ufffd already");
        Lines lines = new Lines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xc3, '(', '\n', 'b'}));
        assertThat(lines.next()).isEqualTo("a\ufffd(");
        assertThat(lines.problem()).contains("not UTF-8");
        assertThat(lines.next()).isEqualTo("b");
        assertThat(lines.problem()).isNull();
    }

    @Test
    void ofALineThatIsTooLongTheBeginningIsKept() throws IOException {
        Lines lines = new Lines(
                new SequenceInputStream(new ByteArrayInputStream(new byte[Lines.LONGEST + 5]), bytes("\nshort\n")));
        assertThat(lines.next()).hasSize(Lines.LONGEST);
        assertThat(lines.problem()).contains("16 MB");
        assertThat(lines.next()).isEqualTo("short");
        assertThat(lines.problem()).isNull();
    }
}
