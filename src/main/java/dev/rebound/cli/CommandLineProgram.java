package dev.rebound.cli;

import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.journal.Journal;
import dev.rebound.journal.Trouble;
import dev.rebound.session.DataFolder;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFacts;
import dev.rebound.words.ProgramVersion;
import dev.rebound.words.Sentences;
import dev.rebound.words.Words;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            IncidentsCommand.class,
            RetriesCommand.class,
            ResendCommand.class,
            ReconcileCommand.class,
            MarkCommand.class,
            PatternsCommand.class,
            CorrectionsCommand.class,
            CaseCommand.class,
            EvidenceCommand.class,
            EraseCommand.class,
            PersonCommand.class,
            CheckCommand.class,
            RetainCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EncryptCommand.class,
            PasswordCommand.class,
            CompactCommand.class,
            ReportCommand.class,
            DemoCommand.class,
            OpenCommand.class,
            RehearseCommand.class,
            WhereCommand.class,
            VersionCommand.class
        })
public final class CommandLineProgram implements Callable<Integer> {
    /** The version that is shown and stored. */
    public static final String VERSION = ProgramVersion.TEXT;

    private static final int WRONG_USE = 2;
    private static final int STORE_OR_FILE = 3;

    @Mixin
    Globals globals = new Globals();

    private final Terminal terminal;
    private final Window window;
    private final Interruption interruption;
    private boolean damagedStore;
    private Path folder = DataFolder.ofThisPerson().path();
    private Words words;

    /** Opens the window on a data folder; given by the composition root, so that commands load no window. */
    public interface Window {
        /** What {@link #open} answers where the data is open in another window, which came to the front. */
        int RAISED = -1;

        /** Opens the window and returns the exit code when it is closed. */
        int open(WindowStart start);

        /** Whether there is a display to open it on. */
        boolean hasDisplay();

        /**
         * Opens the window, tells the terminal {@code drawn} when it stands, and ends it.
         *
         * @param campaign when given, every view is visited on the way, with this campaign chosen
         */
        int tour(WindowStart start, @Nullable String campaign, Terminal terminal);
    }

    /**
     * What the window opens on.
     *
     * @param folder the data folder
     * @param sample whether the sample is imported into it first
     * @param files what is imported once the window stands
     * @param readOnly whether nothing in the store can be changed
     */
    public record WindowStart(
            Path folder, boolean sample, List<Path> files, Clock clock, ZoneId zone, Locale locale, boolean readOnly) {}

    private CommandLineProgram(Terminal terminal, Window window, Interruption interruption, Words words) {
        this.terminal = terminal;
        this.window = window;
        this.interruption = interruption;
        this.words = words;
    }

    Terminal terminal() {
        return terminal;
    }

    Window window() {
        return window;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Without a command the window opens. */
    @Override
    public Integer call() throws Exception {
        return open(globals, List.of());
    }

    /** Opens the window, on files to import where there are some; says so where there is no display. */
    int open(Globals g, List<Path> files) {
        if (!window.hasDisplay()) {
            terminal.tell(g.words().of("window.nodisplay"));
            return STORE_OR_FILE;
        }
        return show(g.windowStart(files));
    }

    /** Opens the window, which is closed by its own means. */
    int show(WindowStart start) {
        interruption.close();
        int code = window.open(start);
        if (code == Window.RAISED) {
            terminal.tell(words.of("window.raised"));
            return 0;
        }
        return code;
    }

    /** Runs one command; the result is the exit code. */
    public static int run(String[] args, Terminal terminal, Window window) {
        Words words = Globals.wordsFor(args);
        try (Interruption interruption = Interruption.heard(() -> terminal.tell(words.of("cancelled")))) {
            CommandLineProgram program = new CommandLineProgram(terminal, window, interruption, words);
            int code = program.execute(args);
            interruption.endsWith(code);
            return code;
        }
    }

    private int execute(String[] args) {
        CommandLine line = new CommandLine(this)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, typed) -> end(WRONG_USE, Mistyped.sentence(e, words)))
                .setExecutionExceptionHandler((e, command, parsed) -> trouble(e));
        HelpTexts.in(words.locale()).ifPresent(line::setResourceBundle);
        int code;
        try {
            code = line.execute(isFile(args, line) ? before("open", args) : FilterWords.marked(args, line));
        } catch (StackOverflowError | OutOfMemoryError e) {
            code = trouble(e);
        }
        return code == Command.DONE && damagedStore ? Command.LOOK : code;
    }

    /** Troubles are kept with the data that a command works on, and told in its language. */
    void worksWith(Globals g) {
        folder = g.folder();
        words = g.words();
    }

    /** A store that can only be read says so; figures of a damaged one deserve a look. */
    void storeOpened(StoreFacts facts) {
        facts.losses().forEach(loss -> terminal.tell(said(loss)));
        damagedStore |= facts.damaged();
        if (facts.network()) {
            terminal.tell(words.of("store.network", facts.folder()));
        }
        if (facts.synchronised()) {
            terminal.tell(words.of("store.synchronised", facts.folder()));
        }
    }

    /** Whether the program is given a file in the place of a command, as desktops do with what is double-clicked. */
    private static boolean isFile(String[] args, CommandLine line) {
        return args.length > 0
                && !line.getSubcommands().containsKey(args[0])
                && !args[0].startsWith("-")
                && new File(args[0]).exists();
    }

    private static String[] before(String first, String[] rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    /** The edge: whatever was not foreseen ends here in plain words, without a stack trace and without personal data. */
    private int trouble(Throwable e) {
        return switch (StoreException.foreseen(e)) {
            case WrongUse w -> end(WRONG_USE, String.valueOf(w.getMessage()));
            case FilterSyntaxException f ->
                end(WRONG_USE, words.of("error.filter", f.position() + 1, said(f.getMessage())));
            case StoreException s -> end(STORE_OR_FILE, said(s.getMessage()) + " (" + kept(s).code() + ")");
            case FileAlreadyExistsException exists ->
                end(WRONG_USE, words.of("file.exists", String.valueOf(exists.getFile())));
            case UncheckedIOException io -> trouble(Objects.requireNonNull(io.getCause()));
            case IOException io -> end(STORE_OR_FILE, FileSentence.of(io, words, kept(io)));
            default -> end(STORE_OR_FILE, words.of("error.unexpected", kept(e).code()));
        };
    }

    /** What an inner part says in English, in the person's language. */
    private String said(@Nullable String sentence) {
        return Sentences.in(words.locale()).of(String.valueOf(sentence));
    }

    private Trouble kept(Throwable e) {
        return Journal.of(folder, Clock.systemUTC()).trouble(e);
    }

    private int end(int exitCode, String sentence) {
        terminal.tell(sentence);
        return exitCode;
    }
}
