package dev.rebound.console.kit.story;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A raw record laid out for reading: JSON indented, a line of a table one cell a line with the number of its column, and its name
 * where that is known, empty cells left out. Nothing else is changed, not even a number's last zero; what is neither is left as it is. Pure; any thread.
 */
final class ReadableRecord {
    private static final JsonFactory JSON = new JsonFactory();
    /** Fewer separators are those of a sentence. */
    private static final int LEAST_COLUMNS = 4;

    private ReadableRecord() {}

    static String of(String raw) {
        return of(raw, List.of());
    }

    /** The same with the names of a table's columns beside their numbers, where there is one for each. */
    static String of(String raw, List<String> names) {
        String text = raw.strip();
        return text.startsWith("{") || text.startsWith("[") ? indented(text, raw) : cells(text, raw, names);
    }

    private static String indented(String text, String raw) {
        StringWriter laidOut = new StringWriter();
        DefaultIndenter two = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(two);
        try (JsonParser parser = JSON.createParser(text);
                JsonGenerator generator = JSON.createGenerator(laidOut)) {
            generator.setPrettyPrinter(printer);
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        } catch (IOException e) {
            return raw;
        }
        return laidOut.toString();
    }

    private static String cells(String text, String raw, List<String> names) {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            if (text.chars().filter(c -> c == separator).count() >= LEAST_COLUMNS - 1) {
                return cells(text, separator, raw, names);
            }
        }
        return raw;
    }

    private static String cells(String text, char separator, String raw, List<String> names) {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.size() != 1) {
                return raw;
            }
            List<String> fields = records.getFirst().getFields();
            int width = String.valueOf(fields.size()).length();
            boolean named = names.size() == fields.size();
            return IntStream.range(0, fields.size())
                    .filter(i -> !fields.get(i).isBlank())
                    .mapToObj(i ->
                            ("%" + width + "d  %s%s").formatted(i + 1, named ? names.get(i) + ": " : "", fields.get(i)))
                    .collect(Collectors.joining("\n"));
        } catch (CsvParseException | UncheckedIOException e) {
            return raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
