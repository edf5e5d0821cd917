package dev.rebound.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.container.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever exports come packed in: read like the bare file, or refused with one sentence; nothing lost in between. */
class ContainersTest {
    @TempDir
    Path folder;

    private static byte[] events(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int n = from; n < to; n++) {
            lines.append(
                    "{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"sg_event_id\":\"e%d\"}\n"
                            .formatted(n, 1_773_388_800 + n, n));
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static Map<String, byte[]> entries(Object... namesAndBytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            entries.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
        }
        return entries;
    }

    private Reading read(byte[] bytes) throws FeedException, IOException {
        return Reading.of(folder, "export.bin", bytes);
    }

    private void refused(byte[] bytes, String... words) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(FeedException.class)
                .hasMessageContainingAll(words)
                .message()
                .endsWith(".");
    }

    @Test
    void aTarPackedAnyWayReadsLikeItsFiles() throws FeedException, IOException {
        byte[] tar = Packing.tar(entries("day/one.json", events(0, 3), "day/two.json.gz", Packing.gzip(events(3, 5))));
        for (byte[] packed : new byte[][] {tar, Packing.gzip(tar), Packing.zstd(tar), Packing.bzip2(tar)}) {
            Reading reading = read(packed);
            assertThat(reading.events()).hasSize(5);
            assertThat(reading.records()).extracting(RawRecord::part).contains("day/one.json", "day/two.json.gz");
        }
    }

    @Test
    void aZipInAZipIsRead() throws FeedException, IOException {
        byte[] inner = Packing.zip(entries("a.json", events(0, 2)));
        Reading reading = read(Packing.zip(entries("inner.zip", inner, "b.json", events(2, 3))));
        assertThat(reading.records())
                .extracting(RawRecord::part)
                .containsExactly("inner.zip/a.json", "inner.zip/a.json", "b.json");
    }

    @Test
    void containersInContainersInContainersAreRefused() throws IOException {
        byte[] inner = Packing.zip(entries("a.json", events(0, 2)));
        byte[] middle = Packing.zip(entries("inner.zip", inner));
        refused(Packing.zip(entries("middle.zip", middle)), "inner.zip", "packed more than twice");
    }

    @Test
    void whatIsPackedTooDeepDoesNotSpoilWhatLiesBesideIt() throws FeedException, IOException {
        byte[] zip = Packing.zip(Map.of("deep.json.gz", Packing.gzip(events(0, 2)), "plain.json", events(2, 5)));
        Reading reading = read(Packing.gzip(zip));
        assertThat(reading.events()).hasSize(3);
        assertThat(reading.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("deep.json.gz", "packed more than twice"));
    }

    @Test
    void namesThatClimbOutOrPointElsewhereOpenNothing() throws FeedException, IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            TarArchiveEntry link = new TarArchiveEntry("linked.json", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/hostname");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            for (String name : new String[] {"/etc/climbed.json", "../../climbed.json", "C:\\climbed.json"}) {
                TarArchiveEntry header = new TarArchiveEntry(name, true);
                header.setSize(events(0, 1).length);
                tar.putArchiveEntry(header);
                tar.write(events(0, 1));
                tar.closeArchiveEntry();
            }
        }
        assertThat(read(packed.toByteArray()).events()).hasSize(3);
        assertThat(Path.of("/etc/climbed.json")).doesNotExist();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void everyMemberOfAGzipIsRead() throws FeedException, IOException {
        byte[] members = new byte[0];
        for (int n = 0; n < 40; n++) {
            members = Packing.joined(members, Packing.gzip(events(n, n + 1)));
        }
        assertThat(read(members).events()).hasSize(40);
        assertThat(read(Packing.zip(entries("a.gz", members))).events()).hasSize(40);
    }

    @Test
    void everyFrameOfAZstdIsRead() throws FeedException, IOException {
        byte[] toBeSkipped = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
        byte[] frames = Packing.joined(Packing.zstd(events(0, 2)), Packing.zstd(events(2, 5)));
        assertThat(read(frames).events()).hasSize(5);
        byte[] more = Packing.zstd(events(5, 7));
        byte[] twice = Packing.joined(toBeSkipped, toBeSkipped);
        byte[] all = Packing.joined(
                Packing.joined(toBeSkipped, frames), Packing.joined(twice, Packing.joined(more, toBeSkipped)));
        assertThat(read(all).events())
                .as("what is to be skipped before, between and behind the frames")
                .hasSize(7);
        byte[] cut = {0x5f, 0x2a, 0x4d, 0x18, 9, 0, 0, 0, 1, 2, 3};
        refused(Packing.joined(frames, cut), "stops in the middle");
    }

    @Test
    void aMemberThatIsCutAnywhereRefusesTheFile() throws IOException {
        byte[] first = Packing.gzip(events(0, 3));
        byte[] both = Packing.joined(first, Packing.gzip(events(3, 6)));
        for (int length = first.length + 1; length < both.length; length += 3) {
            refused(Arrays.copyOf(both, length), "export.bin", "fetch it again");
        }
    }

    @Test
    void aZstdThatIsCutRefusesTheFile() throws IOException {
        byte[] whole = Packing.zstd(events(0, 50));
        refused(Arrays.copyOf(whole, whole.length - 7), "stops in the middle");
    }

    @Test
    void aZipThatIsCutBetweenTwoFilesIsNotTakenForWhole() throws IOException {
        byte[] zip = Packing.zip(entries("a.json", events(0, 2), "b.json", events(2, 4)));
        String text = new String(zip, ISO_8859_1);
        int second = text.indexOf("PK\u0003\u0004", 4);
        int directory = text.indexOf("PK\u0001\u0002");
        refused(Arrays.copyOf(zip, second), "stops in the middle", "list of its files");
        refused(Arrays.copyOf(zip, directory), "stops in the middle");
        byte[] damaged = zip.clone();
        damaged[second] = 'X';
        refused(damaged, "lists 2 files", "only 1");
    }

    @Test
    void aTarThatIsCutBetweenTwoFilesIsNotTakenForWhole() throws IOException {
        byte[] tar = Packing.tar(entries("a.json", events(0, 2), "b.json", events(2, 4)));
        refused(Arrays.copyOf(tar, 1_024), "stops in the middle");
        refused(Arrays.copyOf(tar, 700), "stops in the middle");
    }

    @Test
    void aFileInAZipWhoseSumIsWrongRefusesTheFile() throws IOException {
        byte[] zip = stored("a.json", events(0, 3));
        int at = new String(zip, ISO_8859_1).indexOf("p1@");
        zip[at] = 'q';
        refused(zip, "damaged");
    }

    private static byte[] stored(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
        return packed.toByteArray();
    }

    @Test
    void aZipWithAPasswordSaysSo() throws IOException {
        byte[] zip = stored("a.json", events(0, 3));
        zip[6] |= 1;
        refused(zip, "password", "Unpack it");
    }

    @Test
    void aZipWithoutFilesHoldsNothing() throws IOException {
        refused(Packing.zip(Map.of()), "holds no file");
    }

    @Test
    void aZipPackedInAnUnusualWaySaysWhatToDo() throws IOException {
        byte[] zip = stored("a.json", events(0, 3));
        zip[8] = 9;
        refused(zip, "not read", "Unpack it");
    }

    @Test
    void otherPackersAreNamed() throws IOException {
        refused(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2}, "xz", "Unpack it");
        refused(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}, "7-Zip");
        refused("Rar!\u001a\u0007".getBytes(ISO_8859_1), "RAR");
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2}, "old Excel", "CSV");
    }

    @Test
    void whatIsNoExportDoesNotSpoilWhatLiesBesideIt() throws FeedException, IOException {
        byte[] book = Packing.zip(entries("[Content_Types].xml", new byte[9], "xl/workbook.xml", new byte[9]));
        Reading reading = read(Packing.zip(entries(
                "read me.pdf",
                "%PDF-1.7 hello".getBytes(UTF_8),
                "book.xlsx",
                book,
                "__MACOSX/._a.json",
                new byte[4],
                "a.json",
                events(0, 2))));
        assertThat(reading.events()).hasSize(2);
        assertThat(reading.rejections()).extracting(Rejection::part).containsExactly("read me.pdf", "book.xlsx");
        assertThat(reading.rejections()).extracting(Rejection::reason).anyMatch(r -> r.contains("spreadsheet"));
        assertThat(reading.file().records()).isEqualTo(4);
    }

    @Test
    void aBombIsRefusedWhereverItSits() throws IOException {
        byte[] zeros = new byte[8 << 20];
        byte[] bomb = Packing.gzip(Packing.joined(events(0, 1), zeros));
        refused(bomb, "400 times");
        refused(Packing.zip(entries("a.json", events(0, 1), "unread.bin", zeros)), "400 times");
        refused(Packing.zip(entries("a.json.gz", bomb)), "400 times");
        refused(Packing.bzip2(Packing.joined(events(0, 1), zeros)), "400 times");
        refused(Packing.zstd(Packing.joined(events(0, 1), zeros)), "400 times");
        refused(Packing.gzip(Packing.tar(entries("a.json", events(0, 1), "b.json", zeros))), "400 times");
    }

    @Test
    void manySmallBombsInOneArchiveCountTogether() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        byte[] threeMegabytes = Packing.joined(events(0, 1), new byte[3 << 20]);
        for (int n = 0; n < 20; n++) {
            many.put(n + ".json", threeMegabytes);
        }
        refused(Packing.zip(many), "400 times");
    }

    /** GNU's entry of type L holds the next one's name. */
    @Test
    void aTarWhoseNamesFillTheMemoryIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(2 << 20);
            tar.putArchiveEntry(name);
            tar.write(new byte[2 << 20]);
            tar.closeArchiveEntry();
        }
        refused(packed.toByteArray(), "damaged");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int n = 0; n < 10_001; n++) {
            many.put("d" + n + "/", new byte[0]);
        }
        refused(Packing.zip(many), "more than 10,000");
    }

    @Test
    void namesInAnyCodePageAreRead() throws IOException, FeedException {
        byte[] zip = stored("caf?.json", events(0, 2));
        String text = new String(zip, ISO_8859_1).replace("caf?", "caf\u0082");
        byte[] unmarked = text.getBytes(ISO_8859_1);
        unmarked[7] &= ~8;
        assertThat(read(unmarked).events()).hasSize(2);
        assertThat(read(Packing.zip(entries("caf\u00e9 \u20ac.json", events(0, 2))))
                        .records())
                .extracting(RawRecord::part)
                .containsOnly("caf\u00e9 \u20ac.json");
    }
}
