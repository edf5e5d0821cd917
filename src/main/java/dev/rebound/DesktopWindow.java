package dev.rebound;

import dev.rebound.cli.CommandLineProgram.Window;
import dev.rebound.cli.CommandLineProgram.WindowStart;
import dev.rebound.cli.Terminal;
import dev.rebound.console.ConsoleApp;
import dev.rebound.console.ConsoleStart;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The console's window as the command line sees it. The toolkit is loaded when the window opens, not before. */
final class DesktopWindow implements Window {
    @Override
    public boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || "Headless".equals(System.getProperty("glass.platform"))
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String name) {
        String content = System.getenv(name);
        return content != null && !content.isBlank();
    }

    @Override
    public int open(WindowStart start) {
        int code = new ConsoleStart(
                        start.folder(),
                        start.sample(),
                        start.files(),
                        start.clock(),
                        start.zone(),
                        start.locale(),
                        start.readOnly())
                .run();
        return code == ConsoleStart.RAISED ? RAISED : code;
    }

    @Override
    public int tour(WindowStart start, @Nullable String campaign, Terminal terminal) {
        return ConsoleApp.tour(
                start.folder(), start.clock(), start.zone(), start.locale(), campaign, () -> terminal.print("drawn"));
    }
}
