package dev.rebound.console;

import com.sun.glass.ui.Application;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The events of the system that JavaFX hears and has no public way to pass on: everything goes on to the toolkit's own
 * handler, and opened files to us. When it is set, the toolkit tells again of the files with which the program was started.
 */
final class ToolkitEvents extends Application.EventHandler {
    private final Application.EventHandler toolkit;
    private final Consumer<String[]> opened;

    private ToolkitEvents(Application.EventHandler toolkit, Consumer<String[]> opened) {
        this.toolkit = toolkit;
        this.opened = opened;
    }

    /** Tells of opened files from now on; the screen's thread only. */
    static void pass(Consumer<String[]> opened) {
        Application application = Application.GetApplication();
        application.setEventHandler(new ToolkitEvents(application.getEventHandler(), opened));
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] files) {
        opened.accept(files);
    }

    @Override
    public void handleQuitAction(Application application, long time) {
        toolkit.handleQuitAction(application, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
        toolkit.handlePreferencesChanged(preferences);
    }

    @Override
    public void handleWillFinishLaunchingAction(Application application, long time) {
        toolkit.handleWillFinishLaunchingAction(application, time);
    }

    @Override
    public void handleDidFinishLaunchingAction(Application application, long time) {
        toolkit.handleDidFinishLaunchingAction(application, time);
    }

    @Override
    public void handleWillBecomeActiveAction(Application application, long time) {
        toolkit.handleWillBecomeActiveAction(application, time);
    }

    @Override
    public void handleDidBecomeActiveAction(Application application, long time) {
        toolkit.handleDidBecomeActiveAction(application, time);
    }

    @Override
    public void handleWillResignActiveAction(Application application, long time) {
        toolkit.handleWillResignActiveAction(application, time);
    }

    @Override
    public void handleDidResignActiveAction(Application application, long time) {
        toolkit.handleDidResignActiveAction(application, time);
    }

    @Override
    public void handleDidReceiveMemoryWarning(Application application, long time) {
        toolkit.handleDidReceiveMemoryWarning(application, time);
    }

    @Override
    public void handleWillHideAction(Application application, long time) {
        toolkit.handleWillHideAction(application, time);
    }

    @Override
    public void handleDidHideAction(Application application, long time) {
        toolkit.handleDidHideAction(application, time);
    }

    @Override
    public void handleWillUnhideAction(Application application, long time) {
        toolkit.handleWillUnhideAction(application, time);
    }

    @Override
    public void handleDidUnhideAction(Application application, long time) {
        toolkit.handleDidUnhideAction(application, time);
    }
}
