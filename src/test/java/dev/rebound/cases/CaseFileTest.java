package dev.rebound.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFileTest {
    private static final Instant NOW = Instant.parse("2026-03-14T11:00:00Z");
    private static final Figures READ =
            new Figures(NOW, 100, NOW, Map.of("sends", 10L, "gap", 4L, "delivered", 6L, "open", 4L));

    private static CaseFile example() {
        return CaseFile.begun("7", "Spring \"gap\"", "Where are 4?", "campaign:\"Spring Sale 2026\"", READ, NOW)
                .said("Spring gap", "Where are 4?", true, "# Found\nfour still open", NOW)
                .pinning(List.of(new Pin("anna@example.com", null, "d1", NOW, null)), NOW)
                .viewing("is:open", NOW);
    }

    @Test
    void aCaseIsFoundAgainAsItWasKept() {
        CaseFile c = example();
        assertThat(CaseText.read("7", CaseText.of(c))).contains(c);
        assertThat(CaseText.all(Map.of("case.7", CaseText.of(c), "case.8", "broken", "other", "x")))
                .containsExactly(c);
        assertThat(CaseText.freshId(List.of(c))).isEqualTo("8");
    }

    @Test
    void whatMovedIsToldInTheOrderOfTheAccountAndNothingElse() {
        Figures now = new Figures(NOW, 200, NOW, Map.of("sends", 10L, "gap", 1L, "delivered", 9L, "soft_bounced", 1L));
        assertThat(READ.movedTo(now))
                .containsExactly(
                        new Figures.Move("gap", 4, 1),
                        new Figures.Move("delivered", 6, 9),
                        new Figures.Move("soft_bounced", 0, 1),
                        new Figures.Move("open", 4, 0));
        assertThat(now.addsUp()).isTrue();
        assertThat(READ.movedTo(READ)).isEmpty();
    }

    @Test
    void aMessageIsPinnedOnce() {
        CaseFile c = example();
        assertThat(c.pinning(c.pins(), NOW).pins()).hasSize(1);
        assertThat(c.without(c.pins().getFirst(), NOW).pins()).isEmpty();
    }
}
