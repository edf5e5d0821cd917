package dev.rebound.cli;

import dev.rebound.store.PasswordSource;
import dev.rebound.words.Words;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a password comes from, in this order: the file named by an option, the environment ({@code REBOUND_PASSWORD}; or
 * {@code REBOUND_PASSWORD_COMMAND}, a program that prints it), the key store of the system, the keyboard.
 */
final class Passwords implements PasswordSource {
    private final @Nullable Path file;
    private final UnaryOperator<@Nullable String> environment;
    private final PasswordSource kept;
    private final Words words;
    private char @Nullable [] typed;

    /** @param kept the password that the key store of the system keeps */
    Passwords(@Nullable Path file, UnaryOperator<@Nullable String> environment, PasswordSource kept, Words words) {
        this.kept = kept;
        this.file = file;
        this.environment = environment;
        this.words = words;
    }

    @Override
    public char @Nullable [] password() {
        char[] known = typed == null ? found("REBOUND_PASSWORD", "REBOUND_PASSWORD_COMMAND") : typed;
        if (known == null) {
            known = kept.password();
        }
        if (known == null) {
            known = asked("password.ask");
        }
        typed = known;
        // The caller wipes what it gets; a second look at the same store must not ask again.
        return known == null ? null : known.clone();
    }

    /** A password to be set: what is typed is typed twice; null where there is none to be had. */
    char @Nullable [] fresh() {
        char[] known = found("REBOUND_NEW_PASSWORD", "REBOUND_NEW_PASSWORD_COMMAND");
        if (known != null) {
            return known;
        }
        char[] once = asked("password.new");
        if (once != null && !Arrays.equals(once, asked("password.again"))) {
            throw new WrongUse(words.of("password.differ"));
        }
        return once;
    }

    private char @Nullable [] found(String variable, String command) {
        if (file != null) {
            try {
                return firstLine(Files.readString(FileSentence.readable(file)));
            } catch (IOException e) {
                throw new WrongUse(words.of("password.nofile", file));
            }
        }
        String told = environment.apply(variable);
        if (told != null) {
            return told.toCharArray();
        }
        String program = environment.apply(command);
        return program == null || program.isBlank() ? null : printed(program);
    }

    private char[] printed(String program) {
        try {
            Process process = new ProcessBuilder(program.strip().split("\\s+", -1))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return firstLine(out);
        } catch (IOException e) {
            throw new WrongUse(words.of("password.nocommand"));
        }
    }

    private static char[] firstLine(String text) {
        return text.lines().findFirst().orElse("").toCharArray();
    }

    @SuppressWarnings("SystemConsoleNull") // What it says is still nullable to the checker.
    private char @Nullable [] asked(String text) {
        Console console = System.console();
        return console == null || !console.isTerminal() ? null : console.readPassword("%s ", words.of(text));
    }
}
