package dev.rebound.cli;

import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.zip.CRC32;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The program as a command line. One place turns every trouble into a sentence and an exit code. */
@CommandLine.Command(
        name = "rebound",
        mixinStandardHelpOptions = true,
        version = "Rebound " + CommandLineProgram.VERSION,
        description = "Explains every missing e-mail. Without a command the window opens.",
        subcommands = {
            ImportCommand.class,
            GapCommand.class,
            FindCommand.class,
            FacetsCommand.class,
            HistogramCommand.class,
            InvalidCommand.class,
            AddressCommand.class,
            MessageCommand.class,
            ClassifyCommand.class,
            ImportsCommand.class,
            UndoImportCommand.class,
            CoverageCommand.class,
            CheckCommand.class,
            DemoCommand.class,
            WhereCommand.class,
            VersionCommand.class
        })
public final class CommandLineProgram implements Runnable {
    /** The version that is shown and stored. */
    public static final String VERSION = "0.1.0";

    private static final int WRONG_USE = 2;
    private static final int STORE_OR_FILE = 3;

    @Mixin
    Globals globals = new Globals();

    private final Terminal terminal;
    private final Window window;

    /** Opens the window on a data folder; given by the composition root, so that commands load no window. */
    public interface Window {
        /** Opens the window and returns when it is closed. */
        int open(java.nio.file.Path folder, boolean sample, java.time.Clock clock, java.util.Locale locale);

        /** Whether there is a display to open it on. */
        boolean hasDisplay();
    }

    private CommandLineProgram(Terminal terminal, Window window) {
        this.terminal = terminal;
        this.window = window;
    }

    Terminal terminal() {
        return terminal;
    }

    Window window() {
        return window;
    }

    @Override
    public void run() {
        terminal.tell("A command is missing. \"rebound --help\" lists them.");
    }

    /** Runs one command; the result is the exit code. */
    public static int run(String[] args, Terminal terminal, Window window) {
        CommandLineProgram program = new CommandLineProgram(terminal, window);
        CommandLine line = new CommandLine(program)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setExitCodeOnInvalidInput(WRONG_USE)
                .setExecutionExceptionHandler((e, command, parsed) -> program.trouble(e));
        return line.execute(args);
    }

    /** The edge: whatever was not foreseen ends here in plain words, without a stack trace and without personal data. */
    private int trouble(Exception e) {
        switch (e) {
            case WrongUse w -> {
                terminal.tell(String.valueOf(w.getMessage()));
                return WRONG_USE;
            }
            case FilterSyntaxException f -> {
                terminal.tell(globals.words().of("error.filter", f.position() + 1, String.valueOf(f.getMessage())));
                return WRONG_USE;
            }
            case StoreException s -> {
                terminal.tell(s.getMessage() + " (" + s.trouble().code() + ")");
                return STORE_OR_FILE;
            }
            case IOException io -> {
                terminal.tell("A file could not be read or written: " + io.getClass().getSimpleName() + ".");
                return STORE_OR_FILE;
            }
            default -> {
                terminal.tell(globals.words().of("error.unexpected", code(e)));
                return STORE_OR_FILE;
            }
        }
    }

    /** Same trouble, same code: made from where it happened, not from what it said. */
    static String code(Throwable e) {
        CRC32 crc = new CRC32();
        crc.update(e.getClass().getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (StackTraceElement at : e.getStackTrace()) {
            if (at.getClassName().startsWith("dev.rebound")) {
                crc.update((at.getClassName() + at.getMethodName() + at.getLineNumber()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                break;
            }
        }
        return "X" + Long.toHexString(crc.getValue()).toUpperCase(java.util.Locale.ROOT);
    }
}
