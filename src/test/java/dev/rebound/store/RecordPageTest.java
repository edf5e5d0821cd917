package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A page keeps its records field by field, and gives back exactly the records that came in. */
class RecordPageTest {
    @Provide
    Arbitrary<List<RawRecord>> records() {
        Arbitrary<String> field = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "Send", "a1b2c3d4e5f60718", "SendGrid", "\"quoted", "0", "été", "\uD83D\uDE00", "a;b"),
                Arbitraries.strings().withCharRange('\0', '\u2fff').ofMaxLength(12));
        Arbitrary<String> text = field.list()
                .ofMaxSize(40)
                .flatMap(fields -> Arbitraries.of(",", ";", "\t", "|", ",\n").map(s -> String.join(s, fields)));
        return Combinators.combine(text, Arbitraries.longs(), Arbitraries.of("", "a.csv", "b/c.json"))
                .as(RawRecord::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300, seed = "2026")
    void whatGoesInComesBack(@ForAll("records") List<RawRecord> records) throws IOException {
        assertThat(RawPages.unpack(RawPages.pack(records), 0, records.size(), RecordTexts.NONE))
                .isEqualTo(records);
    }

    private static List<RawRecord> export(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(n -> new RawRecord(
                        "Delivery,id" + Integer.toHexString(n * 0x9E3779B1) + ",user" + n % 700 + "@example.com,"
                                + (1_767_225_600 + n * 7) + ",0123456789abcdef0123456789abcdef,Letter of team " + n % 9
                                + ",SendGrid,192.0.2." + n % 20 + ",,",
                        n + 2L,
                        ""))
                .toList();
    }

    @Example
    void anExportTakesATenthOfItsBytes() throws IOException {
        List<RawRecord> rows = export(2_048);
        long plain = rows.stream().mapToLong(r -> r.text().length()).sum();
        byte[] page = RawPages.pack(rows);
        assertThat(RawPages.unpack(page, 0, rows.size(), RecordTexts.NONE)).isEqualTo(rows);
        assertThat(page.length).isLessThan((int) (plain / 7));
    }

    /** A row of random hexadecimal digits that stand in a column too. */
    private static byte[] row(Random random) {
        StringBuilder digits = new StringBuilder("id,ann@example.com,");
        for (int d = 0; d < 32; d++) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return digits.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Pages of such rows, the one by texts, the other by batches of so many rows. */
    private static int[] lengths(int rows, int batchRows) {
        RecordPage plain = new RecordPage();
        RecordPage naming = new RecordPage();
        EventBatch batch = new EventBatch(new byte[0], 0, "", 1);
        Random random = new Random(2_026);
        for (int n = 0; n < rows; n++) {
            byte[] row = row(random);
            if (n % batchRows == 0) {
                batch = new EventBatch(new byte[batchRows * row.length], batchRows * row.length, "", 1);
            }
            int at = batch.size() * row.length;
            System.arraycopy(row, 0, batch.bytes(), at, row.length);
            batch.row(0, n, at, at + row.length);
            batch.id(at, at + 2);
            batch.address(at + 3, at + 18);
            batch.cell(EventText.USER_ID, at + 19, at + row.length);
            naming.add(batch, batch.size() - 1, n, new byte[0]);
            plain.add(new RawRecord(new String(row, StandardCharsets.US_ASCII), n, ""));
        }
        return new int[] {naming.packed().length, plain.packed().length};
    }

    @Example
    void whatAColumnSaysIsNotSaidAgain() {
        int[] lengths = lengths(512, 512);
        assertThat(lengths[0]).isLessThan(lengths[1] / 20);
    }

    /** Where each stretch of a file brings one new row, a page must not keep all of the file in memory. */
    @Example
    void aPageHoldsFewBatches() {
        int[] lengths = lengths(512, 1);
        assertThat(lengths[0]).isGreaterThan(lengths[1] * 9 / 10);
    }

    @Example
    void aPageCutShortIsRefusedInWords() {
        byte[] page = RawPages.pack(export(50));
        for (int length = 1; length < page.length; length += 7) {
            byte[] cut = Arrays.copyOf(page, length);
            assertThatThrownBy(() -> RawPages.unpack(cut, 0, 50, RecordTexts.NONE))
                    .isInstanceOf(IOException.class);
        }
    }
}
