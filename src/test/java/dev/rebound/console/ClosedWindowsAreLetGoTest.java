package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Place;
import dev.rebound.console.shell.Shell;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that was built anew, and a window that was closed, leave nothing in the memory. */
class ClosedWindowsAreLetGoTest {
    private static final List<Place> EVERYWHERE = List.of(
            new Place.Activity(ActivityModel.LATEST),
            new Place.Campaigns("Spring Sale 2026"),
            new Place.Invalid(Place.Invalid.Tab.SENT_AFTER),
            new Place.Incidents(),
            new Place.Compare(""),
            new Place.Cases(),
            new Place.Data(Place.Data.Part.COVERAGE),
            new Place.Data(Place.Data.Part.STORE),
            new Place.Settings());

    @TempDir
    Path folder;

    private final List<WeakReference<Object>> contents = new ArrayList<>();

    private void remember(WindowDriver window) {
        contents.add(new WeakReference<>(
                (Shell) window.node("#rail-start", Node.class).getScene().getRoot()));
    }

    private long held() {
        for (int i = 0; i < 20 && contents.stream().anyMatch(c -> c.get() != null); i++) {
            System.gc();
            Screen.settle();
        }
        return contents.stream().filter(c -> c.get() != null).count();
    }

    private static void walk(WindowDriver window) {
        EVERYWHERE.forEach(window::open);
    }

    @Test
    void contentThatWasBuiltAnewAndAClosedWindowAreLetGo() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder);
        try (WindowDriver window = new WindowDriver(console)) {
            for (int i = 0; i < 4; i++) {
                walk(window);
                remember(window);
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            }
            // The scene keeps the content before the present one until it draws again.
            assertThat(held()).isLessThanOrEqualTo(1);
            remember(window);
        }
        assertThat(held()).isZero();
    }
}
