package dev.rebound.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier searches are those that were meant, not what stood in the field on the way to them. */
class SearchHistoryTest {
    @TempDir
    Path folder;

    private QuietDesk quiet;
    private SearchHistory history;

    @BeforeEach
    void open() throws Exception {
        quiet = new QuietDesk(folder);
        history = new SearchHistory(quiet.desk.remembered());
    }

    @AfterEach
    void close() throws Exception {
        quiet.close();
    }

    @Test
    void whatWasTypedOnTheWayIsNotKept() {
        history.typed("is:so");
        history.typed("is:soft ");
        history.typed("is:soft domain:orange.fr");
        assertThat(history.texts()).containsExactly("is:soft domain:orange.fr");
        history.add("is:soft domain:orange.fr tries:>3");
        assertThat(history.texts()).containsExactly("is:soft domain:orange.fr tries:>3");
    }

    @Test
    void whatWasMeantStaysThoughMoreIsTypedAfterIt() {
        history.add("is:soft");
        history.typed("is:soft");
        history.typed("is:soft domain:orange.fr");
        history.typed("anna@example.com");
        assertThat(history.texts()).containsExactly("is:soft", "is:soft domain:orange.fr", "anna@example.com");
        assertThat(new SearchHistory(quiet.desk.remembered()).texts()).isEqualTo(history.texts());
    }

    @Test
    void aTextThatCannotBeReadIsNotKept() {
        ActivityModel model = new ActivityModel(quiet.desk);
        model.textProperty().set("reason:");
        model.leave();
        model.textProperty().set("is:sof");
        model.remember();
        assertThat(model.history()).isEmpty();
    }
}
