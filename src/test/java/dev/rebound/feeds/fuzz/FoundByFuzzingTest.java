package dev.rebound.feeds.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.Rejection;
import dev.rebound.feeds.AvroFiles;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.StructText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What damaged files once brought down, each as small as it gets. */
class FoundByFuzzingTest {
    @TempDir
    Path folder;

    private Reading read(String name, byte[] bytes) throws FeedException, IOException {
        return Reading.of(folder, name, bytes);
    }

    @Test
    void aNumberWhoseExponentIsNoNumberCostsItsRecordOnly() throws FeedException, IOException {
        String good = Files.readString(FeedFixture.path("sendgrid/webhook-events.ndjson"));
        String huge = "{\"email\":\"a@example.com\",\"timestamp\":10000000001e9999999990000000000000000000}\n";
        Reading reading = Reading.of(folder, "a.ndjson", good + huge);
        assertThat(reading.events()).hasSize(3);
        assertThat(reading.rejections())
                .singleElement()
                .extracting(Rejection::reason)
                .asString()
                .contains("a number is larger than any");
    }

    @Test
    void anAvroFileWithoutItsSchemaIsDamaged() throws IOException {
        FeedFixture avro = FeedFixture.ALL.stream()
                .filter(f -> f.name().endsWith(".avro"))
                .findFirst()
                .orElseThrow();
        String text = new String(avro.bytes(folder), ISO_8859_1);
        for (String broken : new String[] {
            text.replace("avro.schema", "avro.schemX"),
            text.replace("\"string\"", "\"strinG\""),
            "Obj\u0001\u0002\u00fe\u00ff\u00ff\u00ff\u0007avro.schema"
        }) {
            assertThatThrownBy(() -> read("a.avro", broken.getBytes(ISO_8859_1)))
                    .isInstanceOf(FeedException.class)
                    .hasMessageContaining("header is damaged");
        }
    }

    @Test
    void anAvroBlockOfFewerThanNoRecordsIsDamaged() throws IOException {
        byte[] header = AvroFiles.file(AvroFiles.schema("x", "SoftBounce"), CodecFactory.nullCodec(), 1, List.of());
        byte[] broken = Arrays.copyOf(header, header.length + 3);
        broken[header.length] = 0x0d;
        broken[header.length + 1] = 0x0d;
        assertThatThrownBy(() -> read("a.avro", broken))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void aMailCutInTheHeaderOfItsFirstPartIsAMailThatSaysNothing() throws FeedException, IOException {
        String mail = """
                From: a@example.com
                To: b@example.com
                Subject: x
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="cut-here"

                --cut-here
                Content-Type: text/plain; cha""";
        assertThat(Reading.of(folder, "a.eml", mail).rejections()).hasSize(1);
    }

    @Test
    void aColumnNameWithoutEndDoesNotFillTheSentence() {
        assertThatThrownBy(() -> Reading.of(folder, "a.csv", "x".repeat(90_000) + ",b\n1,2\n"))
                .isInstanceOf(FeedException.class)
                .message()
                .hasSizeLessThan(1_000);
    }

    @Test
    void aHeaderOfThousandsOfColumnsDoesNotFillTheSentence() throws IOException {
        String header = Files.readString(FeedFixture.path("sendgrid/suppression_blocks.csv"))
                .lines()
                .findFirst()
                .orElseThrow();
        String columns = ",x" + "x".repeat(2_000)
                + IntStream.range(0, 2_000).mapToObj(i -> ",#" + i).collect(Collectors.joining());
        assertThatThrownBy(() -> Reading.of(folder, "a.csv", header + columns + "\n1" + ",".repeat(2_006) + "\n"))
                .isInstanceOf(FeedException.class)
                .message()
                .contains("comes nearest")
                .endsWith(".")
                .hasSizeLessThan(1_000);
    }

    @Test
    void anAddressOfBracketsOnlyCostsItsPersonOnly() throws FeedException, IOException {
        String people = """
                user_id,first_name,last_name,email,unsubscribed_from_emails_at,opted_in_to_emails_at,user_aliases
                crm-1,Ada,One,ada@example.com,,2026-01-05 10:00:00 UTC,
                crm-2,Ben,Two,<>,,,
                """;
        Reading reading = Reading.of(folder, "a.csv", people);
        assertThat(reading.subscriptions()).hasSize(1);
        assertThat(reading.rejections())
                .singleElement()
                .extracting(Rejection::line)
                .isEqualTo(3L);
    }

    @Test
    void aDelayThatIsNoNumberCostsItsLineOnly() throws FeedException, IOException {
        String line = "2026-02-11T08:00:0%dZ o postfix/smtp[1]: A1B2C3D4E5: to=<a@example.com>, relay=m, delay=%s,"
                + " delays=0/0/1/1, dsn=2.0.0, status=sent (250 Ok)\n";
        Reading reading = Reading.of(folder, "a.log", line.formatted(1, "2.0.0") + line.formatted(2, "2"));
        assertThat(reading.rejections()).hasSize(1);
        assertThat(reading.events()).hasSize(2);
    }

    @Test
    void aListOfAStructTableThatDoesNotCloseEnds() {
        assertThat(StructText.read("{to=[a@example.com}]x}", name -> name)).isNull();
        assertThat(StructText.read("{to=[}", name -> name)).isNull();
    }

    @Test
    void aZstdWhoseHeaderClaimsMoreThanAnyBufferIsDamaged() {
        byte[] header = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, -1, -1, -1, -1, -1, -1, -1, 0x7f, 1, 0, 0};
        assertThatThrownBy(() -> read("a.zst", header))
                .isInstanceOf(FeedException.class)
                .message()
                .endsWith(".");
    }

    @Test
    void aNumberWithoutEndStandsInALine() throws FeedException, IOException {
        String settings = "{\"rebound\":\"settings\",\n\"retryWindow\":{\"A\":\"PT1H\"}}\n" + "9".repeat(600);
        assertThat(Reading.of(folder, "a.json", settings).rejections())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.line()).isPositive());
    }
}
