package dev.rebound.console.shell;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PersonField;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Suggestions;
import dev.rebound.console.kit.Suggestions.Suggestion;
import dev.rebound.filter.FilterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** Jump to an address, an id, a campaign, a view, or do something by its name; Enter takes the best hit. */
final class FindBox extends PersonField {
    private static final int COMMANDS = 8;

    private final Desk desk;
    private final Supplier<List<Command>> commands;
    private final Suggestions suggestions;
    private final Consumer<Place> found;
    private boolean left;

    /**
     * The box.
     *
     * @param commands the views and acts of the window as they are now
     * @param found goes to what was found
     */
    FindBox(Desk desk, Supplier<List<Command>> commands, Consumer<Place> found) {
        super(desk.formats());
        this.desk = desk;
        this.commands = commands;
        this.found = found;
        setId("find");
        setLeft(new FontIcon("mdi2m-magnify"));
        setPromptText(desk.text("shell.find.prompt"));
        setAccessibleText(desk.text("shell.find.prompt"));
        getStyleClass().add("find");
        suggestions = new Suggestions(this);
        textProperty().addListener((o, before, now) -> suggest(now));
        addEventFilter(KeyEvent.KEY_TYPED, e -> left = false);
        setOnAction(e -> {
            if (getText().isBlank()) {
                open();
            } else {
                best(getText());
            }
        });
    }

    /** Puts the cursor here and says what can be done. */
    void open() {
        left = false;
        requestFocus();
        selectAll();
        suggest(getText());
    }

    private void suggest(String typed) {
        if (left || !isFocused()) {
            suggestions.hide();
            return;
        }
        var picture = desk.picture().getValue();
        desk.background().latest("find", () -> Finder.find(picture, typed), found -> {
            // An answer to what is no longer typed would lie over the view that was just opened.
            if (!left && typed.equals(getText())) {
                suggestions.show(all(found, typed), !typed.isBlank());
            }
        });
    }

    /**
     * What is exactly meant first, then views, then what holds the text, then acts: a person may be called like one. The
     * search for the text itself stands last.
     */
    private List<Suggestion> all(Finder.Found found, String typed) {
        List<Suggestion> all = new ArrayList<>();
        found.exact().forEach(h -> all.add(suggestion(h)));
        String wanted = FilterValues.folded(typed.strip());
        List<Command> named = commands.get().stream()
                .filter(c -> matches(FilterValues.folded(c.name()), wanted))
                .limit(wanted.isEmpty() ? Integer.MAX_VALUE : COMMANDS)
                .toList();
        String why = wanted.isEmpty() ? "" : desk.text("shell.find.command");
        named.stream().filter(Command::goes).forEach(c -> all.add(suggestion(c, why)));
        found.others().forEach(h -> all.add(suggestion(h)));
        named.stream().filter(c -> !c.goes()).forEach(c -> all.add(suggestion(c, why)));
        found.everywhere().ifPresent(h -> all.add(suggestion(h)));
        return all;
    }

    private Suggestion suggestion(Command command, String why) {
        return new Suggestion(command.icon(), command.name(), why, () -> {
            leave();
            command.act().run();
        });
    }

    /** Each typed word begins a word of the name. */
    private static boolean matches(String name, String wanted) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"));
        for (String word : wanted.split("\\s+", -1)) {
            if (words.stream().noneMatch(w -> w.startsWith(word))) {
                return false;
            }
        }
        return true;
    }

    private Suggestion suggestion(Finder.Hit hit) {
        String why = desk.text("shell.find." + hit.why());
        return new Suggestion(
                hit.icon(),
                hit.text(),
                hit.count() < 0 ? why : desk.text("shell.find.counted", why, hit.count()),
                () -> go(hit));
    }

    private void best(String typed) {
        var picture = desk.picture().getValue();
        desk.background().latest("find", () -> Finder.find(picture, typed), found -> {
            List<Suggestion> all = all(found, typed);
            if (!all.isEmpty()) {
                all.getFirst().take().run();
            }
        });
    }

    private void go(Finder.Hit hit) {
        leave();
        found.accept(hit.place());
    }

    /** Where one goes to may have nothing that takes the cursor: the list must not open again beneath the empty field. */
    private void leave() {
        left = true;
        clear();
        suggestions.hide();
    }
}
