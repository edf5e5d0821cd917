package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Suggestions.Suggestion;
import dev.rebound.insight.MessageRow;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** T2: "Claire says she never got her order e-mail", by mouse, by keyboard alone, in both languages, with one feed only. */
class MissingOrderTest {
    private static final String ORDER = "Votre commande 8841";
    private static final int MOST_CLICKS = 6;

    @TempDir
    Path folder;

    private WindowDriver opened(String language, String... onlyFiles) throws Exception {
        OpenedConsole console = new OpenedConsole(folder.resolve("store"));
        if (onlyFiles.length == 0) {
            console.importSample();
        } else {
            for (String file : onlyFiles) {
                console.session.importFiles(
                        List.of(Path.of("assets/sample-feeds").resolve(file)),
                        new ImportOptions(OpenedConsole.PARIS, null, false),
                        ImportListener.none());
            }
        }
        WindowDriver window = new WindowDriver(console, language.equals("fr") ? Locale.FRANCE : Locale.UK);
        window.startCounting();
        return window;
    }

    private static void onClipboard(String text) {
        WindowDriver.onScreen(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static String clipboard() {
        return WindowDriver.onScreen(
                () -> Objects.toString(Clipboard.getSystemClipboard().getString(), ""));
    }

    /** Every word that a part of the window shows. */
    private static String words(Node part) {
        return WindowDriver.onScreen(() -> {
            Set<Node> labels = part.lookupAll(".label");
            return labels.stream().map(n -> ((Labeled) n).getText()).collect(Collectors.joining("\n"));
        });
    }

    /** What the list says of a message: which came late is seen before one is opened. */
    private static String stateOf(WindowDriver window, String subject) {
        return WindowDriver.onScreen(() -> window.table("#address-messages").lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(row -> row.getItem() instanceof MessageRow m && subject.equals(m.subject()))
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> Objects.toString(((Labeled) cell).getText(), ""))
                .filter(text -> text.contains("·"))
                .findFirst()
                .orElse(""));
    }

    private static int orderRow(WindowDriver window) {
        TableView<MessageRow> list = window.table("#address-messages");
        for (int i = 0; i < list.getItems().size(); i++) {
            if (ORDER.equals(list.getItems().get(i).subject())) {
                return i;
            }
        }
        throw new AssertionError("the order is not there");
    }

    private static void personIsThere(WindowDriver window, String language) {
        assertThat(stateOf(window, ORDER))
                .isEqualTo(language.equals("fr") ? "Livré · 3 essais" : "Delivered · 3 tries");
        assertThat(window.text("#address-title")).isEqualTo(Planted.CLAIRE);
        assertThat(window.text("#address-total")).isEqualTo(Planted.CLAIRE_MESSAGES + " messages");
        assertThat(window.text("#address-validity")).contains(language.equals("fr") ? "Valide" : "Valid");
        assertThat(window.text("#address-subscription")).contains(language.equals("fr") ? "Abonné" : "Subscribed");
    }

    private static void paneExplains(WindowDriver window, String language) {
        assertThat(window.text("#story-headline"))
                .contains(language.equals("fr") ? "Livré" : "Delivered")
                .contains("3");
        String pane = words(window.node("#message-pane", Node.class));
        assertThat(pane)
                .contains(language.equals("fr") ? "Il avait été reporté avant cela" : "It was put off before that");
        assertThat(pane).contains(language.equals("fr") ? "Signalé comme ouvert le" : "Reported as opened on");
        assertThat(pane).contains("09:05:41", "250 2.0.0");
        assertThat(pane)
                .contains(language.equals("fr") ? "n'est pas visible d'ici" : "Nobody can see the inbox from here");
    }

    private static void timelineTells(WindowDriver window) {
        String timeline = words(window.node("#timeline", Node.class));
        assertThat(timeline).contains("08:01:07", "08:01:12", "08:21:30", "09:05:41", "20 min", "44 min", "421 4.7.0");
        assertThat(timeline).doesNotContain("08:00:51", "08:00:24");
        assertThat(window.text("#message-copies")).startsWith("2 copies");
        assertThat(window.text("#message-title")).contains(ORDER, Planted.CLAIRE);
    }

    private static void sentenceIsWhole(String language) {
        assertThat(clipboard()).contains(ORDER, Planted.CLAIRE, "08:01:07 +01:00", "09:05:41 +01:00", "250 2.0.0 OK");
        assertThat(clipboard()).contains(language.equals("fr") ? "après 2 reports" : "after 2 deferrals");
        assertThat(clipboard())
                .as("the ticket asks why it came late")
                .contains(
                        language.equals("fr")
                                ? "accepté par Orange le 14 mars 2026 à 09:05:41"
                                : "accepted by Orange on 14 March 2026 at 09:05:41")
                .contains(
                        language.equals("fr")
                                ? "Cause du retard\u00a0: Trop de messages à la fois."
                                : "Cause of the delay: Too many messages at once.");
        assertThat(clipboard())
                .as("a mail that was opened is not said to be out of sight")
                .contains(
                        language.equals("fr")
                                ? "Signalé comme ouvert le 14 mars 2026"
                                : "Reported as opened on 14 March 2026")
                .doesNotContain(language.equals("fr") ? "visible d'ici" : "cannot be seen");
        assertThat(clipboard().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void byKeyboardAlone(String language) throws Exception {
        try (WindowDriver window = opened(language)) {
            onClipboard(Planted.CLAIRE);
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.act(() -> window.node("#find", TextField.class).paste());
            window.press(KeyCode.ENTER);
            personIsThere(window, language);
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> "address-messages".equals(window.focused().getId()));
            int row = orderRow(window);
            for (int i = 0; i < row; i++) {
                window.press(KeyCode.DOWN);
            }
            paneExplains(window, language);
            window.press(KeyCode.ENTER);
            timelineTells(window);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            sentenceIsWhole(language);
            assertThat(window.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            personIsThere(window, language);
            assertThat(window.console.troubles).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void byMouse(String language) throws Exception {
        try (WindowDriver window = opened(language)) {
            onClipboard(Planted.CLAIRE);
            window.point(window.node("#find", TextField.class));
            window.act(() -> window.node("#find", TextField.class).paste());
            window.point(window.anywhere("#find-suggestions").lookupAll(".list-cell").stream()
                    .filter(n -> Objects.toString(n.getAccessibleText(), "").startsWith(Planted.CLAIRE))
                    .findFirst()
                    .orElseThrow());
            personIsThere(window, language);
            int row = orderRow(window);
            window.pointRow("#address-messages", row);
            paneExplains(window, language);
            window.pointAt("#story-open");
            timelineTells(window);
            window.pointAt("#message-copy");
            window.pointItem(language.equals("fr") ? "Phrase" : "Ticket sentence");
            sentenceIsWhole(language);
            assertThat(window.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
            assertThat(window.console.troubles).isEmpty();
        }
    }

    /** In French an appearance is called like a person: Enter must open the person. */
    @Test
    void aPersonComesBeforeAnActOfTheSameName() throws Exception {
        try (WindowDriver window = opened("fr")) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.act(() -> window.node("#find", TextField.class).setText("claire"));
            @SuppressWarnings("unchecked")
            ListView<Suggestion> list = (ListView<Suggestion>) window.anywhere("#find-suggestions");
            assertThat(list.getItems().stream().map(Suggestion::text))
                    .containsExactly(Planted.CLAIRE, "Apparence claire", "claire");
            window.press(KeyCode.ENTER);
            personIsThere(window, "fr");
        }
    }

    @Test
    void aMistypedAddressIsAnsweredWhileItIsTyped() throws Exception {
        try (WindowDriver window = opened("en")) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.startCounting();
            String mistyped = Planted.CLAIRE.replace("example", "exmaple");
            window.act(() -> window.node("#find", TextField.class).setText(mistyped));
            @SuppressWarnings("unchecked")
            ListView<Suggestion> list = (ListView<Suggestion>) window.anywhere("#find-suggestions");
            assertThat(list.getItems().get(0).detail()).startsWith("no event with this address");
            assertThat(list.getItems().get(1).text()).isEqualTo(Planted.CLAIRE);
            assertThat(list.getItems().get(1).detail()).isEqualTo("similar address · 14 messages");
            assertThat(window.clicks()).isZero();
            window.press(KeyCode.ENTER);
            assertThat(words(window.node("#address-similar", Node.class))).contains("Similar");
            assertThat(WindowDriver.<Boolean>onScreen(() ->
                            javafx.stage.Window.getWindows().stream().anyMatch(javafx.stage.Popup.class::isInstance)))
                    .as("the list lies over the answer")
                    .isFalse();
        }
    }

    /** One feed alone gives the same answer, and what it does not hold is said. */
    @ParameterizedTest
    @CsvSource({"sendgrid-activity.csv,Votre commande 8841", "ses-events.ndjson.gz,Votre commande 8840"})
    void oneFeedAloneGivesTheSameAnswer(String file, String subject) throws Exception {
        try (WindowDriver window = opened("en", file)) {
            window.press(KeyCode.CONTROL, KeyCode.K);
            window.act(() -> window.node("#find", TextField.class).setText(Planted.CLAIRE));
            window.press(KeyCode.ENTER);
            TableView<MessageRow> list = window.table("#address-messages");
            int row = 0;
            while (!subject.equals(list.getItems().get(row).subject())) {
                row++;
            }
            int chosen = row;
            window.act(() -> list.getSelectionModel().clearAndSelect(chosen));
            window.act(list::requestFocus);
            assertThat(window.text("#story-headline")).startsWith("Delivered");
            assertThat(window.text("#address-subscription")).contains("Unknown");
            window.press(KeyCode.ENTER);
            assertThat(window.console.troubles).isEmpty();
            assertThat(window.text("#message-title")).contains(subject);
            if (subject.equals(ORDER)) {
                assertThat(words(window.node("#timeline", Node.class))).contains("20 min", "44 min", "09:05:41");
            }
            assertThat(window.node("#message-why", Label.class).getText()).contains("Nobody can see the inbox");
            assertThat(window.console.troubles).isEmpty();
        }
    }
}
