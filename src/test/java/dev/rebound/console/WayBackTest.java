package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import dev.rebound.sample.Planted;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back at the top begins where the person came from, and another list is read from its top. */
class WayBackTest {
    @TempDir
    Path folder;

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

    private List<String> way() {
        return window.node("#crumbs", Parent.class).getChildrenUnmodifiable().stream()
                .filter(Labeled.class::isInstance)
                .map(n -> ((Labeled) n).getText())
                .filter(Objects::nonNull)
                .filter(words -> !words.equals("…"))
                .toList();
    }

    @Test
    void itBeginsWhereThePersonCameFrom() {
        window.open(new Place.Incidents());
        window.act(window.node("#incident-questionable", Button.class)::fire);
        assertThat(way().getFirst()).isEqualTo("Incidents");

        window.open(new Place.Invalid(Place.Invalid.Tab.SENT_AFTER));
        window.open(new Place.Address(Planted.CLAIRE));
        assertThat(way()).containsExactly("Invalid addresses", "Sent to after invalidation", Planted.CLAIRE);
        assertThat(window.node("#rail-invalid", ToggleButton.class).isSelected())
                .isTrue();

        window.open(new Place.Campaigns(Planted.SPRING));
        window.open(new Place.Activity("is:soft campaign:\"" + Planted.SPRING + "\""));
        assertThat(way()).containsExactly("Campaigns", Planted.SPRING, "Soft bounced");

        window.act(window.node("#rail-activity", ToggleButton.class)::fire);
        window.open(new Place.Address(Planted.CLAIRE));
        assertThat(way()).containsExactly("Activity log", Planted.CLAIRE);
    }

    @Test
    void anotherListIsReadFromItsTop() {
        window.open(new Place.Activity("is:soft"));
        ScrollPane facets = window.node(".facet-pane", ScrollPane.class);
        window.act(() -> facets.setVvalue(0.7));
        Node value = facets.lookup(".facet-value");
        window.act(() -> javafx.event.Event.fireEvent(
                value,
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        javafx.scene.input.KeyCode.ENTER,
                        false,
                        false,
                        false,
                        false)));
        assertThat(facets.getVvalue())
                .as("who presses a value goes on where it stood")
                .isPositive();
        window.act(() -> facets.setVvalue(0.7));
        window.open(new Place.Activity("is:blocked"));
        assertThat(facets.getVvalue()).isZero();
    }
}
