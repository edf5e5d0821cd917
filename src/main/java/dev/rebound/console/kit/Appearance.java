package dev.rebound.console.kit;

import java.util.Locale;

/** How the program appears to the person, and how that is changed. The screen's thread only. */
public interface Appearance {
    /** How the windows look. */
    Look look();

    /** Makes the windows look otherwise; kept for the next start. */
    void wear(Look look);

    /** Speaks another language; the person stays where they are. */
    void speak(Locale locale);

    /** Builds the windows anew with the keys that are kept now; the person stays where they are. */
    void pressed();

    /** Whether addresses are masked on the screen and in copies. */
    boolean isMasked();

    /** Masks addresses, or shows them; the person stays where they are. */
    void mask(boolean wanted);
}
