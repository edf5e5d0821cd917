package dev.rebound;

import dev.rebound.cli.CommandLineProgram;
import dev.rebound.cli.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The start: without a command the window, else the command line. The only place where the two meet. */
public final class Rebound {
    private Rebound() {}

    /** Starts the program and ends with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, System.in, out, err);
        System.exit(code);
    }

    /** Runs as {@code main} does, on these streams; the result is the exit code. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        CommandLineProgram.Window window = new DesktopWindow();
        boolean optionsOnly = Arrays.stream(args).noneMatch(a -> a.equals("-h") || a.equals("--help") || a.equals("-V") || a.equals("--version"))
                && !CommandLineProgram.hasCommand(args);
        return optionsOnly
                ? CommandLineProgram.openWindow(args, new Terminal(in, out, err), window)
                : CommandLineProgram.run(args, new Terminal(in, out, err), window);
    }
}
