package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.Picture;
import dev.rebound.report.TicketSentence;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows leave every list for the clipboard by the keys that the list of keys names, and a ticket quotes nobody who said nothing. */
class CopyEverywhereTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        window = WindowDriver.onSample(folder);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private String copied() {
        return WindowDriver.onScreen(Clip::text);
    }

    private List<MenuItem> items(String menu) {
        return WindowDriver.onScreen(() -> Window.getWindows().stream()
                .filter(w -> w instanceof ContextMenu c && menu.equals(c.getId()) && w.isShowing())
                .flatMap(w -> ((ContextMenu) w).getItems().stream())
                .toList());
    }

    private void take(String menu, String item) {
        MenuItem wanted = items(menu).stream()
                .filter(i -> item.equals(i.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + item));
        window.act(() -> {
            wanted.fire();
            wanted.getParentPopup().hide();
        });
    }

    @Test
    void everyListGivesItsRowsAsTheyAreShown() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.act(() -> window.table("#invalid").getSelectionModel().selectRange(0, 2));
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied().lines()).hasSize(3);
        assertThat(copied().lines().findFirst())
                .hasValueSatisfying(l -> assertThat(l).startsWith("Since\tAddress\tReason"));
        assertThat(copied()).contains("@outlook.example.com\tReputation or block list");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        take("copy-as", "Addresses");
        assertThat(copied().lines()).hasSize(2).allMatch(l -> l.matches("\\S+@outlook\\.example\\.com"));
        window.press(KeyCode.SHIFT, KeyCode.F10);
        assertThat(items("row-menu")).extracting(MenuItem::getId).contains("row-copy");
        window.press(KeyCode.ESCAPE);

        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        take("copy-as", "CSV");
        assertThat(copied())
                .contains("Name,Sends,Delivered,Gap,")
                .contains("Spring Sale 2026,2000,1816,184,9.20 %,\"Mailbox full, 84 of 184\",");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).contains("Refused\tOutlook\tReputation or block list");
    }

    @Test
    void theListOfOneAddressGivesTheTicketSentenceInBothLanguages() {
        window.open(new Place.Address("claire.d@orange.example.com"));
        window.act(() -> window.node("#address-messages", javafx.scene.control.TableView.class)
                .requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        take("copy-as", "Ticket sentence");
        assertThat(copied()).startsWith("Sent on ").contains("claire.d@orange.example.com");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        take("copy-as", "Ticket sentence in French");
        assertThat(copied()).startsWith("Envoyé le ").contains("claire.d@orange.example.com");
    }

    @Test
    void noTicketQuotesAServerThatSaidNothing() {
        Picture picture = window.console.session.picture();
        for (Language language : Language.values()) {
            Words words = new Words(language.locale(), ConsoleApp.class);
            List<String> sentences = IntStream.range(0, picture.messages().size())
                    .filter(m -> picture.message(m).row().reply() == null)
                    .mapToObj(m -> TicketSentence.of(picture.message(m), words, OpenedConsole.PARIS))
                    .toList();
            assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(s -> assertThat(s.replaceFirst("(subject|objet) [\"«].*?[\"»] \\(", ""))
                            .doesNotContain("\"", "«", "{"));
        }
    }
}
