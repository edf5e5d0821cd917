package dev.rebound.console.help;

import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MarkdownFlow;
import dev.rebound.console.kit.keys.KeyList;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Search and contents on the left, the page on the right. */
final class HelpView extends BorderPane {
    private final Desk desk;
    private final HelpShelf shelf;
    private final TextField search = new TextField();
    private final ListView<HelpPage> contents = new ListView<>();
    private final ScrollPane page = new ScrollPane();

    HelpView(Desk desk) {
        this.desk = desk;
        shelf = new HelpShelf(desk.words(), desk.keys());
        getStyleClass().add("help");
        search.setId("help-search");
        search.setPromptText(desk.text("help.search"));
        search.setAccessibleText(desk.text("help.search"));
        search.textProperty().addListener((o, before, now) -> find(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                contents.requestFocus();
                e.consume();
            }
        });
        contents.setId("help-contents");
        contents.setAccessibleText(desk.text("help.contents"));
        contents.setCellFactory(c -> new Title());
        contents.getItems().setAll(HelpPage.values());
        Label nothing = new Label(desk.text("help.nothing"));
        nothing.setWrapText(true);
        contents.setPlaceholder(nothing);
        contents.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> turn(now));
        VBox.setVgrow(contents, javafx.scene.layout.Priority.ALWAYS);
        VBox left = new VBox(8, search, contents);
        left.getStyleClass().add("help-left");
        addEventFilter(KeyEvent.KEY_PRESSED, this::read);
        page.setFocusTraversable(true);
        page.setId("help-page");
        page.setFitToWidth(true);
        page.getStyleClass().add("details");
        setLeft(left);
        setCenter(page);
    }

    /** Turns to a page. */
    void show(HelpPage wanted) {
        search.clear();
        contents.getSelectionModel().select(wanted);
        contents.scrollTo(wanted);
        contents.requestFocus();
    }

    /** Wherever the cursor is, the keys that turn pages everywhere go through the page that is shown. */
    private void read(KeyEvent e) {
        boolean pressesOrTypes = e.getTarget() instanceof Button || e.getTarget() instanceof TextField;
        if (e.getCode() == KeyCode.SPACE && pressesOrTypes) {
            return;
        }
        double pages = Math.max(
                1,
                page.getContent().getLayoutBounds().getHeight()
                                / page.getViewportBounds().getHeight()
                        - 1);
        switch (e.getCode()) {
            case PAGE_DOWN, SPACE -> page.setVvalue(Math.min(1, page.getVvalue() + 0.9 / pages));
            case PAGE_UP -> page.setVvalue(Math.max(0, page.getVvalue() - 0.9 / pages));
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void find(String question) {
        List<HelpPage> found = shelf.about(question);
        contents.getItems().setAll(found);
        if (!found.isEmpty()) {
            contents.getSelectionModel().selectFirst();
        }
    }

    private void turn(@Nullable HelpPage now) {
        if (now == null) {
            return;
        }
        MarkdownFlow flow = new MarkdownFlow(shelf.parsed(now));
        flow.getStyleClass().add("help-page");
        if (now == HelpPage.KEYS) {
            Button print = Buttons.of("mdi2p-printer-outline", desk.text("keys.print"), this::print);
            print.setId("keys-print");
            flow.getChildren().add(1, print);
        }
        page.setContent(flow);
        page.setVvalue(0);
    }

    /** A page for the browser: it prints on any system, and can be given to somebody. */
    private void print() {
        desk.files()
                .fileToWrite(desk.text("keys.print"), "rebound-keys.html")
                .ifPresent(file -> desk.background()
                        .job(
                                () -> Files.writeString(file, KeyList.html(desk.words(), desk.keys())),
                                done -> desk.notices()
                                        .tell(desk.text("keys.printed", String.valueOf(file.getFileName())))));
    }

    private final class Title extends ListCell<HelpPage> {
        @Override
        protected void updateItem(@Nullable HelpPage item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : shelf.title(item));
        }
    }
}
