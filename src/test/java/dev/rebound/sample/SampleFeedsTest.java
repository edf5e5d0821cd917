package dev.rebound.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.sample.SampleMail.StepKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFeedsTest {
    private static final Path COMMITTED = Path.of("assets/sample-feeds");
    private final SampleTraffic traffic = new SampleTraffic();

    @Test
    void theCommittedFilesAreWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
        SampleFeeds.write(folder);
        List<String> names = files(folder);
        assertThat(files(COMMITTED)).isEqualTo(names);
        for (String name : names) {
            assertThat(content(COMMITTED.resolve(name))).as(name).isEqualTo(content(folder.resolve(name)));
        }
    }

    @Test
    void springSaleHasItsPlantedFates() {
        assertThat(count(SampleCampaign.SPRING, m -> true)).isEqualTo(Planted.SPRING_SENDS);
        assertThat(count(SampleCampaign.SPRING, m -> has(m, StepKind.DELIVERED)))
                .isEqualTo(Planted.SPRING_DELIVERIES);
        assertThat(count(SampleCampaign.SPRING, m -> has(m, StepKind.HARD))).isEqualTo(Planted.SPRING_HARD);
        assertThat(count(SampleCampaign.SPRING, m -> has(m, StepKind.SOFT))).isEqualTo(Planted.SPRING_SOFT);
        assertThat(count(SampleCampaign.SPRING, m -> has(m, StepKind.BLOCKED))).isEqualTo(Planted.SPRING_BLOCKED);
        assertThat(count(SampleCampaign.SPRING, m -> has(m, StepKind.DROPPED))).isEqualTo(Planted.SPRING_DROPPED);
        assertThat(count(SampleCampaign.SPRING, m -> m.viaSes)).isEqualTo(Planted.SPRING_SENDS / 2);
    }

    @Test
    void ordersAndNewsletterHaveTheirPlantedFates() {
        assertThat(count(SampleCampaign.ORDERS, m -> true)).isEqualTo(Planted.ORDER_SENDS);
        assertThat(count(SampleCampaign.ORDERS, m -> has(m, StepKind.DELIVERED)))
                .isEqualTo(Planted.ORDER_DELIVERIES);
        assertThat(count(SampleCampaign.NEWSLETTER, m -> true)).isEqualTo(Planted.NEWSLETTER_SENDS);
        assertThat(count(SampleCampaign.NEWSLETTER, m -> has(m, StepKind.DELIVERED)))
                .isEqualTo(Planted.NEWSLETTER_DELIVERIES);
        assertThat(traffic.mails.stream().filter(m -> m.address.equals(Planted.CLAIRE)))
                .hasSize(Planted.CLAIRE_MESSAGES);
    }

    @Test
    void everyAddressLiesInAReservedDomain() {
        assertThat(traffic.mails)
                .allSatisfy(m -> assertThat(m.domain()).matches("([a-z]+\\.)?example\\.(com|org|net)|[a-z]+\\.test"));
    }

    private long count(SampleCampaign campaign, Predicate<SampleMail> which) {
        return traffic.mails.stream()
                .filter(m -> m.campaign == campaign)
                .filter(which)
                .count();
    }

    private static boolean has(SampleMail mail, StepKind kind) {
        return mail.steps.stream().anyMatch(s -> s.kind() == kind);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What a file says, apart from how a codec of this machine packs it. */
    private static List<String> content(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            if (file.toString().endsWith(".avro")) {
                try (DataFileStream<GenericRecord> records = new DataFileStream<>(in, new GenericDatumReader<>())) {
                    records.forEach(r -> lines.add(r.toString()));
                }
            } else if (file.toString().endsWith(".gz")) {
                lines.add(new String(new GZIPInputStream(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } else {
                lines.add(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
