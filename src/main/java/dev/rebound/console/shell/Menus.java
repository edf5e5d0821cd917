package dev.rebound.console.shell;

import dev.rebound.console.data.StoreAccess;
import dev.rebound.console.help.HelpPage;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.Stop;
import dev.rebound.words.Language;
import dev.rebound.words.ProgramVersion;
import dev.rebound.words.ThirdParty;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The menus: every act has its name and its key here. */
final class Menus extends MenuBar {
    private final Desk desk;
    private final Shell shell;

    Menus(Desk desk, Shell shell, ProgramActs acts) {
        this.desk = desk;
        this.shell = shell;
        getMenus().addAll(file(shell, acts), edit(), view(shell, acts), help(shell));
        Mnemonics.give(getMenus());
    }

    private Menu file(Shell shell, ProgramActs acts) {
        return menu(
                "menu.file",
                Changing.item(desk, item("imports.files", KeyAct.IMPORT, shell::chooseFiles)),
                Changing.item(desk, item("imports.folder", null, shell::chooseFolder)),
                Changing.item(desk, item("imports.paste", null, shell::pasteExport)),
                shell.isSample()
                        ? item("shell.sample.leave", null, acts::leaveSample)
                        : item("start.sample", null, acts::openSample),
                new SeparatorMenuItem(),
                item("export.open", KeyAct.EXPORT, shell::export),
                item("evidence.open", KeyAct.EVIDENCE, shell::makeEvidence),
                Changing.item(desk, item("cases.pin.open", KeyAct.PIN, shell::pin)),
                new SeparatorMenuItem(),
                item("menu.window", KeyAct.WINDOW, acts::openWindow),
                item("menu.access", null, new StoreAccess(desk, acts::replaced)::turn),
                item("settings.title", KeyAct.SETTINGS, () -> shell.go(new Place.Settings())),
                item("menu.quit", KeyAct.QUIT, acts::quit));
    }

    private Menu edit() {
        MenuItem undo = item("changes.undo", KeyAct.UNDO, desk.changes()::undo);
        naming(undo, "changes.undo", "changes.undo.what", desk.changes().nextUndoProperty());
        MenuItem redo = item("changes.redo", KeyAct.REDO, desk.changes()::redo);
        naming(redo, "changes.redo", "changes.redo.what", desk.changes().nextRedoProperty());
        return menu("menu.edit", undo, redo);
    }

    /** Says what the next step is: nobody takes back what they do not see. */
    private void naming(MenuItem item, String key, String naming, ReadOnlyStringProperty next) {
        item.disableProperty().bind(next.isEmpty());
        item.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Mnemonics.leading(next.get().isEmpty() ? desk.text(key) : desk.text(naming, next.get())),
                        next));
    }

    private Menu view(Shell shell, ProgramActs acts) {
        Menu menu = menu("menu.view");
        for (Stop view : Stop.numbered()) {
            menu.getItems().add(item(view.title(), view.keys(), () -> shell.go(Rail.place(view))));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("menu.find", KeyAct.FIND, shell::focusFind),
                        item("menu.filter", KeyAct.FILTER, shell::focusFilter),
                        item("menu.details", KeyAct.DETAILS, shell::toggleDetails),
                        new SeparatorMenuItem(),
                        menu(
                                "menu.text",
                                item("menu.text.larger", KeyAct.LARGER, () -> shell.textLarger(1)),
                                item("menu.text.smaller", KeyAct.SMALLER, () -> shell.textLarger(-1)),
                                item("menu.text.usual", KeyAct.USUAL_SIZE, () -> shell.textLarger(0))),
                        item(
                                acts.isMasked() ? "shell.mask.on" : "shell.mask.off",
                                KeyAct.MASK,
                                () -> acts.mask(!acts.isMasked())),
                        themes(acts),
                        menu("menu.language", languages(acts)),
                        new SeparatorMenuItem(),
                        item("shell.utc", KeyAct.UTC, shell::toggleUtc),
                        item("shell.zone.choose", null, shell::askZone));
        Mnemonics.give(menu.getItems());
        return menu;
    }

    /** The theme that is worn is marked, whoever chose it last. */
    private Menu themes(ProgramActs acts) {
        ToggleGroup group = new ToggleGroup();
        Menu menu = menu(
                "menu.theme",
                Arrays.stream(Theme.values())
                        .map(t -> oneOf(
                                group, "menu.theme." + t.code(), acts.look().theme() == t, () -> acts.wear(t)))
                        .toArray(MenuItem[]::new));
        menu.setOnShowing(e ->
                group.selectToggle(group.getToggles().get(acts.look().theme().ordinal())));
        return menu;
    }

    private MenuItem[] languages(ProgramActs acts) {
        ToggleGroup group = new ToggleGroup();
        String spoken = desk.words().locale().getLanguage();
        return Arrays.stream(Language.values())
                .map(l -> oneOf(
                        group, "menu.language." + l.code(), l.code().equals(spoken), () -> acts.speak(l.locale())))
                .toArray(MenuItem[]::new);
    }

    /** One of several of which one holds: it is marked. */
    private MenuItem oneOf(ToggleGroup group, String key, boolean holds, Runnable act) {
        RadioMenuItem item = new RadioMenuItem(desk.text(key));
        item.setToggleGroup(group);
        item.setSelected(holds);
        return acting(item, key, null, act);
    }

    private Menu help(Shell shell) {
        return menu(
                "menu.help",
                item("menu.help.page", KeyAct.HELP, shell::help),
                item("menu.keys", KeyAct.SHORTCUTS, () -> shell.help(HelpPage.KEYS)),
                item("menu.said", null, () -> new SaidSheet(desk, shell.said()).open()),
                item("menu.report", null, shell::copyReport),
                item("menu.about", null, this::about));
    }

    private void about() {
        TextArea parts = new TextArea(String.join(
                "\n",
                ThirdParty.all().stream()
                        .map(p -> p.name() + " " + p.version() + "  " + p.licence())
                        .toList()));
        parts.setEditable(false);
        parts.setPrefRowCount(12);
        Label words =
                new Label(desk.text("menu.about.words") + "\n\n" + desk.text("menu.about.parts", ProgramVersion.TEXT));
        words.setWrapText(true);
        words.setPrefWidth(560);
        Alert alert = new Alert(Alert.AlertType.INFORMATION);
        alert.initOwner(getScene().getWindow());
        alert.setTitle("Rebound");
        alert.setHeaderText(desk.text("menu.about"));
        alert.getDialogPane().setContent(new VBox(12, words, parts));
        alert.getDialogPane().setMinWidth(600);
        alert.show();
    }

    private Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(desk.text(key));
        menu.setId(key);
        menu.getItems().addAll(items);
        Mnemonics.give(menu.getItems());
        return menu;
    }

    private MenuItem item(String key, @Nullable KeyAct keys, Runnable act) {
        return acting(new MenuItem(desk.text(key)), key, keys, act);
    }

    private MenuItem acting(MenuItem item, String key, @Nullable KeyAct keys, Runnable act) {
        item.setId(key);
        if (keys != null) {
            item.setAccelerator(desk.keys().of(keys));
        }
        item.setOnAction(e -> {
            // Keys of menus are heard while a question waits for its answer: it is not to vanish unanswered.
            if (!shell.isCovered() || (keys != null && keys.isHarmless())) {
                act.run();
            }
        });
        return item;
    }
}
