package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Clip;
import dev.rebound.console.shell.Shell;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trouble stays until it is put away, and gives its report to the clipboard without personal data. */
class TroubleReportTest {
    @TempDir
    Path folder;

    private WindowDriver window;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        window = new WindowDriver(new OpenedConsole(folder));
        shell = (Shell)
                window.node("#rail-start", javafx.scene.Node.class).getScene().getRoot();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void trouble(Throwable thrown) {
        window.act(() -> shell.notices().trouble(thrown));
    }

    private String copied() {
        window.click("#trouble-report");
        return WindowDriver.onScreen(Clip::text);
    }

    @Test
    void theReportOfATroubleIsCopiedWithoutPersonalData() {
        trouble(new IllegalStateException("no row for anna@example.com"));
        String report = copied();
        assertThat(report)
                .contains("code: X")
                .contains("IllegalStateException")
                .contains("TroubleReportTest")
                .contains("opened bytes=")
                .doesNotContain("anna")
                .doesNotContain(folder.toString());
        assertThat(window.words()).anyMatch(w -> w.startsWith("The report is on the clipboard"));
    }

    @Test
    void aTroubleOfTheStoreIsSaidWithItsCode() {
        trouble(new StoreException(StoreException.Trouble.DISK_FULL, "The disk is full.", new IOException("x")));
        assertThat(window.words()).contains("The disk is full. (S07)");
        assertThat(copied()).contains("code: S07");
    }

    @Test
    void aTroubleThatRepeatsIsShownOnceAndFewAreShownAtOnce() {
        for (int i = 0; i < 10; i++) {
            trouble(new IllegalStateException("again"));
        }
        assertThat(window.words().stream().filter(w -> w.contains("unexpected")))
                .hasSize(1);
        for (StoreException.Trouble kind : StoreException.Trouble.values()) {
            trouble(new StoreException(kind, "Something.", null));
        }
        int shown = 0;
        while (shown < 10 && window.words().stream().anyMatch(w -> w.startsWith("Something."))) {
            assertThat(window.words().stream().filter(w -> w.startsWith("Something.")))
                    .as("one at a time")
                    .hasSize(1);
            window.act(() -> putAway(window.node(".toast", HBox.class)));
            shown++;
        }
        assertThat(shown).as("the newest few, one behind the other").isEqualTo(3);
    }

    private static void putAway(HBox toast) {
        ((Button) toast.getChildren().getLast()).fire();
    }
}
