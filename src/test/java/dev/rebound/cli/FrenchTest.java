package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.Typed.Ended;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With {@code --lang fr} no half of a sentence is English; machines get the same in every language. */
class FrenchTest {
    @TempDir
    Path folder;

    private Typed french;
    private Path broken;
    private Path poem;

    @BeforeEach
    void writeFiles() throws IOException {
        french = new Typed(folder.resolve("store"), "fr");
        broken = Files.writeString(folder.resolve("broken.json"), Typed.EVENTS + "not json\n");
        poem = Files.writeString(folder.resolve("poem.txt"), "Roses are red\n");
    }

    @Test
    void anImportTellsFilesAndReasonsInFrench() {
        Ended ended = french.run("import", broken.toString(), poem.toString(), "absent.json");
        assertThat(ended.err())
                .contains("5 enregistrements lus", "La ligne 5 n'est pas du JSON valide", "absent.json n'est pas là")
                .contains("poem.txt n'est pas reconnu")
                .doesNotContain(" is ", " not ", "Check");
        assertThat(ended.out()).contains("4 événements importés", "1 ligne illisible");
    }

    @Test
    void aColonHasItsSpace() {
        french.run("import", broken.toString());
        assertThat(french.run("resend", "is:hard").err()).contains("adresse tenue pour non valide\u00a0: 1");
    }

    @Test
    void machinesGetTheSameReasonsInEveryLanguage() {
        String said = french.run("import", broken.toString(), "--json").out();
        assertThat(said).contains("Line 5 is not valid JSON");
    }

    @Test
    void aFilterAndAStoreAreRefusedInFrench() {
        assertThat(french.run("find", "resaon:full").err())
                .contains("Il n'y a pas de champ", "reason")
                .doesNotContain("There is");
        assertThat(french.run("find", "tries:many").err()).contains("ne convient pas à");
        assertThat(french.run("undo-import", "99").err()).contains("Il n'y a pas d'import 99");
    }

    /** Each description in the code is looked for in the French help, so that a new option cannot stay English. */
    @Test
    void helpIsFrenchForEveryCommandAndEveryOption() {
        CommandLine.Command root = annotation(CommandLineProgram.class);
        assertThat(words(french.run("--help").out()))
                .contains("Utilisation", "Commandes")
                .doesNotContain(root.description());
        for (Class<?> command : root.subcommands()) {
            CommandLine.Command its = annotation(command);
            String help = words(french.run(its.name(), "--help").out());
            assertThat(help).as(its.name()).contains("Utilisation").doesNotContain(its.description());
            for (String english : descriptions(command)) {
                assertThat(help).as(its.name()).doesNotContain(english);
            }
        }
        assertThat(words(french.run("import", "--help").out())).contains("Lit et rend compte, n’enregistre rien.");
    }

    private static List<String> descriptions(Class<?> command) {
        List<String> all = new ArrayList<>();
        for (Class<?> c = command; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                CommandLine.Option option = field.getAnnotation(CommandLine.Option.class);
                CommandLine.Parameters place = field.getAnnotation(CommandLine.Parameters.class);
                if (option != null) {
                    all.addAll(List.of(option.description()));
                } else if (place != null) {
                    all.addAll(List.of(place.description()));
                } else if (field.isAnnotationPresent(CommandLine.Mixin.class)) {
                    all.addAll(descriptions(field.getType()));
                }
            }
        }
        return all.stream().filter(d -> !d.isEmpty()).map(FrenchTest::words).toList();
    }

    private static CommandLine.Command annotation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(CommandLine.Command.class), command.getName());
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
