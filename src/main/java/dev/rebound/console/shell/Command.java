package dev.rebound.console.shell;

/** An act of the window by its name, as the find box offers it. */
record Command(String icon, String name, Runnable act) {}
