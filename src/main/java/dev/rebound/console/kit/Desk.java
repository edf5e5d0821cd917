package dev.rebound.console.kit;

import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.console.kit.keys.KeyNames;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.words.Words;
import javafx.beans.value.ObservableValue;

/**
 * What a view works with.
 *
 * @param session the opened store; asked in the background only, except for its newest picture
 * @param picture the newest picture, changing on the screen's thread
 * @param navigator takes the person elsewhere
 * @param notices tells the person something that fades
 * @param changes what the person decided here, to be taken back
 * @param sheets what stands over the views for a while
 * @param pins parts of a filter that hold in every view
 * @param remembered what the window keeps from one start to the next
 * @param keys the keys of the window's acts
 */
public record Desk(
        Session session,
        ObservableValue<Picture> picture,
        Background background,
        Words words,
        Formats formats,
        Navigator navigator,
        FileChoice files,
        Notices notices,
        Changes changes,
        Sheets sheets,
        Pins pins,
        Remembered remembered,
        KeyMap keys) {

    /** A text of the console. */
    public String text(String key, Object... values) {
        return words.of(key, values);
    }

    /** The keys of an act, as this language calls them. */
    public String keysOf(KeyAct act) {
        return KeyNames.of(keys.of(act), words);
    }

    /** Puts a text on the clipboard, with addresses masked where they are masked on the screen. */
    public void copy(String text) {
        Clip.copy(person(text));
    }

    /** An address as it may be seen now; a hash by its beginning, whole where one points at it and in copies. */
    public String address(String address) {
        return isHash(address) ? new EmailAddress(address).shown() : person(address);
    }

    /** Whether a source gave a hash in place of an address. */
    public static boolean isHash(String address) {
        return EmailAddress.isPresent(address) && new EmailAddress(address).isHashed();
    }

    /** A text that may hold addresses, as it may be seen now. */
    public String person(String text) {
        return formats.person(text);
    }
}
