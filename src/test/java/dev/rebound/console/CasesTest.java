package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.MadePack;
import dev.rebound.console.kit.Place;
import dev.rebound.sample.Planted;
import dev.rebound.store.ImportRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case from its question to what moved after the data changed, by keyboard. */
class CasesTest {
    @TempDir
    Path folder;

    @TempDir
    Path written;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder);
        window = new WindowDriver(console);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private CaseFile only() throws Exception {
        List<CaseFile> all = CaseText.all(window.console.session.ownSettings());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void aCaseKeepsItsFiguresPinsAndNotesAndSaysWhatMoved() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        window.click("#case-new");
        window.type("#new-case-name", "Spring gap");
        window.type("#new-case-filter", "campaign:\"" + Planted.SPRING + "\"");
        window.press(KeyCode.ENTER);
        assertThat(Objects.requireNonNull(only().figures()).count("gap")).isEqualTo(Planted.SPRING_GAP);
        assertThat(window.text("#case-moved")).startsWith("Nothing moved since");

        window.open(new Place.Activity("is:open campaign:\"" + Planted.SPRING + "\""));
        window.act(() -> window.table("#messages").getSelectionModel().clearAndSelect(0));
        window.press(KeyCode.CONTROL, KeyCode.M);
        window.press(KeyCode.ENTER);
        assertThat(only().pins()).hasSize(1);
        assertThat(only().pinned(window.console.session.picture())).hasSize(1);
        window.open(new Place.Activity("case:\"Spring gap\" is:pinned"));
        assertThat(window.table("#messages").getItems()).hasSize(1);

        window.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        window.act(() -> window.node("#case-notes", TextArea.class).setText("four are **open**"));
        window.click("#case-save");
        assertThat(only().notes()).isEqualTo("four are **open**");

        // The deliveries of the hour of the send, and the services that tell them too, go away again.
        for (ImportRun run : window.console.session.imports()) {
            String path = run.source().path();
            if (path.contains("Delivery/date=2026-03-13-08") || !path.contains("braze-currents")) {
                WindowDriver.onScreen(() -> window.console.session.undo(run.id()));
            }
        }
        window.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        assertThat(window.text("#case-moved")).startsWith("Moved since").contains("→", "adds up");
        window.click("#case-read");
        assertThat(window.text("#case-moved")).startsWith("Nothing moved since");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.console.troubles).isEmpty();
    }

    @Test
    void aCaseThatIsDroppedOnTheWindowIsOpenedAndItsNotesReadAsWritten() throws Exception {
        CaseFile given = CaseFile.begun("9", "Gap of a colleague", "", "is:open", null, Planted.NOW)
                .said("Gap of a colleague", "", false, "Outlook refused **29**\nand `421` came late", Planted.NOW);
        Path file = Files.writeString(written.resolve("case.json"), CaseText.of(given));
        window.open(new Place.Activity("is:soft"));
        try (Drag drag = new Drag(window.shell().getScene(), List.of(file))) {
            assertThat(drag.drop()).isTrue();
        }
        assertThat(only().name()).isEqualTo("Gap of a colleague");
        assertThat(window.table("#cases").getItems()).hasSize(1);
        assertThat(window.words()).contains("29", "421").noneMatch(w -> w.contains("**"));
        window.click("#case-notes-edit");
        window.act(() -> window.node("#case-notes", TextArea.class).appendText(", all of them"));
        window.click("#case-save");
        assertThat(only().notes()).endsWith("came late, all of them");
    }

    @Test
    void aCaseIsGivenToAColleagueWithoutAnybodysAddress() throws Exception {
        window.open(new Place.Cases());
        window.click("#case-new");
        window.type("#new-case-name", "One person");
        window.type("#new-case-filter", "to:claire.d@orange.example.com");
        window.press(KeyCode.ENTER);
        Path file = written.resolve("case.json");
        window.console.fileToWrite = Optional.of(file);
        MenuButton give = window.node("#case-export", MenuButton.class);
        window.act(() -> give.getItems().getFirst().fire());
        assertThat(Files.readString(file))
                .contains("\"rebound\" : \"case\"", "One person")
                .doesNotContain("claire.d");

        window.console.filesToRead.add(file);
        window.click("#case-import");
        assertThat(CaseText.all(window.console.session.ownSettings())).hasSize(2);
    }

    @Test
    void messagesOfTheMenuOfACellAndOneAddressArePinnedToANewCase() throws Exception {
        window.open(new Place.Activity("is:open campaign:\"" + Planted.SPRING + "\""));
        window.act(() -> window.table("#messages").getSelectionModel().clearAndSelect(0));
        window.act(() -> window.table("#messages").requestFocus());
        window.pressItem("#messages", "menu-pin");
        assertThat(window.text("#new-case-holds")).isEqualTo("Pins 1 message to a new case.");
        window.click("#new-case-view");
        window.type("#new-case-question", "Why so long?");
        window.type("#new-case-name", "Still open");
        window.press(KeyCode.ENTER);
        assertThat(only().pins()).hasSize(1);
        assertThat(only().filter()).isEmpty();
        assertThat(Objects.requireNonNull(only().figures()).count("sends")).isEqualTo(1);

        window.open(new Place.Cases());
        assertThat(window.text("#case-moved")).startsWith("Nothing moved since");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(window.words())
                .contains("1 message")
                .anyMatch(w -> w.contains("The case asks: Why so long?"))
                .anyMatch(w -> w.contains("1 message was chosen by hand"));
        window.click("#evidence-scope-1");
        assertThat(window.words())
                .contains(Planted.SPRING_OPEN + " messages")
                .noneMatch(w -> w.contains("chosen by hand"));
        window.click("#evidence-cancel");

        window.open(new Place.Address("claire.d@orange.example.com"));
        window.click("#address-pin");
        window.click("#sheet-ok");
        assertThat(only().kept().addresses()).containsExactly("claire.d@orange.example.com");
        window.open(new Place.Cases());
        assertThat(window.words()).contains("claire.d@orange.example.com");
    }

    @Test
    void thePackThatIsMadeOfACaseIsListedInIt() throws Exception {
        window.open(new Place.Cases());
        window.click("#case-new");
        window.type("#new-case-name", "Blocked");
        window.type("#new-case-filter", "is:blocked");
        window.press(KeyCode.ENTER);
        window.console.fileToWrite = Optional.of(written.resolve("blocked.zip"));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        window.click("#evidence-save");
        assertThat(only().kept().packs()).extracting(MadePack::file).containsExactly("blocked.zip");
        assertThat(window.words()).anyMatch(w -> w.startsWith("blocked.zip"));
    }
}
