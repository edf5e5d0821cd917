package dev.rebound.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.domain.VisibleText;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** Where a command reads and writes. */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line of result. */
    public void print(String line) {
        out.println(VisibleText.of(line));
    }

    /** One line for the person at the keyboard, not part of the result. */
    public void tell(String line) {
        err.println(VisibleText.of(line));
    }

    /** A result for machines, on one line. */
    public void json(JsonNode node) {
        out.println(node.toString());
    }

    /** A fresh JSON object. */
    static com.fasterxml.jackson.databind.node.ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Columns under a header, numbers to the right. */
    void table(List<String> header, List<List<String>> told) {
        List<List<String>> rows = told.stream()
                .map(r -> r.stream().map(VisibleText::line).toList())
                .toList();
        int[] widths = new int[header.size()];
        boolean[] numeric = new boolean[header.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            widths[c] = Math.max(
                    header.get(c).length(),
                    rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0));
            numeric[c] =
                    !rows.isEmpty() && rows.stream().allMatch(r -> r.get(column).matches("[-\\d\\s.,%\u202f\u00a0]*"));
        }
        print(line(header, widths, numeric));
        rows.forEach(r -> print(line(r, widths, numeric)));
    }

    private static String line(List<String> cells, int[] widths, boolean[] numeric) {
        StringBuilder out = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - cells.get(c).length());
            out.append(numeric[c] ? pad + cells.get(c) : cells.get(c) + pad).append("  ");
        }
        return out.toString().stripTrailing();
    }
}
