package dev.rebound.console.shell;

/**
 * A view or an act of the window by its name, as the find box offers it.
 *
 * @param goes whether it only goes somewhere; what does something comes after what is found in the data, so that Enter on
 *     a person's name never does something else
 */
record Command(String icon, String name, boolean goes, Runnable act) {}
