package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.CommandLineProgram.Window;
import dev.rebound.cli.CommandLineProgram.WindowStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desktop's "open with" does: the window opens on the files that were chosen. */
class OpenCommandTest {
    @TempDir
    Path folder;

    private final List<WindowStart> opened = new ArrayList<>();
    private int answer;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A screen that notes what is opened on it. */
    private final class Screen implements Window {
        private final boolean display;

        Screen(boolean display) {
            this.display = display;
        }

        @Override
        public int open(WindowStart start) {
            opened.add(start);
            return answer;
        }

        @Override
        public boolean hasDisplay() {
            return display;
        }

        @Override
        public int tour(WindowStart start, @Nullable String campaign, Terminal terminal) {
            throw new AssertionError("nobody asked for a tour");
        }
    }

    private int run(boolean display, String... args) {
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out);
        return CommandLineProgram.run(args, terminal, new Screen(display));
    }

    @Test
    void theFilesAreHandedToTheWindow() throws IOException {
        Path mail = Files.writeString(folder.resolve("bounce.eml"), "Subject: returned\n\n");

        assertThat(run(true, "open", mail.toString(), "--store", folder.toString()))
                .isZero();

        assertThat(opened).singleElement().satisfies(start -> {
            assertThat(start.files()).containsExactly(mail);
            assertThat(start.folder()).isEqualTo(folder);
            assertThat(start.sample()).isFalse();
        });
    }

    @Test
    void whoOnlyWantsToLookGetsAWindowThatChangesNothing() {
        assertThat(run(true, "--read-only", "--store", folder.toString())).isZero();

        assertThat(opened).singleElement().matches(WindowStart::readOnly);
    }

    @Test
    void aFileInThePlaceOfACommandIsOpened() throws IOException {
        Path table = Files.writeString(folder.resolve("events with spaces.csv"), "a,b\n");

        assertThat(run(true, table.toString())).isZero();

        assertThat(opened)
                .singleElement()
                .satisfies(start -> assertThat(start.files()).containsExactly(table));
    }

    @Test
    void aStartThatBroughtTheOpenWindowToTheFrontSaysSo() {
        answer = Window.RAISED;
        assertThat(run(true, "--lang", "en", "--store", folder.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("open already; its window was brought to the front");
    }

    @Test
    void aMistypedCommandIsNoFile() {
        assertThat(run(true, "gapp")).isEqualTo(2);
        assertThat(opened).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("gapp");
    }

    @Test
    void withoutADisplayTheProgramSaysSo() {
        assertThat(run(false, "open", "--lang", "en")).isEqualTo(3);
        assertThat(opened).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
    }
}
