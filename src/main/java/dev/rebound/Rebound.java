package dev.rebound;

import dev.rebound.cli.CommandLineProgram;
import dev.rebound.cli.Terminal;
import dev.rebound.journal.UncaughtTrouble;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The start of the program: the command line, and the window that it opens where no command is given. */
public final class Rebound {
    private Rebound() {}

    /** Starts the program and ends with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        new UncaughtTrouble(err).hearAll();
        int code = run(args, System.in, out, err);
        System.exit(code);
    }

    /** Runs as {@code main} does, on these streams; the result is the exit code. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return CommandLineProgram.run(args, new Terminal(in, out, err), new DesktopWindow());
    }
}
