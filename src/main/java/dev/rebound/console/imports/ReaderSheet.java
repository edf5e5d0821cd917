package dev.rebound.console.imports;

import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Sheet;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.words.Sentences;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * Asks by which reader and in which zone a file is read.
 *
 * @param file its name
 * @param act what becomes of it then
 */
record ReaderSheet(Desk desk, String file, Act act) {
    /** What becomes of the file then. */
    enum Act {
        CHECK,
        IMPORT,
        AGAIN;

        private String key(String part) {
            return "imports.reader." + part + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Asks.
     *
     * @param known tells the reader that is offered first
     * @param usual the zone that is offered first
     * @param then takes the id of the reader and the zone of times that carry none
     */
    void open(Predicate<FeedInfo> known, ZoneId usual, BiConsumer<String, ZoneId> then) {
        Sentences sentences = Sentences.in(desk.words().locale());
        Map<String, String> said = new HashMap<>();
        Function<FeedInfo, String> name = feed -> said.computeIfAbsent(feed.name(), sentences::of);
        List<FeedInfo> readers = desk.session().feeds().feeds().stream()
                .sorted(Comparator.comparing(
                        name, Collator.getInstance(desk.words().locale())))
                .toList();
        Choice<FeedInfo> reader = new Choice<>(desk.text("imports.reader"), readers, name);
        reader.setId("again-reader");
        reader.setValue(readers.stream().filter(known).findFirst().orElse(readers.getFirst()));
        ZoneId before = usual.normalized();
        Choice<ZoneId> zone = new Choice<>(desk.text("imports.reader.zone"), ZoneSheet.zones(before), Formats::name);
        zone.setId("again-zone");
        zone.setValue(before);
        GridPane choices = new GridPane(12, 8);
        choices.addRow(0, label("imports.reader"), reader);
        choices.addRow(1, label("imports.reader.zone"), zone);
        new Sheet(desk, desk.text(act.key("title"), file), 620, Sheet.sentence(desk.text(act.key("words"))), choices)
                .deciding(
                        "mdi2r-refresh",
                        desk.text(act.key("do")),
                        () -> then.accept(reader.getValue().id(), zone.getValue()))
                .open(reader);
    }

    private Label label(String key) {
        Label label = new Label(desk.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
