package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.domain.Validity;
import dev.rebound.insight.Incident;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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
        window = WindowDriver.onSample(folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void oneIncidentItsRowsItsAddressesItsPackAndItsResendListWithinTwelveClicks() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        Incident first = window.<Incident>table("#incidents").getItems().getFirst();
        assertThat(first.provider()).isEqualTo("Outlook");
        assertThat(first.messages()).hasSize(37);
        assertThat(first.campaigns()).hasSize(3);
        assertThat(first.esps()).hasSize(2);
        assertThat(first.differences().getFirst().value()).isEqualTo("pool-a");
        assertThat(window.<Incident>table("#incidents").getItems().stream()
                        .filter(i -> i.kind() == Incident.Kind.REFUSED))
                .as("the wave that was only delayed is no refusal")
                .hasSize(1);
        assertThat(window.node("#incident-pattern", Labeled.class).getText()).contains("block list (S3150)");
        assertThat(window.text("#incident-heading")).isEqualTo("Outlook refused mail, the last 20 min ago");

        window.press(KeyCode.ENTER);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(37);

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.click("#incident-questionable");
        assertThat(window.<LogRow>table("#messages").getItems())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.message().validity()).isEqualTo(Validity.QUESTIONABLE));

        window.press(KeyCode.ALT, KeyCode.LEFT);
        Path pack = folder.resolve("incident.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.click("#incident-evidence");
        for (String chosen : new String[] {"#evidence-esp", "#evidence-en", "#evidence-masked"}) {
            assertThat(window.node(chosen, RadioButton.class).isSelected())
                    .as(chosen)
                    .isTrue();
        }
        assertThat(String.join(" ", window.words())).contains("all times in UTC", "37 messages were sent");
        window.press(KeyCode.ENTER);
        byte[] saved = Files.readAllBytes(pack);
        assertThat(saved).hasSizeLessThan(1 << 20);
        assertThat(summary(pack))
                .contains(
                        "Evidence: Outlook, 14 March 2026 08:10–10:39 UTC",
                        "14 March 2026 08:10",
                        "37",
                        "192.0.2.21",
                        "S3150",
                        "SHA-256")
                .doesNotContain("@outlook.example.com");

        window.click("#incident-resend");
        assertThat(window.text("#resend-sum")).startsWith("Adds up: 37 −");
        assertThat(window.clicks()).isLessThanOrEqualTo(12);
        window.press(KeyCode.ESCAPE);
        assertThat(window.focused().getId()).isEqualTo("incident-resend");

        window.click("#incident-evidence");
        window.press(KeyCode.ENTER);
        assertThat(Files.readAllBytes(pack)).as("saved again").isEqualTo(saved);
        assertThat(window.console.troubles).isEmpty();
    }

    /** A sending service is handed what it sent itself; the other one's messages are not its business. */
    @Test
    void aPackForASendingServiceCanHoldItsOwnMessagesAlone() throws Exception {
        Path pack = folder.resolve("sendgrid.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.click("#incident-evidence");
        FlowPane services = window.node("#evidence-services", FlowPane.class);
        assertThat(services.isVisible()).isTrue();
        assertThat(services.getChildren().stream().map(b -> ((RadioButton) b).getText()))
                .containsExactly("all of them", "SendGrid", "Amazon SES");
        window.act(() -> ((RadioButton) services.getChildren().get(1)).fire());
        assertThat(String.join(" ", window.words())).contains("31 messages were sent");
        window.act(() -> window.node("#evidence-customer", RadioButton.class).fire());
        assertThat(services.isVisible()).isFalse();
        assertThat(String.join(" ", window.words())).contains("37 messages were sent");
        window.act(() -> window.node("#evidence-esp", RadioButton.class).fire());
        window.press(KeyCode.ENTER);
        assertThat(summary(pack))
                .contains("10:39 UTC, SendGrid", "SendGrid (31)")
                .doesNotContain("Amazon SES");
        assertThat(window.console.troubles).isEmpty();
    }

    private static String summary(Path pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("summary.md")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anIncidentThatIsNoneIsTakenOffTheListAndBack() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.click("#incident-dismiss");
        assertThat(window.<Incident>table("#incidents").getItems()).noneMatch(i -> i.kind() == Incident.Kind.REFUSED);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.<Incident>table("#incidents").getItems()).anyMatch(i -> i.kind() == Incident.Kind.REFUSED);
        assertThat(window.console.troubles).isEmpty();
    }
}
