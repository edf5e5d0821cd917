package dev.rebound.console.settings;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Appearance;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.KeyField;
import dev.rebound.console.kit.keys.KeyList;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.console.kit.keys.KeyNames;
import dev.rebound.console.kit.keys.Stop;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Which keys do what, and other keys for it. Nothing changes before the person keeps it. */
final class KeysSheet {
    private final Desk desk;
    private final Appearance appearance;
    private final KeyMap draft;
    private final Map<KeyAct, String> names = new EnumMap<>(KeyAct.class);
    private final TableView<KeyAct> acts = new TableView<>();
    private final Label refusal = Sheet.sentence("");
    private final KeyField field = new KeyField(this::take);

    KeysSheet(Desk desk, Appearance appearance) {
        this.desk = desk;
        this.appearance = appearance;
        draft = new KeyMap(desk.remembered().all(KeyMap.PREFIX));
        names.putAll(KeyList.acts(desk.words()));
        for (Stop view : Stop.numbered()) {
            names.put(view.keys(), desk.text("keys.change.view", view.ordinal() + 1, desk.text(view.title())));
        }
        acts.setId("key-acts");
        acts.getItems().setAll(KeyAct.values());
        acts.getColumns().add(Columns.text(desk.text("keys.change.does"), 460, names::get));
        acts.getColumns().add(Columns.text(desk.text("keys.change.keys"), 155, this::keys));
        acts.setPrefHeight(320);
        acts.getSelectionModel().selectFirst();
        acts.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> say(""));
        field.setId("new-keys");
        field.setPromptText(desk.text("keys.change.press"));
        field.setPrefColumnCount(12);
        refusal.setId("keys-refusal");
        refusal.getStyleClass().add(Styles.DANGER);
        say("");
    }

    void open() {
        Button usual = new Button(desk.text("keys.change.usual"));
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setId("usual-keys");
        usual.setOnAction(e -> give(null));
        Button all = new Button(desk.text("keys.change.allusual"));
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setId("all-usual-keys");
        all.setOnAction(e -> {
            for (KeyAct act : KeyAct.values()) {
                draft.put(act, null);
            }
            acts.refresh();
            say("");
        });
        HBox line = new HBox(8, field, usual, all);
        line.setAlignment(Pos.CENTER_LEFT);
        new Sheet(
                        desk,
                        desk.text("keys.change.heading"),
                        680,
                        Sheet.sentence(desk.text("keys.change.words")),
                        acts,
                        line,
                        refusal)
                .deciding("mdi2c-check", desk.text("keys.change.keep"), this::keep)
                .open(acts);
    }

    private String keys(KeyAct act) {
        return KeyNames.of(draft.of(act), desk.words());
    }

    private void take(KeyCombination keys) {
        KeyAct act = acts.getSelectionModel().getSelectedItem();
        if (act == null) {
            return;
        }
        Optional<KeyMap.Refusal> refused = draft.refusal(act, keys);
        if (refused.isPresent()) {
            String code = refused.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String holder = draft.holder(keys).map(names::get).orElse("");
            say(desk.text("keys.refused." + code, KeyNames.of(keys, desk.words()), holder));
        } else {
            give(keys);
        }
    }

    /** Gives the chosen act other keys; null for the usual ones, unless another act took those. */
    private void give(@Nullable KeyCombination keys) {
        KeyAct act = acts.getSelectionModel().getSelectedItem();
        if (act == null) {
            return;
        }
        if (keys == null && draft.isOwn(act)) {
            take(act.usual());
            return;
        }
        draft.put(act, keys);
        acts.refresh();
        say("");
    }

    private void say(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
        KeyAct act = acts.getSelectionModel().getSelectedItem();
        field.setText(act == null ? "" : keys(act));
    }

    private void keep() {
        Map<String, Optional<String>> kept = new HashMap<>();
        for (KeyAct act : KeyAct.values()) {
            kept.put(
                    KeyMap.PREFIX + act.code(),
                    draft.isOwn(act) ? Optional.of(KeyMap.name(draft.of(act))) : Optional.empty());
        }
        desk.remembered().putAll(kept, () -> {
            appearance.pressed();
            desk.notices().tell(desk.text("keys.change.done"));
        });
    }
}
