package dev.rebound.console.shell;

import dev.rebound.console.kit.Appearance;
import dev.rebound.console.kit.Theme;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import java.util.Optional;

/** What the window asks of the program around it. */
public interface ProgramActs extends Appearance {
    /** Shows the sample data beside the person's own. */
    void openSample();

    /** Goes back to the person's own data. */
    void leaveSample();

    /** Dresses the windows in a theme. */
    default void wear(Theme theme) {
        wear(look().in(theme));
    }

    /** Builds the windows anew, after the data was replaced as a whole, and says so in them. */
    void replaced(String sentence);

    /** What names the folder of this window's data at the next start; nothing does for the sample. */
    Optional<DataFolder> places();

    /** Where the system keeps passwords. */
    KeyStore keyStore();

    /** Opens another window on the same data, at the same place. */
    void openWindow();

    /** Closes this window; the last one ends the program. */
    void quit();
}
