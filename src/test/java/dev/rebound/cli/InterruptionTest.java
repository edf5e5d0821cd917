package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command that is stopped is never silent about it. */
class InterruptionTest {
    @Test
    void aCommandThatGivesNoReportOfItsOwnIsSaidToBeCancelled() {
        List<String> said = new ArrayList<>();
        new Interruption(() -> said.add("cancelled"), code -> said.add("ends with " + code)).giveUp();
        assertThat(said).containsExactly("cancelled", "ends with 4");
    }

    @Test
    void oneThatReportsByItselfIsWaitedForAndSpeaksAlone() {
        List<String> said = new ArrayList<>();
        Interruption interruption =
                new Interruption(() -> said.add("cancelled"), code -> said.add("ends with " + code));
        interruption.isHeeded(() -> {
            said.add("gives up");
            interruption.endsWith(4);
        });
        interruption.giveUp();
        assertThat(interruption.isAsked()).isTrue();
        assertThat(said).containsExactly("gives up", "ends with 4");
    }
}
