package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rebound.console.activity.LogRow;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.MaskedText;
import dev.rebound.console.kit.Motion;
import dev.rebound.console.kit.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log under the pointer: facets with held keys, the drawn span of time, frozen columns; what is remembered and hidden. */
class LogByHandTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        window = WindowDriver.onSample(folder);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private String filter() {
        return window.text("#activity-filter");
    }

    private Node facet(String begin) {
        return WindowDriver.onScreen(() -> window.node(".facets", Node.class).lookupAll(".facet-value").stream()
                .filter(n -> String.valueOf(n.getAccessibleText()).startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no facet " + begin)));
    }

    private void fire(
            Node node, javafx.event.EventType<MouseEvent> type, double x, int clicks, boolean ctrl, boolean alt) {
        window.act(() -> {
            Bounds box = node.localToScene(node.getBoundsInLocal());
            double at = box.getMinX() + x;
            double y = box.getMinY() + box.getHeight() / 2;
            node.fireEvent(new MouseEvent(
                    type,
                    x,
                    box.getHeight() / 2,
                    at,
                    y,
                    MouseButton.PRIMARY,
                    clicks,
                    false,
                    ctrl,
                    alt,
                    false,
                    true,
                    false,
                    false,
                    false,
                    true,
                    true,
                    null));
        });
    }

    @Test
    void aFacetIsKeptAddedAndLeftOutWithHeldKeys() {
        window.open(new Place.Activity("campaign:\"Spring Sale 2026\""));
        fire(facet("Blocked"), MouseEvent.MOUSE_CLICKED, 5, 1, false, false);
        assertThat(filter()).isEqualTo("campaign:\"Spring Sale 2026\" is:blocked");
        fire(facet("Dropped"), MouseEvent.MOUSE_CLICKED, 5, 1, true, false);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(50);
        fire(facet("Outlook"), MouseEvent.MOUSE_CLICKED, 5, 1, false, true);
        assertThat(filter()).contains("-provider:Outlook");
        assertThat(window.<LogRow>table("#messages").getItems())
                .noneMatch(r -> r.message().provider().equals("Outlook"))
                .isNotEmpty();
    }

    @Test
    void aSpanOfTimeIsDrawnOnTheBarsAndTakenAwayByADoubleClick() {
        window.open(new Place.Activity("campaign:\"Spring Sale 2026\" is:soft"));
        Node bars = window.node(".time-bars", Node.class);
        double width = bars.getBoundsInLocal().getWidth();
        int all = window.<LogRow>table("#messages").getItems().size();
        fire(bars, MouseEvent.MOUSE_PRESSED, width * 0.02, 1, false, false);
        fire(bars, MouseEvent.MOUSE_DRAGGED, width * 0.3, 1, false, false);
        fire(bars, MouseEvent.MOUSE_RELEASED, width * 0.3, 1, false, false);
        assertThat(filter()).contains("time:2026-03-13T12:00..");
        assertThat(window.<LogRow>table("#messages").getItems()).isNotEmpty().hasSizeLessThan(all);
        fire(bars, MouseEvent.MOUSE_CLICKED, width * 0.5, 2, false, false);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(all);
        theMenuOfABarCopiesLeavesOutAndKeeps(bars, all);
    }

    private void theMenuOfABarCopiesLeavesOutAndKeeps(Node bars, int all) {
        window.act(() -> bars.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 3, 20, 3, 20, false, new PickResult(bars, 3, 20))));
        window.takeItem("chart-copy");
        String copied =
                WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("13 Mar 12:00 – 13 Mar ").contains(" +01:00: ", "Soft bounced");
        window.act(bars::requestFocus);
        window.pressItem(".time-bars", "time-leaveout");
        int others = window.<LogRow>table("#messages").getItems().size();
        assertThat(filter()).contains("-time:2026-03-13T12:00..");
        assertThat(others).isPositive().isLessThan(all);
        window.open(new Place.Activity("campaign:\"Spring Sale 2026\" is:soft"));
        window.act(bars::requestFocus);
        window.press(KeyCode.HOME);
        window.pressItem(".time-bars", "chart-keep");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(all - others);
        assertThat(window.node("#pinned", Node.class).isVisible()).isTrue();
    }

    @Test
    void frozenColumnsStayWhereTheyAreAndAreFrozenAgainAtTheNextStart() {
        window.open(new Place.Activity("is:soft"));
        TableColumn<LogRow, ?> campaign = window.<LogRow>table("#messages").getColumns().stream()
                .filter(c -> "campaign".equals(c.getId()))
                .findFirst()
                .orElseThrow();
        window.act(() -> {
            campaign.getContextMenu().getOnShowing().handle(null);
            campaign.getContextMenu().getItems().stream()
                    .filter(i -> String.valueOf(i.getText()).startsWith("Freeze"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        List<Node> frozen = WindowDriver.onScreen(
                () -> List.copyOf(window.node("#messages", Node.class).lookupAll(".column-header.frozen")));
        assertThat(frozen).hasSize(3);
    }

    @Test
    void whereASplitWasDrawnIsRemembered() throws Exception {
        window.open(new Place.Cases());
        window.open(new Place.Address("claire.d@orange.example.com"));
        SplitPane split = (SplitPane)
                window.node("#address-messages", Node.class).getParent().getParent();
        window.act(() -> split.setDividerPositions(0.3));
        fire(split, MouseEvent.MOUSE_RELEASED, 4, 1, false, false);
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> window.console.session.ownSettings().containsKey("console.split.address"));
        assertThat(Double.parseDouble(window.console.session.ownSettings().get("console.split.address")))
                .isCloseTo(0.3, within(0.01));
    }

    @Test
    void maskedAddressesAreHiddenInTheFilterToo() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        window.open(new Place.Activity("to:claire.d@orange.example.com"));
        TextField field = window.node("#activity-filter", TextField.class);
        assertThat(field.getText()).contains("claire.d@orange");
        List<String> shown = WindowDriver.onScreen(() -> field.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(n -> ((Text) n).getText())
                .toList());
        assertThat(shown).contains("to:c•••••••@o•••••••••••••.com");
        window.act(() -> {
            field.selectAll();
            field.copy();
        });
        assertThat(WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("to:c…d@o…e.com");
        assertThat(MaskedText.of("is:soft to:(a@b, anna@example.org)")).isEqualTo("is:soft to:(a@b, a•••@e••••••.org)");
        assertThat(window.words()).noneMatch(w -> w.contains("claire.d"));
    }

    @Test
    void motionIsLessWhereItIsWantedAndKept() {
        Look still = Look.usual().moving(Motion.LESS);
        assertThat(Look.of(still.settings())).isEqualTo(still);
        assertThat(WindowDriver.onScreen(Motion.LESS::isReduced)).isTrue();
        assertThat(WindowDriver.onScreen(Motion.USUAL::isReduced)).isFalse();
        window.open(new Place.Settings());
        window.click("#motion-less");
        assertThat(WindowDriver.onScreen(
                        () -> window.node("#settings", Node.class).getScene().getStylesheets()))
                .anyMatch(s -> s.startsWith("data:text/css")
                        && new String(
                                        java.util.Base64.getDecoder().decode(s.substring(s.indexOf(',') + 1)),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .contains("indeterminate"));
    }
}
