package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.MessageKey;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks for the operator's own words about a message or an address; empty ones take the note away. */
public final class NoteSheet {
    private final Desk desk;
    private final String about;
    private final String setting;
    private final @Nullable String before;

    private NoteSheet(Desk desk, String about, String setting, @Nullable String before) {
        this.desk = desk;
        this.about = about;
        this.setting = setting;
        this.before = before;
    }

    /** About a message and the note it has. */
    public static NoteSheet message(Desk desk, MessageKey message, @Nullable String before) {
        return new NoteSheet(desk, desk.text("note.title"), DataSettings.NOTE + message.text(), before);
    }

    /** About an address and the note it has. */
    public static NoteSheet address(Desk desk, String address, @Nullable String before) {
        return new NoteSheet(
                desk,
                desk.text("note.address.title", desk.person(address)),
                DataSettings.ADDRESS_NOTE + new EmailAddress(address).key(),
                before);
    }

    /** A note as it is read, under an id. */
    public static Label told(String note, String id, Desk desk) {
        Label said = new Label(desk.person(note), new FontIcon("mdi2n-note-text-outline"));
        said.setId(id);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("note");
        return said;
    }

    /** Shows the sheet. */
    public void open() {
        TextArea text = new TextArea(before == null ? "" : desk.person(before));
        text.setId("note-text");
        // What is kept is the note itself, never its masked words.
        text.setEditable(before == null || !desk.formats().isMasked());
        text.setPrefRowCount(5);
        text.setWrapText(true);
        text.setAccessibleText(about);
        new Sheet(desk, about, 520, text, Sheet.sentence(desk.text("note.words")))
                .deciding("mdi2n-note-edit-outline", desk.text("note.keep"), () -> {
                    if (text.isEditable()) {
                        keep(text.getText().strip());
                    }
                })
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
                        Map.of(setting, gone ? Optional.empty() : Optional.of(words)));
    }
}
