package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.story.Tickets;
import dev.rebound.insight.MessageDetails;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Copies the chosen rows with the columns that are shown; every time carries its offset. */
final class Copying {
    /** The clipboard is no way for more; an export is. */
    private static final int MOST = 100_000;

    private static final int MOST_SENTENCES = 50;

    private final LogTable table;
    private final ActivityModel model;
    private final Desk desk;

    Copying(LogTable table, ActivityModel model, Desk desk) {
        this.table = table;
        this.model = model;
        this.desk = desk;
    }

    /** An item for each format. */
    List<MenuItem> items(LogColumn cell) {
        List<MenuItem> items = new ArrayList<>();
        for (CopyFormat format : CopyFormat.values()) {
            if (format == CopyFormat.TICKET) {
                Tickets.of(desk)
                        .forEach((name, sentence) -> items.add(MenuItems.of(name, () -> copy(format, cell, sentence))));
            } else {
                items.add(MenuItems.of(desk.text("activity.copy." + format.code()), () -> copy(format, cell)));
            }
        }
        return items;
    }

    void copy(CopyFormat format, LogColumn cell) {
        copy(format, cell, d -> "");
    }

    private void copy(CopyFormat format, LogColumn cell, Function<MessageDetails, String> sentence) {
        Selection chosen = model.selectionProperty().get();
        ActivityResult result = model.resultProperty().get();
        int count =
                chosen.all() && result != null ? result.total() : chosen.rows().size();
        int most = format == CopyFormat.TICKET ? MOST_SENTENCES : MOST;
        if (result == null || count == 0) {
            desk.notices().tell(desk.text("activity.copy.nothing"));
            return;
        }
        if (count > most) {
            desk.notices().tell(desk.text("activity.copy.toomany", most));
            return;
        }
        List<LogColumn> columns = format == CopyFormat.CELL ? List.of(cell) : table.shown();
        int[] numbers = chosen.all() ? model.listed() : new int[0];
        desk.background()
                .job(
                        () -> text(
                                format,
                                columns,
                                chosen.all()
                                        ? Arrays.stream(numbers)
                                                .mapToObj(result::row)
                                                .toList()
                                        : chosen.rows(),
                                result,
                                sentence),
                        text -> {
                            desk.copy(text);
                            desk.notices().tell(desk.text("activity.copied", count));
                        });
    }

    private String text(
            CopyFormat format,
            List<LogColumn> columns,
            List<LogRow> rows,
            ActivityResult result,
            Function<MessageDetails, String> sentence)
            throws IOException {
        return switch (format) {
            case CELL -> lines(columns, rows);
            case TEXT -> names(columns, "\t") + "\n" + lines(columns, rows) + "\n";
            case CSV -> written(RowWriter.CSV, columns, rows);
            case MARKDOWN -> written(RowWriter.MD, columns, rows);
            case JSON -> json(columns, rows);
            case ADDRESSES -> {
                Set<String> addresses = new LinkedHashSet<>();
                rows.forEach(r -> addresses.add(r.message().address()));
                yield String.join("\n", addresses);
            }
            case TICKET ->
                rows.stream()
                        .map(r -> sentence.apply(
                                r.message().message() < 0
                                        ? result.picture().loneDetails(r.row())
                                        : result.picture().message(r.message().message())))
                        .distinct()
                        .collect(Collectors.joining("\n"));
        };
    }

    private String names(List<LogColumn> columns, String between) {
        return columns.stream().map(c -> c.name(desk)).collect(Collectors.joining(between));
    }

    private String lines(List<LogColumn> columns, List<LogRow> rows) {
        return rows.stream()
                .map(r -> columns.stream()
                        .map(c -> c.copied(r, desk).replace('\t', ' ').replace('\n', ' '))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private String written(RowWriter writer, List<LogColumn> columns, List<LogRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                new Rows(columns.stream().map(c -> c.name(desk)).toList(), cells(columns, rows)),
                desk.words().locale(),
                out);
        String text = out.toString(StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String json(List<LogColumn> columns, List<LogRow> rows) {
        Rows named = new Rows(columns.stream().map(LogColumn::code).toList(), cells(columns, rows));
        List<String> objects = new ArrayList<>();
        named.rows().forEach(row -> objects.add(RowWriter.object(named, row).toString()));
        return "[\n" + String.join(",\n", objects) + "\n]";
    }

    private List<List<@Nullable Object>> cells(List<LogColumn> columns, List<LogRow> rows) {
        return rows.stream()
                .map(r -> columns.stream()
                        .map(c -> (@Nullable Object) c.copied(r, desk))
                        .toList())
                .toList();
    }
}
