package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are dragged onto every view of a real window, as the system tells of it. */
class DraggedOntoTheWindowTest {
    private static final List<Place> VIEWS = List.of(
            new Place.Start(),
            new Place.Activity("is:soft"),
            new Place.Campaigns(""),
            new Place.Invalid(Place.Invalid.Tab.ALL),
            new Place.Incidents(),
            new Place.Cases(),
            new Place.Data(Place.Data.Part.COVERAGE));

    @TempDir
    Path folder;

    @TempDir
    Path exports;

    @Test
    void filesAreTakenWhereverTheyAreDroppedAndOnlyWhereTheyAreWanted() throws Exception {
        try (WindowDriver window = WindowDriver.onSample(folder)) {
            Scene scene = window.shell().getScene();
            Node hint = window.node("#drop-hint", Node.class);
            Path export = Files.writeString(
                    exports.resolve("more.csv"),
                    "event_type,id,time,email_address\nusers.messages.email.Send,dragged-1,1773391200,late@example.com\n");
            for (Place view : VIEWS) {
                window.open(view);
                try (Drag drag = new Drag(scene, List.of(export))) {
                    assertThat(drag.hang()).as("%s", view).isEqualTo(TransferMode.COPY);
                    assertThat(hint.isVisible()).as("%s", view).isTrue();
                }
                assertThat(hint.isVisible()).as("%s", view).isFalse();
            }
            try (Drag text = new Drag(scene, "late@example.com")) {
                assertThat(text.hang()).isNull();
                assertThat(text.drop()).isFalse();
            }

            window.open(new Place.Cases());
            window.click("#case-new");
            try (Drag drag = new Drag(scene, List.of(export))) {
                assertThat(drag.hang()).as("a question stands open").isNull();
                assertThat(hint.isVisible()).isFalse();
                assertThat(drag.drop()).isFalse();
            }
            window.press(KeyCode.ESCAPE);

            int before = window.console.session.imports().size();
            try (Drag drag = new Drag(scene, List.of(exports))) {
                assertThat(drag.drop()).as("a folder").isTrue();
            }
            assertThat(hint.isVisible()).isFalse();
            assertThat(window.console.session.imports()).hasSize(before + 1);
            assertThat(window.console.session.picture().messagesOf("late@example.com"))
                    .hasSize(1);
            assertThat(window.console.troubles).isEmpty();
        }
    }
}
