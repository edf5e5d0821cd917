package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.KeyField;
import dev.rebound.console.kit.keys.KeyList;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every act of the keyboard can have other keys; lists, menus and tooltips follow, and nothing gets two acts. */
class OwnKeysTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheKeys() throws Exception {
        window = new WindowDriver(new OpenedConsole(folder));
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.act(window.node("#change-keys", Button.class)::fire);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void choose(KeyAct act) {
        window.act(() -> {
            acts().getSelectionModel().select(act);
            field().requestFocus();
        });
    }

    private TableView<KeyAct> acts() {
        return window.table("#key-acts");
    }

    private KeyField field() {
        return window.node("#new-keys", KeyField.class);
    }

    private String refusal() {
        return window.node("#keys-refusal", Label.class).getText();
    }

    private boolean isFindFocused() {
        return window.node("#find", javafx.scene.Node.class).isFocusWithin();
    }

    @Test
    void otherKeysFindAndTheUsualOnesNoLonger() {
        choose(KeyAct.FIND);
        window.press(KeyCode.CONTROL, KeyCode.J);
        assertThat(field().getText()).isEqualTo("Ctrl+J");
        window.act(window.node("#sheet-ok", Button.class)::fire);
        window.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isFindFocused()).isFalse();
        window.press(KeyCode.CONTROL, KeyCode.J);
        assertThat(isFindFocused()).isTrue();
        assertThat(KeyList.html(new Words(Locale.UK, ConsoleApp.class), new KeyMap(Map.of("find", "Shortcut+J"))))
                .contains("<tr><td>Ctrl+J</td><td>find an address")
                .doesNotContain("Ctrl+K");
        assertThat(window.console.troubles).isEmpty();
    }

    @Test
    void keysOfAnotherActOfEveryProgramOfAFieldOrOfAltGrAreRefusedInWords() {
        choose(KeyAct.FIND);
        window.press(KeyCode.CONTROL, KeyCode.E);
        assertThat(refusal()).isEqualTo("Ctrl+E is taken: export the rows. Give that other keys first.");
        window.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(refusal()).isEqualTo("Ctrl+V means the same in every program.");
        window.press(KeyCode.J);
        assertThat(refusal()).startsWith("J would be typed into a field.");
        window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.J);
        assertThat(refusal()).startsWith("Ctrl with Alt");
        assertThat(field().getText()).isEqualTo("Ctrl+K");
    }

    @Test
    void whatIsNotKeptChangesNothingAndUsualKeysComeBack() {
        choose(KeyAct.EXPORT);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        assertThat(field().getText()).isEqualTo("Ctrl+Shift+X");
        window.act(window.node("#usual-keys", Button.class)::fire);
        assertThat(field().getText()).isEqualTo("Ctrl+E");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        window.act(window.node("#sheet-close", Button.class)::fire);
        window.open(new Place.Settings());
        window.act(window.node("#change-keys", Button.class)::fire);
        choose(KeyAct.EXPORT);
        assertThat(field().getText()).isEqualTo("Ctrl+E");
    }

    @Test
    void noTwoActsHaveTheSameKeysAndEveryActCanKeepItsOwn() {
        KeyMap usual = new KeyMap(Map.of());
        Set<KeyCombination> seen = new HashSet<>();
        for (KeyAct act : KeyAct.values()) {
            assertThat(seen.add(act.usual())).as(act.code()).isTrue();
            assertThat(usual.refusal(act, act.usual())).as(act.code()).isEmpty();
            assertThat(KeyAct.ofCode(act.code())).isEqualTo(act);
            KeyMap kept = new KeyMap(Map.of(act.code(), KeyMap.name(KeyCombination.valueOf("Shortcut+Shift+F9"))));
            assertThat(kept.of(act).getName()).isEqualTo("Shift+Shortcut+F9");
        }
        assertThat(new KeyMap(Map.of("find", "no such keys")).of(KeyAct.FIND)).isEqualTo(KeyAct.FIND.usual());
    }
}
