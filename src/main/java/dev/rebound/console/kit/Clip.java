package dev.rebound.console.kit;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The clipboard, as text or image. The screen's thread only. */
public final class Clip {
    private Clip() {}

    /** Puts a text there. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts an image there. */
    public static void copy(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The text that is there; empty where there is none. */
    public static String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }
}
