package dev.rebound.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowExportTest {
    private static final CsvDialect ENGLISH = CsvDialect.of(Locale.UK);
    private static final List<RowExport.Fact> ABOUT =
            List.of(new RowExport.Fact("Filter", "is:soft"), new RowExport.Fact("Time zone", "Europe/Paris"));

    @TempDir
    Path folder;

    private static Rows rows() {
        return new Rows(
                List.of("time", "address", "tries", "reply"),
                List.of(
                        Arrays.asList("2026-03-14T09:00:00+01:00", "anna@example.com", 2, "=1+1"),
                        Arrays.asList("2026-03-14T09:00:01+01:00", "zoé@example.org", 1, null)));
    }

    private static void write(RowExport export, Rows rows, Path file) throws IOException {
        export.write(rows, file, false, n -> {}, () -> false);
    }

    private static String entry(Path xlsx, String name) throws IOException {
        try (ZipFile zip = new ZipFile(xlsx.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aCsvFileHasTheSeparatorAndTheMarkThatWereChosenAndGuardsFormulas() throws IOException {
        Path file = folder.resolve("rows.csv");
        write(new RowExport(RowWriter.CSV, new CsvDialect(';', true), ABOUT), rows(), file);
        assertThat(Files.readString(file))
                .startsWith("\uFEFFtime;address;tries;reply\r\n")
                .contains("2026-03-14T09:00:00+01:00;anna@example.com;2;'=1+1\r\n");
        assertThat(Files.readString(RowExport.beside(file))).isEqualTo("Filter: is:soft\nTime zone: Europe/Paris\n");
    }

    @Test
    void aWorkbookHasTypedCellsAFrozenHeadingAFilterAndASecondSheetThatTellsWhatItIs() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        write(new RowExport(RowWriter.XLSX, ENGLISH, ABOUT), rows(), file);
        String sheet = entry(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("state=\"frozen\"", "<autoFilter ref=\"A1:D3\"")
                .containsPattern("<c r=\"A2\" s=\"\\d+\"[^>]*><v>46095\\.375")
                .containsPattern("<c r=\"C2\"[^>]*><v>2</v>");
        assertThat(entry(file, "xl/styles.xml")).contains("yyyy-mm-dd hh:mm:ss \\+\\0\\1\\:\\0\\0");
        assertThat(entry(file, "xl/sharedStrings.xml")).contains("&apos;=1+1", "is:soft", "Europe/Paris");
        assertThat(entry(file, "xl/workbook.xml")).contains("name=\"About\"");
        assertThat(RowExport.beside(file)).doesNotExist();
    }

    @Test
    void onlyTheChosenColumnsAreWritten() throws IOException {
        Path file = folder.resolve("rows.ndjson");
        Rows chosen = RowExport.columns(rows(), List.of("address", "tries"));
        write(new RowExport(RowWriter.NDJSON, ENGLISH, List.of()), chosen, file);
        assertThat(Files.readAllLines(file).getFirst()).isEqualTo("{\"address\":\"anna@example.com\",\"tries\":2}");
    }

    @ParameterizedTest
    @EnumSource(RowWriter.class)
    void aCancelledExportLeavesNoFile(RowWriter format) throws IOException {
        Rows many = new Rows(
                List.of("n"),
                () -> IntStream.range(0, 100_000)
                        .mapToObj(n -> Arrays.<Object>asList(n))
                        .iterator());
        long[] told = {0};
        assertThatThrownBy(() -> new RowExport(format, ENGLISH, ABOUT)
                        .write(many, folder.resolve("rows"), false, n -> told[0] = n, () -> told[0] >= 3000))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThat(told[0]).isEqualTo(3000);
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhereThatWasAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.md"), "mine");
        RowExport export = new RowExport(RowWriter.MD, ENGLISH, List.of());
        assertThatThrownBy(() -> write(export, rows(), file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        export.write(rows(), file, true, n -> {}, () -> false);
        assertThat(Files.readString(file)).startsWith("| time | address | tries | reply |\n| --- |");
    }
}
