package dev.rebound.console;

import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;

/** Hands and eyes of a person at the keyboard of one real window. */
final class WindowDriver implements AutoCloseable {
    final OpenedConsole console;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private static final int MOST_TABS = 90;
    private int clicks;

    /** A window on the sample data, whose store lies in a folder. */
    static WindowDriver onSample(Path folder) throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder.resolve("store"));
        return new WindowDriver(console);
    }

    WindowDriver(OpenedConsole console) throws TimeoutException {
        this(console, Locale.UK);
    }

    WindowDriver(OpenedConsole console, Locale language) throws TimeoutException {
        this.console = console;
        FxToolkit.registerPrimaryStage();
        stage = onScreen(() -> {
            Stage s = new Stage();
            console.show(s, language, Theme.LIGHT);
            return s;
        });
    }

    static <T> T onScreen(Callable<T> act) {
        return Screen.on(act);
    }

    <T extends Node> T node(String id, Class<T> kind) {
        Screen.settle();
        return kind.cast(Objects.requireNonNull(stage.getScene().lookup(id), id));
    }

    @SuppressWarnings("unchecked")
    <T> TableView<T> table(String id) {
        return (TableView<T>) node(id, TableView.class);
    }

    @SuppressWarnings("unchecked")
    <T> javafx.scene.control.ComboBox<T> choice(String id) {
        return (javafx.scene.control.ComboBox<T>) node(id, javafx.scene.control.ComboBox.class);
    }

    /** The node that has the cursor. */
    Node focused() {
        Screen.settle();
        return stage.getScene().getFocusOwner();
    }

    /** Clicks, Enter and shortcuts so far: what a person does, typing and moving the cursor aside. */
    int clicks() {
        return clicks;
    }

    void press(KeyCode... keys) {
        KeyCode last = keys[keys.length - 1];
        clicks += keys.length > 1 || last == KeyCode.ENTER || last == KeyCode.ESCAPE ? 1 : 0;
        push(keys);
        if (last == KeyCode.BACK_SPACE || last == KeyCode.DELETE) {
            Screen.settleTyping();
        }
    }

    /** Keys as the window receives them: all down, then all up again. */
    private void push(KeyCode... keys) {
        KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        Screen.settle();
        keyboard.releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
        Screen.settle();
    }

    void write(String text) {
        BaseRobot hands = robot.robotContext().getBaseRobot();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            Scene scene = Screen.on(() -> robot.robotContext()
                    .getWindowFinder()
                    .window(javafx.stage.Window::isFocused)
                    .getScene());
            hands.typeKeyboard(scene, KeyCode.UNDEFINED, letter);
            Screen.settle();
        }
        Screen.settleTyping();
    }

    /** Presses a button, a link, a tab. */
    void click(String id) {
        clicks++;
        ButtonBase button = node(id, ButtonBase.class);
        act(() -> {
            button.requestFocus();
            button.fire();
        });
    }

    /** Opens a menu button and takes one of its entries. */
    void choose(String menu, int entry) {
        clicks += 2;
        MenuButton button = node(menu, MenuButton.class);
        act(() -> button.getItems().get(entry).fire());
    }

    /** Clicks on rows of a table, the second and later ones with Ctrl held. */
    void select(String table, int... rows) {
        clicks += rows.length;
        var selection = table(table).getSelectionModel();
        act(() -> {
            selection.clearSelection();
            for (int row : rows) {
                selection.select(row);
            }
        });
    }

    /** What a facet of the log offers: its values in words, each with its count as it is shown. */
    Map<String, String> facet(String heading) {
        VBox facets = node(".facets", VBox.class);
        return onScreen(() -> {
            Map<String, String> values = new LinkedHashMap<>();
            boolean inside = false;
            for (Node part : facets.getChildren()) {
                if (part instanceof Label title && title.getStyleClass().contains("facet-heading")) {
                    inside = title.getText().equals(heading);
                } else if (inside) {
                    for (Node row : part.lookupAll(".facet-value")) {
                        String count = ((Label) row.lookup(".facet-count")).getText();
                        String words = Objects.requireNonNull(row.getAccessibleText());
                        values.put(words.substring(0, words.length() - count.length() - 1), count);
                    }
                }
            }
            return values;
        });
    }

    /** Clicks with the mouse on whatever stands there. */
    void point(Node node) {
        clicks++;
        Point2D there = robot.point(node).query();
        robot.robotContext().getMouseRobot().moveNoWait(there);
        Screen.settle();
        pressMouse();
    }

    private void pressMouse() {
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.pressNoWait(MouseButton.PRIMARY);
        Screen.settle();
        mouse.releaseNoWait(MouseButton.PRIMARY);
        Screen.settle();
    }

    /** A node in any window, a list beneath a field among them. */
    Node anywhere(String id) {
        Screen.settle();
        return onScreen(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Window::isShowing)
                .map(w -> w.getScene().lookup(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nowhere: " + id)));
    }

    /** Chooses an item of the menu that the menu key opens on a list. */
    void pressItem(String list, String item) {
        press(KeyCode.SHIFT, KeyCode.F10);
        takeItem(item);
    }

    /** Takes an entry of the menu that is open. */
    void takeItem(String item) {
        javafx.scene.control.ContextMenu menu = onScreen(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .map(javafx.scene.control.ContextMenu.class::cast)
                .filter(javafx.stage.Window::isShowing)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu with " + item)));
        act(() -> {
            menu.getItems().stream()
                    .filter(i -> item.equals(i.getId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no item " + item))
                    .fire();
            menu.hide();
        });
    }

    /** Moves the cursor with Tab until it stands there; moving is no click. */
    void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            Node now = focused();
            if (now != null && id.equals("#" + now.getId())) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }

    /** Moves the cursor with Tab to a button and presses it with the space bar. */
    void strike(String id) {
        clicks++;
        if (node(id, Node.class) instanceof ToggleButton wanted && wanted.getToggleGroup() != null) {
            chooseByArrows(wanted);
            return;
        }
        tabTo(id);
        push(KeyCode.SPACE);
    }

    /** Of buttons of which one is pressed Tab reaches the pressed one, and arrows press the others. */
    private void chooseByArrows(ToggleButton wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused() instanceof ToggleButton now && wanted.getToggleGroup().equals(now.getToggleGroup())) {
                List<Toggle> all = wanted.getToggleGroup().getToggles();
                int steps = all.indexOf(wanted) - all.indexOf(now);
                for (int step = 0; step < Math.abs(steps); step++) {
                    push(steps > 0 ? KeyCode.RIGHT : KeyCode.LEFT);
                }
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + wanted.getId());
    }

    /** Clicks with the mouse on the node of an id, in whatever window it is. */
    void pointAt(String id) {
        point(anywhere(id));
    }

    /** The second press of a double-click lands on the node of an id, whatever was there at the first. */
    void pressAgainOn(String id) {
        Node under = node(id, Node.class);
        act(() -> List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                .forEach(kind -> Event.fireEvent(under, second(kind))));
    }

    private static MouseEvent second(EventType<MouseEvent> kind) {
        boolean down = kind.equals(MouseEvent.MOUSE_PRESSED);
        return new MouseEvent(
                kind,
                4,
                4,
                4,
                4,
                MouseButton.PRIMARY,
                2,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    /** Clicks with the mouse on a row of a table. */
    void pointRow(String table, int row) {
        TableView<?> list = node(table, TableView.class);
        act(() -> list.scrollTo(Math.max(0, row - 2)));
        point(onScreen(() -> list.lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof javafx.scene.control.TableRow<?> line && line.getIndex() == row)
                .findFirst()
                .orElseThrow(() -> new AssertionError("row " + row))));
    }

    /** Clicks twice with the mouse on a row of a table. */
    void pointTwice(String table, int row) {
        pointRow(table, row);
        pressMouse();
    }

    /** A click on the last row with Shift held: the headless pointer knows no held keys. */
    void pressAll(String table) {
        clicks++;
        TableView<?> list = node(table, TableView.class);
        act(() -> list.getSelectionModel().selectAll());
    }

    /** Clicks on what the newest toast offers. */
    void pointToast() {
        point(onScreen(() -> stage.getScene().getRoot().lookupAll(".toast").stream()
                .flatMap(t -> ((Parent) t).getChildrenUnmodifiable().stream())
                .filter(n -> n instanceof ButtonBase b && !b.getText().isEmpty())
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("no toast offers anything"))));
    }

    /** Clicks with the mouse on the item of an open menu that begins so. */
    void pointItem(String begin) {
        Screen.settle();
        point(onScreen(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Window::isShowing)
                .flatMap(w -> w.getScene().getRoot().lookupAll(".menu-item").stream())
                .filter(n -> n.lookup(".label") instanceof Label label
                        && label.getText().startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + begin))));
    }

    /** The parts of the way to where the window is. */
    List<String> crumbs() {
        Screen.settle();
        return onScreen(() -> ((Parent) stage.getScene().lookup("#crumbs"))
                .getChildrenUnmodifiable().stream()
                        .filter(n -> n instanceof Labeled && n.isVisible())
                        .map(n -> ((Labeled) n).getText())
                        .toList());
    }

    /** Presses a part of the way. */
    void crumb(String name) {
        clicks++;
        act(() -> ((Parent) stage.getScene().lookup("#crumbs"))
                .getChildrenUnmodifiable().stream()
                        .filter(n -> n instanceof ButtonBase b && name.equals(b.getText()))
                        .map(ButtonBase.class::cast)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no part " + name))
                        .fire());
    }

    void startCounting() {
        clicks = 0;
    }

    /** The text of a label, a link or a field. */
    String text(String id) {
        Node node = node(id, Node.class);
        return switch (node) {
            case TextInputControl field -> field.getText();
            case CountSentence sentence -> String.valueOf(sentence.getAccessibleText());
            default -> ((Labeled) node).getText();
        };
    }

    /** Puts the cursor into a field, as the Tab key does, and types over what stands there. */
    void type(String id, String text) {
        TextInputControl field = node(id, TextInputControl.class);
        act(() -> {
            field.requestFocus();
            field.selectAll();
        });
        write(text);
    }

    /** Goes somewhere without counting how. */
    void open(Place place) {
        act(() -> shell().open(place));
    }

    /** The content of the window as it is now. */
    Shell shell() {
        return (Shell) stage.getScene().getRoot();
    }

    /** Every word on the screen. */
    List<String> words() {
        Screen.settle();
        return onScreen(() -> {
            List<String> words = new ArrayList<>();
            collect(stage.getScene().getRoot(), words);
            return words;
        });
    }

    private static void collect(Node node, List<String> words) {
        if (node instanceof Text text) {
            words.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> collect(c, words));
        }
    }

    void act(Runnable act) {
        Screen.on(() -> {
            act.run();
            return true;
        });
        Screen.settle();
    }

    @Override
    public void close() throws StoreException {
        onScreen(() -> {
            stage.close();
            // The headless platform holds on to every window it ever had; what was in it must be let go.
            stage.setScene(null);
            return true;
        });
        console.close();
    }
}
