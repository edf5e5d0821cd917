package dev.rebound.console.kit;

import javafx.scene.layout.Region;

/** What stands over the views for a while; below it the window is out of reach. The screen's thread only. */
public interface Sheets {
    /** Shows a sheet, and puts the cursor where it belongs once it stands there. */
    void open(Region sheet, Runnable focus);

    /** Takes the sheet away and puts the cursor back where it was. */
    void close();
}
