package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.domain.Validity;
import dev.rebound.insight.Incident;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Outlook refuses us since this morning", in the window: one incident, its rows, its questionable addresses. */
class IncidentTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = new OpenedConsole(folder);
        console.importSample();
        window = new WindowDriver(console);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void oneIncidentOpensItsRowsAndItsQuestionableAddresses() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        Incident first = window.<Incident>table("#incidents").getItems().getFirst();
        assertThat(first.provider()).isEqualTo("Outlook");
        assertThat(first.messages()).hasSize(37);
        assertThat(first.campaigns()).hasSize(3);
        assertThat(window.<Incident>table("#incidents").getItems().stream()
                        .filter(i -> i.kind() == Incident.Kind.REFUSED))
                .hasSize(1);

        assertThat(window.focused().getId()).isEqualTo("incidents");
        window.press(KeyCode.ENTER);
        assertThat(window.console.troubles).isEmpty();
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(37);

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.act(window.node("#incident-questionable", Button.class)::fire);
        assertThat(window.<LogRow>table("#messages").getItems())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.message().validity()).isEqualTo(Validity.QUESTIONABLE));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.node("#incident-pattern", Labeled.class).getText()).contains("block list");
        window.click("#incident-resend");
        assertThat(window.text("#resend-sum")).startsWith("Adds up: 37 −");
        window.press(KeyCode.ESCAPE);
        assertThat(window.focused().getId()).isEqualTo("incident-resend");

        Path pack = folder.resolve("incident.zip");
        window.console.fileToWrite = java.util.Optional.of(pack);
        window.click("#incident-evidence");
        assertThat(window.text("#evidence-preview")).contains("UTC").contains("37");
        window.press(KeyCode.ENTER);
        assertThat(pack).exists().isNotEmptyFile();
        assertThat(window.console.session.picture().incidents()).isNotEmpty();

        window.click("#incident-dismiss");
        assertThat(window.<Incident>table("#incidents").getItems()).noneMatch(i -> i.kind() == Incident.Kind.REFUSED);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.<Incident>table("#incidents").getItems()).anyMatch(i -> i.kind() == Incident.Kind.REFUSED);
        assertThat(window.clicks()).isLessThanOrEqualTo(12);
        assertThat(window.console.troubles).isEmpty();
    }
}
