package dev.rebound.journal;

import dev.rebound.words.ProgramVersion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text for support: the program, the computer, a trouble, and the last lines of the journal. No personal data. */
public final class SupportReport {
    private static final int LAST_LINES = 200;

    private SupportReport() {}

    /**
     * The report.
     *
     * @param trouble what went wrong; null where only the journal is of interest
     */
    public static String of(Journal journal, @Nullable Trouble trouble) {
        StringBuilder text = new StringBuilder("Rebound ").append(ProgramVersion.TEXT);
        line(text, "code", trouble == null ? "none" : trouble.code());
        line(text, "java", property("java.vm.name") + " " + property("java.runtime.version"));
        line(text, "system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        Runtime machine = Runtime.getRuntime();
        line(text, "processors", String.valueOf(machine.availableProcessors()));
        line(
                text,
                "memory",
                megabytes(machine.totalMemory() - machine.freeMemory()) + " of " + megabytes(machine.maxMemory()));
        line(text, "language", Locale.getDefault().toLanguageTag());
        if (trouble != null) {
            section(text, "where", trouble.places());
        }
        section(text, "journal", journal.last(LAST_LINES));
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append('\n').append(name).append(": ").append(value);
    }

    private static void section(StringBuilder text, String name, List<String> lines) {
        text.append("\n\n").append(name);
        lines.forEach(l -> text.append("\n  ").append(l));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
