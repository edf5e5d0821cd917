package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Place;
import dev.rebound.domain.Rejection;
import dev.rebound.insight.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing in the window: recognised, counted, unreadable lines shown, taken back. */
class ImportsTest {
    /** So many readable lines that one unreadable line is no reason to ask. */
    private static final String OPENS = IntStream.range(0, 20)
            .mapToObj(n -> """
                    {"email":"anna@example.com","timestamp":%d,"event":"open","sg_event_id":"o%d","sg_message_id":"m1"}
                    """.formatted(1773389000 + n, n))
            .collect(Collectors.joining());

    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openAnEmptyStore() throws Exception {
        window = new WindowDriver(new OpenedConsole(folder.resolve("store")));
        Path file = Files.writeString(folder.resolve("events.json"), """
                {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
                {"email":"anna@example.com" broken}
                {"email":"anna@example.com","timestamp":1773388860,"event":"delivered","response":"250 OK","sg_event_id":"e2","sg_message_id":"m1"}
                """ + OPENS);
        window.console.filesToRead.add(file);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    @Test
    void aFileIsImportedByKeyboardAndItsUnreadableLineIsShown() {
        window.press(KeyCode.CONTROL, KeyCode.O);
        TableView<?> now = window.table("#imports-now");
        assertThat(now.getItems()).hasSize(1);
        window.act(() -> now.getSelectionModel().select(0));
        TableView<Rejection> rejections = window.table("#rejections");
        assertThat(rejections.getItems())
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isEqualTo(2));
        assertThat(window.console.session.picture().messages().size()).isEqualTo(1);
        String why = window.text("#import-why");
        window.select("#imports-before", 0);
        assertThat(window.text("#import-why"))
                .as("kept with the import")
                .isEqualTo(why)
                .contains("SendGrid");
    }

    /** Whoever made the file gets all of its unreadable lines; for one that is not stored it is read for them once more. */
    @Test
    void unreadableLinesAreSavedWhole() throws Exception {
        Path stored = folder.resolve("stored.csv");
        window.console.fileToWrite = Optional.of(stored);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.select("#imports-before", 0);
        window.click("#save-unreadable");
        Path torn = Files.writeString(folder.resolve("torn.json"), OPENS + "{\"torn\n".repeat(150));
        window.console.filesToRead.clear();
        window.console.filesToRead.add(torn);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.press(KeyCode.ESCAPE);
        Path withheld = folder.resolve("withheld.csv");
        window.console.fileToWrite = Optional.of(withheld);
        window.select("#imports-now", 0);
        window.click("#save-unreadable");
        assertThat(Files.readAllLines(stored)).hasSize(2).first().isEqualTo("file,part,line,reason,text");
        assertThat(Files.readAllLines(stored).getLast()).contains("events.json", ",2,", "anna@example.com");
        assertThat(Files.readAllLines(withheld)).hasSizeGreaterThan(100);
        assertThat(Files.getPosixFilePermissions(stored)).hasSize(2);
    }

