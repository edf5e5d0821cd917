package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Choice;
import dev.rebound.report.RowExport;
import dev.rebound.report.RowWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+E writes what is shown, all of it, in the format that is chosen. */
class ExportTest {
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

    @Test
    void theWholeResultIsWrittenWithTheColumnsShownOrAll() throws Exception {
        Path file = written.resolve("soft.csv");
        window.console.fileToWrite = Optional.of(file);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.type("#activity-filter", "is:soft campaign:\"Spring Sale 2026\"");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.press(KeyCode.ENTER);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(121);
        assertThat(lines.getFirst()).isEqualTo("time,address,campaign,state,reason,tries");
        assertThat(Files.readString(RowExport.beside(file)))
                .contains(
                        "is:soft campaign:\"Spring Sale 2026\"",
                        "Europe/Paris",
                        "SHA-256",
                        "users.messages.email.Delivery");
        assertThat(window.console.troubles).isEmpty();

        Path all = written.resolve("soft.ndjson");
        window.console.fileToWrite = Optional.of(all);
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.act(() -> {
            @SuppressWarnings("unchecked")
            Choice<RowWriter> format = (Choice<RowWriter>) window.node("#export-format", Choice.class);
            format.setValue(RowWriter.NDJSON);
            window.node("#export-all", RadioButton.class).setSelected(true);
            window.node("#export-masked", RadioButton.class).setSelected(true);
        });
        window.click("#sheet-ok");
        assertThat(Files.readAllLines(all)).hasSize(120);
        assertThat(Files.readString(all)).contains("\"smtp_code\"").doesNotContain("elena.q60@example.org");
    }
}
