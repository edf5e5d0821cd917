package dev.rebound.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** What all commands share: the global options (before or after the command's name) and the terminal. */
abstract class Command implements Callable<Integer> {
    static final int DONE = 0;
    static final int LOOK = 1;

    @ParentCommand
    @Nullable
    CommandLineProgram program;

    @Mixin
    Globals own = new Globals();

    Terminal terminal() {
        CommandLineProgram p = program;
        if (p == null) {
            throw new IllegalStateException("a command runs under the program");
        }
        return p.terminal();
    }

    /** What the person at the keyboard wants stopped. */
    Interruption interruption() {
        CommandLineProgram p = program;
        if (p == null) {
            throw new IllegalStateException("a command runs under the program");
        }
        return p.interruption();
    }

    /** An option given after the command's name wins over one given before it. */
    Globals globals() {
        CommandLineProgram p = program;
        Globals g = own;
        if (p != null) {
            Globals before = p.globals;
            g.store = g.store == null ? before.store : g.store;
            g.language = g.language == null ? before.language : g.language;
            g.zone = g.zone == null ? before.zone : g.zone;
            g.now = g.now == null ? before.now : g.now;
            g.passwordFile = g.passwordFile == null ? before.passwordFile : g.passwordFile;
            g.json |= before.json;
            g.opened = p::storeOpened;
            p.worksWith(g);
        }
        return g;
    }
}