    @Test
    void aFileOfWhichMuchCannotBeReadIsStoredWhenThePersonSaysSo() throws Exception {
        Path torn = Files.writeString(
                folder.resolve("torn.json"), OPENS.lines().limit(9).collect(Collectors.joining("\n")) + "\n{\"torn\n");
        window.console.filesToRead.clear();
        window.console.filesToRead.add(torn);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.table("#imports-before").getItems()).isEmpty();
        assertThat(window.console.session.picture().events().size()).isZero();
        window.press(KeyCode.ENTER);
        assertThat(window.console.session.picture().events().size())
                .as("Enter alone stores nothing")
                .isZero();
        window.click("#answer-withheld");
        window.click("#sheet-ok");
        assertThat(window.console.session.picture().events().size()).isEqualTo(9);
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
    }

    @Test
    void whatWasCopiedIsImportedByOneKeyAndLeavesNoFileBehind() throws Exception {
        Set<Path> before = pasted();
        window.act(() -> Clip.copy(
                "{\"email\":\"ben@example.com\",\"timestamp\":1773388800,\"event\":\"bounce\",\"type\":\"bounce\","
                        + "\"reason\":\"550 no such user\",\"sg_event_id\":\"e7\",\"sg_message_id\":\"m7\"}"));
        window.press(KeyCode.CONTROL, KeyCode.V);
        TableView<?> now = window.table("#imports-now");
        assertThat(now.getItems()).hasSize(1);
        assertThat(pasted()).isEqualTo(before);
        assertThat(window.console.session.picture().addresses().invalid())
                .singleElement()
                .satisfies(a -> assertThat(a.address()).isEqualTo("ben@example.com"));
    }

    private static Set<Path> pasted() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(f -> String.valueOf(f.getFileName()).startsWith("rebound-pasted-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatIsCopiedAndNoExportIsRefusedWithASentence() {
        window.act(() -> Clip.copy("Good morning"));
        window.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(window.table("#imports-now").getItems()).hasSize(1);
        assertThat(window.console.session.picture().messages().size()).isZero();
    }

    @Test
    void whereOneTypesOnePastes() {
        window.act(() -> Clip.copy("anna@example.com"));
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.table("#imports-now").getItems()).hasSize(1);
    }

    /** A file is looked at before anything of it is stored; what is let go leaves nothing, what is wanted is imported as seen. */
    @Test
    void aFileIsSeenBeforeItIsImported() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.act(() -> window.node("#check-only", CheckBox.class).fire());
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.text("#preview-told"))
                .contains("23 records", "13 March 2026", "Send: 1", "Delivery: 1", "Opened: 20");
        assertThat(window.text("#preview-change")).startsWith("It would add 22 events; none is known already.");
        assertThat(window.text("#import-why")).contains("for certain", "sg_event_id");
        assertThat(window.table("#preview-events").getItems()).hasSize(20);
        window.click("#tab-unreadable");
        assertThat(window.table("#rejections").getItems()).hasSize(1);
        assertThat(window.console.session.picture().events().size()).isZero();
        window.click("#discard-ready");
        assertThat(window.table("#imports-now").getItems()).isEmpty();
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.click("#choose-reader");
        window.click("#sheet-ok");
        assertThat(window.table("#imports-now").getItems())
                .as("checked once more")
                .hasSize(1);
        assertThat(window.text("#import-why")).contains("because this reader was chosen", "sg_event_id");
        window.click("#import-ready");
        assertThat(window.console.session.picture().events().size()).isEqualTo(22);
        assertThat(window.table("#imports-now").getItems()).hasSize(1);
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
    }

    /** Nothing says imported of what was only checked, and nothing is counted twice. */
    @Test
    void whatWasCheckedSaysSoAndIsChosenOnceItIsImported() throws Exception {
        Path events = window.console.filesToRead.removeFirst();
        window.console.filesToRead.add(Files.writeString(folder.resolve("letter.txt"), "Good morning\n"));
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.act(() -> window.node("#check-only", CheckBox.class).fire());
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.table("#imports-now").getItems()).hasSize(1);
        assertThat(window.text("#only-troubled")).isEqualTo("Only the one not imported");
        window.console.filesToRead.set(0, events);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.words()).contains("checked, nothing stored yet").doesNotContain("imported");
        window.click("#import-ready");
        TableView<?> now = window.table("#imports-now");
        assertThat(now.getItems()).hasSize(2);
        assertThat(now.getSelectionModel().getSelectedItem())
                .isEqualTo(now.getItems().getFirst());
        assertThat(window.node("#only-troubled", ToggleButton.class).isVisible())
                .as("nothing of this job failed")
                .isFalse();
        assertThat(now.lookupAll(".import-unread"))
                .as("a line of it is unreadable")
                .hasSize(1);
    }

    @Test
    void anImportIsTakenBack() {
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.act(() -> window.table("#imports-before").getSelectionModel().select(0));
        window.act(() -> window.node("#undo-import", Button.class).fire());
        assertThat(window.table("#imports-before").getItems()).isEmpty();
        assertThat(window.console.session.picture().messages().size()).isZero();
    }

    /** What a job brought can be looked at, and taken back whole, from where its end is told; and that can be taken back too. */
    @Test
    void theEndOfAnImportOffersToShowWhatItBroughtAndToTakeItBack() throws Exception {
        Files.writeString(folder.resolve("more.json"), event("m3"));
        window.console.filesToRead.add(folder.resolve("more.json"));
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.act(() -> offered("Show what changed").fire());
        assertThat(window.table("#messages").getItems()).hasSize(23);
        window.act(() -> offered("Undo").fire());
        assertThat(window.console.session.picture().events().size()).isZero();
        assertThat(window.console.session.imports()).isEmpty();
        window.act(() -> offered("Import again").fire());
        assertThat(window.console.session.imports()).hasSize(2);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.words().stream().filter("Undo"::equals))
                .as("nothing new, nothing more to take back")
                .isEmpty();
        window.act(() -> ((Button) window.node(".toasts", VBox.class).lookupAll(".button").stream()
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .fire());
        assertThat(window.words().stream().filter("Undo"::equals))
                .as("what could be taken back before still can")
                .hasSize(1);
    }

    private Button offered(String name) {
        return window.node(".toasts", VBox.class).lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> name.equals(b.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** What is taken back by mistake comes again from its file; where that is gone it is asked first. */
    @Test
    void anImportTakenBackIsMadeAgainFromItsFileAndAskedForWhereThatIsGone() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.select("#imports-before", 0);
        window.click("#undo-import");
        assertThat(window.table("#imports-before").getItems()).isEmpty();
        window.click(".toast .button");
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
        Files.delete(window.console.filesToRead.getFirst());
        window.select("#imports-before", 0);
        window.click("#undo-import");
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
        window.click("#sheet-ok");
        assertThat(window.table("#imports-before").getItems()).isEmpty();
    }

    /** Files that were not imported can be looked at alone, those of one name say their folder, and order stays. */
    @Test
    void amongManyFilesTheFailedAndTheSameNamedAreFound() throws Exception {
        Path monday = Files.createDirectories(folder.resolve("monday"));
        Path tuesday = Files.createDirectories(folder.resolve("tuesday"));
        Files.writeString(monday.resolve("events.json"), event("m1") + event("m2"));
        Files.writeString(tuesday.resolve("events.json"), event("m1"));
        for (int n = 10; n < 22; n++) {
            Files.writeString(
                    tuesday.resolve("more" + n + ".json"), event("n" + n).repeat(n));
        }
        Files.writeString(tuesday.resolve("notes.json"), "{\"hello\":\"you\"}\n");
        window.console.filesToRead.clear();
        window.console.filesToRead.addAll(List.of(monday, tuesday));
        window.press(KeyCode.CONTROL, KeyCode.O);
        TableView<?> now = window.table("#imports-now");
        assertThat(cells(now, 1)).contains("events.json · " + folder.getFileName() + "/monday", "more10.json");
        TableView<?> stored = window.table("#imports-before");
        window.act(() -> sortByFifth(stored));
        List<String> seen = cells(stored, 5);
        assertThat(seen.subList(0, 3)).containsExactly("20", "19", "18");
        window.select("#imports-before", 0);
        window.click("#undo-import");
        assertThat(cells(stored, 5)).as("the list stays in its order").isEqualTo(seen.subList(1, seen.size()));
        window.click("#only-troubled");
        assertThat(cells(now, 1)).containsExactly("notes.json");
    }

    private static <R> void sortByFifth(TableView<R> table) {
        TableColumn<R, ?> column = table.getColumns().get(5);
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private static <R> List<String> cells(TableView<R> table, int column) {
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row -> String.valueOf(table.getColumns().get(column).getCellData(row)))
                .toList();
    }

    private static String event(String message) {
        return """
                {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"%1$s","sg_message_id":"%1$s"}
                """.formatted(message);
    }

    @Test
    void timesWithoutAZoneAreAskedForAndTheFirstRowShowsTheAnswer() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("assets/sample-feeds/sendgrid-activity.csv"));
        Path bare = Files.write(
                folder.resolve("activity.csv"),
                rows.subList(0, 20).stream()
                        .map(r -> r.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)Z", "$1 $2"))
                        .toList());
        window.console.filesToRead.clear();
        window.console.filesToRead.add(bare);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.act(() -> window.node("#check-only", CheckBox.class).fire());
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.text("#sheet-ok")).as("it stores nothing").isEqualTo("Check");
        window.press(KeyCode.ESCAPE);
        window.act(() -> window.node("#check-only", CheckBox.class).fire());
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.text("#sheet-ok")).isEqualTo("Import");
        assertThat(window.text("#zone-moment-0")).contains("12 March 2026 08:00:01 +01:00");
        window.act(() -> window.<java.time.ZoneId>choice("#zone-choice").setValue(OpenedConsole.PARIS));
        assertThat(window.text("#zone-moment-0")).contains("12 March 2026 07:00:01 +01:00");
        window.act(() -> window.<java.time.ZoneId>choice("#zone-choice").setValue(java.time.ZoneOffset.UTC));
        window.click("#sheet-ok");
        assertThat(window.table("#imports-now").getItems()).hasSize(1);
        assertThat(window.console.session.picture().dataStart())
                .isEqualTo(java.time.Instant.parse("2026-03-12T07:00:01Z"));
        window.select("#imports-before", 0);
        window.click("#read-again");
        window.act(() -> window.<java.time.ZoneId>choice("#again-zone").setValue(OpenedConsole.PARIS));
        window.click("#sheet-ok");
        assertThat(window.console.session.picture().dataStart())
                .as("read once more in the other zone")
                .isEqualTo(java.time.Instant.parse("2026-03-12T06:00:01Z"));
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
        window.act(() -> offered("Undo").fire());
        assertThat(window.console.session.picture().dataStart())
                .as("taking the reading back brings what was before")
                .isEqualTo(java.time.Instant.parse("2026-03-12T07:00:01Z"));
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.table("#imports-now").getItems()).hasSize(2);
        assertThat(window.table("#imports-before").getItems()).hasSize(1);
    }

    @Test
    void aTableThatNobodyKnowsIsMappedOnceAndTheNextOneIsRecognised() throws Exception {
        Path first = Files.writeString(
                folder.resolve("versand.csv"),
                "who,when,what\na@example.com,3/4/2026 10:00,sent\nb@example.com,3/4/2026 10:01,bounced hard\n");
        Path second =
                Files.writeString(folder.resolve("next.csv"), "who,when,what\nc@example.com,5/4/2026 10:00,sent\n");
        window.console.filesToRead.clear();
        window.console.filesToRead.add(first);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.act(() -> window.table("#imports-now").getSelectionModel().select(0));
        window.click("#map-columns");
        assertThat(window.node("#mapping-save", Button.class).isDisabled()).isTrue();
        window.act(() -> window.<String>choice("#mapping-address").setValue("who"));
        window.act(() -> window.<String>choice("#mapping-time").setValue("when"));
        window.act(() -> window.<String>choice("#mapping-kind").setValue("what"));
        assertThat(window.text("#mapping-missing")).contains("the day or the month");
        window.act(() -> window.<String>choice("#mapping-dates").setValue("dmy"));
        assertThat(window.text("#mapping-first")).contains("3 April 2026");
        window.click("#mapping-save");
        assertThat(window.console.session.picture().messages().size()).isEqualTo(2);
        window.console.filesToRead.clear();
        window.console.filesToRead.add(second);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.console.session.picture().messages().size()).isEqualTo(3);
    }

    @Test
    void whatIsWrongWithAFileIsSaidInTheLanguageOfTheWindow() throws Exception {
        Path nobody = Files.writeString(folder.resolve("noise.txt"), "nothing that anybody exports\n");
        window.close();
        OpenedConsole console = new OpenedConsole(folder.resolve("french"));
        window = new WindowDriver(console, java.util.Locale.FRANCE);
        window.console.filesToRead.add(nobody);
        window.press(KeyCode.CONTROL, KeyCode.O);
        var table = window.table("#imports-now");
        String said = String.valueOf(table.getColumns().getLast().getCellData(0));
        assertThat(said).isEqualTo("non reconnu");
        assertThat(window.text("#import-told"))
                .startsWith("noise.txt n'est")
                .doesNotContain("recognised", "The ", "This ");
    }

    @Test
    void coverageOfAnswersAloneSaysThatTheSendsAreMissing() {
        window.act(() -> Clip.copy("{\"email\":\"ben@example.com\",\"timestamp\":1773388800,\"event\":\"delivered\","
                + "\"sg_event_id\":\"e8\",\"sg_message_id\":\"m8\"}"));
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.click("#tab-coverage");
        assertThat(window.text("#no-sends")).contains("no sends");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.act(() -> window.node("#typed-sends", TextField.class).setText("1,000"));
        assertThat(window.text("#typed-rest")).startsWith("Of 999 of them these files tell nothing");
        window.click("#typed-delivered");
        assertThat(window.table("#messages").getItems()).hasSize(1);
    }

    /** What a file told though it was known is listed, in the imports and beside the message. */
    @Test
    void eventsThatWereKnownAreListed() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.O);
        String withoutId =
                "{\"email\":\"anna@example.com\",\"timestamp\":1773389900,\"event\":\"click\",\"sg_message_id\":\"m1\"}\n";
        Path again = Files.writeString(folder.resolve("again.json"), OPENS + withoutId.repeat(2));
        window.console.filesToRead.clear();
        window.console.filesToRead.add(again);
        window.press(KeyCode.CONTROL, KeyCode.O);
        Hyperlink seen = window.node("#imports-before", TableView.class).lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(l -> "21".equals(l.getText()) && l.getStyleClass().contains("seen-again"))
                .findFirst()
                .orElseThrow();
        window.act(seen::fire);
        assertThat(cells(window.table("#repeated"), 0)).containsExactly("Opened", "Clicked");
        assertThat(cells(window.table("#repeated"), 2)).containsOnly("anna@example.com");
        assertThat(window.words())
                .contains("21 events were told again")
                .anyMatch(w -> w.startsWith("One of them is a probable duplicate"));
        window.click("#tab-probable");
        assertThat(cells(window.table("#repeated"), 4)).containsExactly("what it tells");
        window.press(KeyCode.ESCAPE);
        Picture picture = window.console.session.picture();
        window.open(new Place.Message(picture.key(0), new Place.Activity("")));
        window.click("#message-copies-show");
        assertThat(cells(window.table("#repeated"), 5))
                .allSatisfy(file -> assertThat(String.valueOf(file)).startsWith("again.json, imported"));
        assertThat(window.console.session.imports().getLast().duplicates()).isEqualTo(21);
    }
}
