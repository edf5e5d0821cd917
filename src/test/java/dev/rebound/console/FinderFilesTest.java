package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Files that macOS gives to the running program, by the event that the toolkit hears there. */
class FinderFilesTest {
    private Application.EventHandler toolkit = new Application.EventHandler();

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        toolkit = WindowDriver.onScreen(() -> Application.GetApplication().getEventHandler());
    }

    @AfterEach
    void asItWas() {
        WindowDriver.onScreen(() -> {
            Application.GetApplication().setEventHandler(toolkit);
            return true;
        });
    }

    private static void open(String... files) {
        Application system = Application.GetApplication();
        system.getEventHandler().handleOpenFilesAction(system, System.nanoTime(), files);
    }

    @Test
    void filesThatComeBeforeTheWindowWaitForItAndLaterOnesGoToIt() {
        List<Path> read = new ArrayList<>();
        WindowDriver.onScreen(() -> {
            FinderFiles files = FinderFiles.heard();
            open("/exports/a.avro", "/exports/b.csv");
            assertThat(read).isEmpty();
            files.to(read::addAll);
            assertThat(read).containsExactly(Path.of("/exports/a.avro"), Path.of("/exports/b.csv"));
            open("/mails/c.eml");
            return true;
        });
        assertThat(read).last().isEqualTo(Path.of("/mails/c.eml"));
    }

    @Test
    void everyOtherEventStillReachesTheToolkit() {
        List<String> heard = new ArrayList<>();
        WindowDriver.onScreen(() -> {
            Application system = Application.GetApplication();
            system.setEventHandler(new Application.EventHandler() {
                @Override
                public void handleQuitAction(Application application, long time) {
                    heard.add("quit");
                }

                @Override
                public void handlePreferencesChanged(Map<String, Object> preferences) {
                    heard.add("preferences");
                }

                @Override
                public void handleDidBecomeActiveAction(Application application, long time) {
                    heard.add("active");
                }
            });
            FinderFiles.heard();
            Application.EventHandler ours = system.getEventHandler();
            ours.handleQuitAction(system, 0);
            ours.handlePreferencesChanged(Map.of());
            ours.handleDidBecomeActiveAction(system, 0);
            return true;
        });
        assertThat(heard).containsExactly("quit", "preferences", "active");
    }
}
