package dev.rebound.console.shell;

import dev.rebound.console.kit.Theme;
import java.util.Locale;

/** What the window asks of the program around it. */
public interface ProgramActs {
    /** Shows the sample data beside the person's own. */
    void openSample();

    /** Goes back to the person's own data. */
    void leaveSample();

    /** Dresses the window. */
    void wear(Theme theme);

    /** Speaks another language. */
    void speak(Locale locale);

    /** Ends the program. */
    void quit();
}
