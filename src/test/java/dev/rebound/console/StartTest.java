package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.Place;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page tells what moved since the person was here last, and the ways back to recent searches. */
class StartTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSampleThatWasLookedAtBefore() throws Exception {
        OpenedConsole console = new OpenedConsole(folder.resolve("store"));
        console.session.putSetting("console.lastvisit", "2026-03-13T18:02:00Z\nopen=402 unexplained=1 uncovered=1");
        console.session.putSetting("console.log.history", "is:blocked\nis:soft reason:\"mailbox full\"");
        console.importSample();
        window = new WindowDriver(console);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    @Test
    void whatMovedIsToldWithItsNumbers() {
        List<String> lines = window.node("#start-moved", Pane.class).lookupAll("*").stream()
                .map(n -> n instanceof Label label ? label.getText() : String.valueOf(n.getAccessibleText()))
                .toList();
        assertThat(lines)
                .anySatisfy(l -> assertThat(l).contains("Since you were here, 13 March 2026 19:02"))
                .anySatisfy(l -> assertThat(l).contains("11,981 new events"))
                .anySatisfy(l -> assertThat(l).contains("402 → 7"))
                .anySatisfy(l -> assertThat(l).contains("Outlook refused mail", "37 messages in 3 campaigns"))
                .noneSatisfy(l -> assertThat(l).contains("Unexplained"));
    }

    /** Something is wrong since this morning: the first page says with whom, and leads there. */
    @Test
    void aRefusalThatMayGoOnIsToldFirst() {
        Hyperlink going = (Hyperlink)
                window.node("#start-going", Pane.class).getChildren().getFirst();
        assertThat(going.getText())
                .isEqualTo(
                        "Outlook has refused messages since 14 Mar 09:10, the last one 20 min ago: Reputation or block list");
        window.act(going::fire);
        assertThat(window.text("#incident-heading")).startsWith("Outlook refused");
    }

    @Test
    void aRecentSearchIsOneClickAway() {
        assertThat(window.node("#recent-0", Hyperlink.class).getText()).isEqualTo("is:soft reason:\"mailbox full\"");
        window.click("#recent-0");
        assertThat(window.node("#activity-filter", TextInputControl.class).getText())
                .isEqualTo("is:soft reason:\"mailbox full\"");
    }

    /** A case that was begun meanwhile is offered first, and is the one that is opened. */
    @Test
    void aRecentCaseIsOneClickAway() throws Exception {
        for (String id : new String[] {"1", "2"}) {
            CaseFile begun =
                    CaseFile.begun(id, "Gap " + id, "", "is:open", null, Planted.NOW.plusSeconds(id.hashCode()));
            window.console.session.putSetting(CaseText.SETTING + id, CaseText.of(begun));
        }
        window.open(new Place.Cases());
        window.open(new Place.Start());
        assertThat(window.node("#recent-case-1", Hyperlink.class).getText())
                .isEqualTo("Case 1: Gap 1 (open, 14 Mar 12:00)");
        window.click("#recent-case-1");
        assertThat(window.node("#case-name", TextInputControl.class).getText()).isEqualTo("Gap 1");
    }

    /** Where the others go on for days the newest export of a source is probably missing. */
    @Test
    void aSourceThatToldNothingForDaysIsSaidToBeSilent() throws Exception {
        Path later = Files.writeString(folder.resolve("later.ndjson"), """
                {"email":"anna@example.com","timestamp":1773748800,"event":"open","sg_event_id":"late1","sg_message_id":"late"}
                """);
        window.console.filesToRead.add(later);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.open(new Place.Start());
        assertThat(window.words())
                .anyMatch("nothing since 14 March 2026 11:51:12 +01:00"::equals)
                .anyMatch("last event 17 March 2026 13:00:00 +01:00"::equals);
    }
}
