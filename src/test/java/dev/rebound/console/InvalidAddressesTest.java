package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Place;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.Picture;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Did we write to addresses after they were invalidated?", in the window (script T3). */
class InvalidAddressesTest {
    @TempDir
    Path folder;

    private WindowDriver window;
    private Map<String, SubscriptionStatus> statuses = Map.of();

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder.resolve("store"));
        statuses = statuses(console.session.picture());
        window = new WindowDriver(console);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(statuses(window.console.session.picture())).isEqualTo(statuses);
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private static Map<String, SubscriptionStatus> statuses(Picture picture) {
        Map<String, SubscriptionStatus> out = new TreeMap<>();
        for (int a = 0; a < picture.events().dictionaries().addresses().size(); a++) {
            String address = picture.events().dictionaries().addresses().value(a);
            out.put(address, picture.subscription(address));
        }
        return out;
    }

    private TableView<?> list() {
        return window.table("#invalid");
    }

    private List<String> column(String id) {
        TableView<?> list = list();
        var column = list.getColumns().stream()
                .filter(c -> id.equals(c.getId()))
                .findFirst()
                .orElseThrow();
        return Stream.iterate(0, i -> i < list.getItems().size(), i -> i + 1)
                .map(i -> String.valueOf(column.getCellData(i)))
                .toList();
    }

    private List<String> ledger() {
        return window.node("#address-ledger", GridPane.class).getChildren().stream()
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void theAuditTheDoubtsTheMarksAndTheRequestBodiesWithinFifteenClicks() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(list().getItems()).hasSize(Planted.INVALID);
        assertThat(window.text(".note")).contains("does not change the subscription status");

        window.click("#tab-sent_after");
        assertThat(list().getItems()).hasSize(6);
        assertThat(column("split").getFirst()).contains("attempted");
        assertThat(column("split").stream().filter(s -> s.contains("flight"))).hasSize(Planted.AUDIT_IN_FLIGHT);
        assertThat(window.clicks()).as("the audit's answer").isLessThanOrEqualTo(2);

        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        assertThat(ledger()).anyMatch(l -> l.contains("12 March 2026 08:02"));
        window.act(list()::requestFocus);
        assertThat(ledger()).anyMatch(l -> l.contains("13 March 2026 19:30"));
        window.press(KeyCode.ENTER);
        assertThat(window.words()).as("the message's times").anyMatch(w -> w.contains("19:30:00"));

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.click("#tab-questionable");
        assertThat(list().getItems()).hasSize(Planted.QUESTIONABLE);
        assertThat(column("why")).allSatisfy(why -> assertThat(why).isNotBlank());
        assertThat(column("why").stream().filter(w -> w.contains("delivered"))).hasSize(1);

        window.select("#invalid", 0, 1);
        window.click("#mark-valid");
        window.press(KeyCode.ENTER);
        assertThat(list().getItems()).hasSize(4);
        assertThat(window.console.session.picture().addresses().invalid()).hasSize(18);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(list().getItems()).hasSize(6);

        window.click("#tab-all");
        window.type("#invalid-filter", "address.sub:unsubscribed address.valid:no");
        assertThat(column("subscription")).isNotEmpty().allMatch("Unsubscribed"::equalsIgnoreCase);
        assertThat(list().getItems()).hasSize(1);
        assertThat(list().getSelectionModel().getSelectedIndex())
                .as("one row alone is shown at once")
                .isZero();
        assertThat(
                        window
                                .node("#address-pane", javafx.scene.control.ScrollPane.class)
                                .getContent()
                                .lookupAll(".label")
                                .stream()
                                .map(n -> ((Label) n).getText()))
                .anyMatch(t -> t.contains("not changed by this: Unsubscribed"));

        window.act(() -> window.node("#invalid-filter", TextField.class).clear());
        window.act(list()::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(list().getSelectionModel().getSelectedIndices()).hasSize(Planted.INVALID);
        Path bodies = Files.createDirectory(folder.resolve("bodies"));
        window.console.filesToRead.add(bodies);
        window.choose("#invalid-export", 1);
        assertThat(window.text("#bodies-certain")).startsWith("A fact contradicts the bounce of each");
        window.press(KeyCode.ENTER);
        assertThat(bodies.resolve("bounce-remove-001.json")).content().contains("email");
        assertThat(bodies.resolve("bounce-remove-002.json")).doesNotExist();
        assertThat(window.clicks()).as("clicks of the whole script").isLessThanOrEqualTo(15);
    }

    @Test
    void aMarkIsTakenBackAndMadeAgain() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.click("#tab-questionable");
        window.select("#invalid", 0, 1);
        window.click("#mark-valid");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(list().getItems()).hasSize(6);
        assertThat(window.words())
                .as("what is offered no longer is taken away")
                .noneMatch(w -> w.startsWith("2 addresses marked valid"));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(list().getItems()).hasSize(4);
        Path bodies = Files.createDirectory(folder.resolve("freed"));
        window.console.filesToRead.add(bodies);
        window.choose("#invalid-export", 2);
        window.press(KeyCode.ENTER);
        assertThat(Files.readString(bodies.resolve("bounce-remove-001.json")).split("@", -1))
                .as("the two that were marked valid")
                .hasSize(3);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(list().getItems()).hasSize(6);
    }

    @Test
    void twoClicksOpenTheMessageAndOnlyTheDoubtfulNeedBeRemoved() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.click("#tab-sent_after");
        window.pointTwice("#invalid", 0);
        assertThat(window.text("#message-title")).contains("victor.d14@office.test");

        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.click("#tab-all");
        window.pressAll("#invalid");
        Path bodies = Files.createDirectory(folder.resolve("doubtful"));
        window.console.filesToRead.add(bodies);
        window.choose("#invalid-export", 1);
        CheckBox only = window.node("#bodies-only", CheckBox.class);
        String doubtful = Planted.QUESTIONABLE + " addresses in 1 request body";
        assertThat(only.isSelected()).as("what the warning advises").isTrue();
        assertThat(window.text("#sheet-heading")).isEqualTo(doubtful);
        window.act(only::fire);
        assertThat(window.text("#sheet-heading")).isEqualTo(Planted.INVALID + " addresses in 1 request body");
        assertThat(window.text("#bodies-certain")).startsWith("14 of them are certain");
        window.act(only::fire);
        assertThat(window.text("#sheet-heading")).isEqualTo(doubtful);
        window.click("#sheet-ok");
        assertThat(Files.readString(bodies.resolve("bounce-remove-001.json")).split("@", -1))
                .hasSize(Planted.QUESTIONABLE + 1);
    }

    /** Where all chosen ones are in doubt nothing warns, and the body is pasted without a file between. */
    @Test
    void theDoubtfulAreNamedBeforeTheyAreMarkedAndTheirBodyIsCopied() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.click("#tab-questionable");
        window.select("#invalid", 1, 3);
        List<String> chosen = Stream.of(1, 3)
                .map(row -> String.valueOf(list().getColumns().get(1).getCellData(row)))
                .toList();
        window.choose("#invalid-export", 1);
        assertThat(window.text("#bodies-certain")).startsWith("A fact contradicts the bounce of each");
        window.click("#copy-body");
        assertThat(WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("{")
                .contains(chosen)
                .contains("\"email\"");
        window.click("#sheet-close");
        window.click("#mark-valid");
        assertThat(window.text("#marked-addresses").lines()).containsExactlyElementsOf(chosen);
        window.click("#sheet-close");
    }

    @Test
    void theLedgerOfAnEarlierDayIsSmallerAndOneTypoIsFound() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.act(() -> window.node("#as-of", javafx.scene.control.DatePicker.class)
                .setValue(java.time.LocalDate.parse("2026-03-12")));
        assertThat(list().getItems()).hasSizeLessThan(Planted.INVALID).isNotEmpty();
        window.act(() ->
                window.node("#as-of", javafx.scene.control.DatePicker.class).setValue(null));
        assertThat(list().getItems()).hasSize(Planted.INVALID);
        window.click("#tab-typos");
        assertThat(list().getItems()).hasSize(1);
    }

    @Test
    void theChosenAddressesArePinnedToACaseFromTheList() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.select("#invalid", 0, 1, 2);
        window.click("#invalid-case");
        window.type("#new-case-name", "Three addresses");
        window.click("#sheet-ok");
        assertThat(CaseText.all(window.console.session.ownSettings()))
                .singleElement()
                .satisfies(c -> assertThat(c.filter()).isEmpty())
                .satisfies(c -> assertThat(c.kept().addresses()).hasSize(3));
    }

    /** A note on an address stands wherever the address is told, is found by its words, and can be taken back. */
    @Test
    void aNoteOnAnAddressIsReadBesideItAndFound() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.select("#invalid", 5);
        String address = column("address").get(5);
        window.click("#invalid-note");
        window.type("#note-text", "She asked for it by telephone");
        window.click("#sheet-ok");
        assertThat(window.text("#invalid-note-told")).isEqualTo("She asked for it by telephone");
        assertThat(list().getSelectionModel().getSelectedIndex())
                .as("who was chosen stays chosen")
                .isEqualTo(5);
        window.open(new Place.Address(address));
        assertThat(window.text("#address-note-told")).isEqualTo("She asked for it by telephone");
        window.open(new Place.Activity("note:telephone is:noted"));
        assertThat(window.table("#messages").getItems())
                .hasSameSizeAs(window.console.session.picture().messagesOf(address));
        window.select("#messages", 0);
        assertThat(window.text("#story-address-note")).isEqualTo("She asked for it by telephone");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.console.session.picture().addressNote(address)).isNull();
    }

    /** More columns are chosen from a menu and stay chosen; how often an address bounced opens just these events. */
    @Test
    void moreColumnsAreAddedAndKeptAndTheirNumberOpensItsEvents() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        MenuButton columns = window.node("#invalid-columns", MenuButton.class);
        window.act(columns::show);
        assertThat(columns.getItems()).hasSize(9);
        window.act(() -> columns.getItems().forEach(item -> {
            ((CheckMenuItem) item).setSelected(true);
            item.fire();
        }));
        window.act(columns::hide);
        assertThat(visible())
                .endsWith("esp", "reply", "domain", "provider", "bounces", "delivered", "users", "decision", "note");
        assertThat(column("reply")).anyMatch(reply -> reply.contains("S3150"));
        assertThat(column("provider")).contains("Outlook");
        CountColumn<?> bounces = (CountColumn<?>) list().getColumns().stream()
                .filter(c -> "bounces".equals(c.getId()))
                .findFirst()
                .orElseThrow();
        for (int line = 0; line < list().getItems().size(); line++) {
            Place.Activity rows = (Place.Activity) bounces.rowsAt(line);
            assertThat(rowsOf(rows)).as(rows.filter()).isEqualTo((int) bounces.countAt(line));
        }
        window.select("#invalid", 0);
        window.click("#keep-invalid");
        window.click("#sheet-ok");
        assertThat(column("decision").getFirst()).startsWith("kept invalid, ");
        window.click("#tab-contradictions");
        assertThat(visible()).doesNotContain("esp");
        assertThat(window.console.session.ownSettings())
                .containsEntry(
                        "console.invalid.columns",
                        String.join(
                                ",",
                                List.of(
                                        "esp",
                                        "reply",
                                        "domain",
                                        "provider",
                                        "bounces",
                                        "delivered",
                                        "users",
                                        "decision",
                                        "note")));
    }

    private int rowsOf(Place.Activity rows) {
        try {
            return window.console
                    .session
                    .picture()
                    .eventQuestions()
                    .select(FilterParser.parse(rows.filter()))
                    .cardinality();
        } catch (FilterSyntaxException e) {
            throw new AssertionError(rows.filter(), e);
        }
    }

    private List<String> visible() {
        return list().getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }
}
