package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.Typed.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
