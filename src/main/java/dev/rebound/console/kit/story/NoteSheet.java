package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.MessageKey;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** Asks for the operator's own words about a message; empty ones take the note away. */
public final class NoteSheet {
    private final Desk desk;
    private final MessageKey message;
    private final @Nullable String before;

    /** About a message and the note it has. */
    public NoteSheet(Desk desk, MessageKey message, @Nullable String before) {
        this.desk = desk;
        this.message = message;
        this.before = before;
    }

    /** Shows the sheet. */
    public void open() {
        TextArea text = new TextArea(before == null ? "" : before);
        text.setId("note-text");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        text.setAccessibleText(desk.text("note.title"));
        new Sheet(desk, desk.text("note.title"), 520, text, Sheet.sentence(desk.text("note.words")))
                .deciding(
                        "mdi2n-note-edit-outline",
                        desk.text("note.keep"),
                        () -> keep(text.getText().strip()))
                .open(text);
    }

    private void keep(String words) {
        boolean gone = words.isEmpty();
        if (gone && before == null) {
            return;
        }
        desk.changes()
                .make(
                        desk.text(gone ? "note.removed" : "note.kept"),
                        Map.of(DataSettings.NOTE + message.text(), gone ? Optional.empty() : Optional.of(words)));
    }
}
