package dev.rebound.console.compare;

import dev.rebound.console.kit.Desk;
import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison.Line;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compared figures as they leave the window: sentences for a ticket, or a table. Pure; any thread. */
final class ComparisonText {
    private final Desk desk;
    private final Function<Claim, String> names;

    /** Figures are called by {@code names}. */
    ComparisonText(Desk desk, Function<Claim, String> names) {
        this.desk = desk;
        this.names = names;
    }

    /** What writes the lines, by the name of the format. */
    Map<String, Function<List<Line>, String>> ways() {
        Map<String, Function<List<Line>, String>> ways = new LinkedHashMap<>();
        ways.put(desk.text("activity.copy.text"), this::sentences);
        ways.put(desk.text("activity.copy.csv"), lines -> written(RowWriter.CSV, lines));
        ways.put(desk.text("activity.copy.markdown"), lines -> written(RowWriter.MD, lines));
        return ways;
    }

    private String sentences(List<Line> lines) {
        return lines.stream()
                .map(l -> desk.text(
                                "compare.line",
                                names.apply(l.claim()),
                                desk.formats().count(l.claim().value()),
                                desk.formats().count(l.ours()),
                                (l.difference() > 0 ? "+" : "") + desk.formats().count(l.difference()))
                        + l.causes().stream().map(c -> " · " + cause(c)).collect(Collectors.joining())
                        + (l.rest() == 0 ? "" : " · " + desk.text("compare.rest", Math.abs(l.rest()))))
                .collect(Collectors.joining("\n"));
    }

    private String written(RowWriter writer, List<Line> lines) {
        List<String> columns = List.of("figure", "claimed", "ours", "difference", "causes", "rest");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line l : lines) {
            rows.add(List.of(
                    names.apply(l.claim()),
                    l.claim().value(),
                    l.ours(),
                    l.difference(),
                    l.causes().stream().map(this::cause).collect(Collectors.joining(" · ")),
                    l.rest()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(
                    new Rows(
                            columns.stream()
                                    .map(c -> desk.text("compare.column." + c))
                                    .toList(),
                            rows),
                    desk.words().locale(),
                    out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String cause(Cause cause) {
        return desk.text("cause." + cause.kind().code(), Math.abs(cause.count()));
    }
}
