package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With addresses masked, no view shows one, in its tables, replies, raw records, tooltips or copies. */
class MaskedEverywhereTest {
    /** Whole addresses, as the sample's people have them; those of servers and senders are nobody's. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{2,}@[\\p{L}\\p{N}-]{2,}(\\.[\\p{L}\\p{N}-]+)+");

    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSampleMasked() throws Exception {
        OpenedConsole console = new OpenedConsole(folder);
        console.importSample();
        window = new WindowDriver(console);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Set<String> addressesShown() {
        return WindowDriver.onScreen(() -> {
            Set<String> found = new TreeSet<>();
            collect(window.node("#rail-start", Node.class).getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, Set<String> found) {
        List<String> texts = new ArrayList<>();
        if (node instanceof javafx.scene.text.Text text) {
            texts.add(text.getText());
        }
        if (node instanceof TextInputControl field) {
            texts.add(String.valueOf(field.getText()));
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(String.valueOf(control.getTooltip().getText()));
        }
        texts.stream().flatMap(t -> ADDRESS.matcher(t).results()).forEach(m -> found.add(m.group()));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> collect(c, found));
        }
    }

    private void chooseFirstRow() {
        window.act(() -> window.node("#rail-start", Node.class).getScene().getRoot().lookupAll(".table-view").stream()
                .filter(t ->
                        t instanceof TableView<?> table && !table.getItems().isEmpty())
                .findFirst()
                .ifPresent(t -> ((TableView<?>) t).getSelectionModel().select(0)));
    }

    @Test
    void noViewShowsAnAddress() {
        List<Place> places = new ArrayList<>(List.of(
                new Place.Start(),
                new Place.Activity(ActivityModel.LATEST),
                new Place.Activity("is:hard"),
                new Place.Activity("is:soft"),
                new Place.Campaigns("Spring Sale 2026"),
                new Place.Incidents(),
                new Place.Compare("Spring Sale 2026"),
                new Place.Cases(),
                new Place.Settings()));
        for (Place.Invalid.Tab tab : Place.Invalid.Tab.values()) {
            places.add(new Place.Invalid(tab));
        }
        for (Place.Data.Part part : Place.Data.Part.values()) {
            places.add(new Place.Data(part));
        }
        List<String> shown = new ArrayList<>();
        for (Place place : places) {
            window.open(place);
            chooseFirstRow();
            addressesShown().forEach(a -> shown.add(place + ": " + a));
        }
        assertThat(shown).isEmpty();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        window.open(new Place.Activity("is:hard"));
        assertThat(addressesShown()).as("unmasked there are some").isNotEmpty();
    }

    @Test
    void whatIsCopiedIsMaskedToo() {
        window.open(new Place.Activity("is:hard"));
        chooseFirstRow();
        window.act(() -> window.table("#messages").requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.C);
        String copied = WindowDriver.onScreen(Clip::text);
        assertThat(copied).isNotBlank();
        assertThat(ADDRESS.matcher(copied).results().map(java.util.regex.MatchResult::group))
                .isEmpty();
    }
}
