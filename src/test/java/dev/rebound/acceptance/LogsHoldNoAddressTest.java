package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Rebound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty people go through every kind of trouble; not one of them is in a log, a report or a temporary file. */
class LogsHoldNoAddressTest {
    @TempDir
    Path folder;

    private Path store = Path.of("");

    private String run(String... args) {
        List<String> all =
                new ArrayList<>(List.of("--store", store.toString(), "--now", "2026-03-20T00:00:00Z", "--zone", "UTC"));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Rebound.run(all.toArray(String[]::new), new ByteArrayInputStream(new byte[0]), both, both);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String person(int i) {
        return "marker" + i + ".person@shop" + i % 7 + ".example.com";
    }

    @Test
    void noneOfFiftyPeopleIsInTheJournalAfterEveryKindOfTrouble() throws IOException {
        store = folder.resolve("store");
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            events.append("{\"email\":\"" + person(i)
                    + "\",\"timestamp\":1773388860,\"event\":\"bounce\",\"type\":\"bounce\",\"status\":\"5.1.1\",\"reason\":\"550 "
                    + person(i) + " unknown\",\"sg_event_id\":\"e" + i + "\",\"sg_message_id\":\"m" + i + "\"}\n");
            events.append("{\"email\":\"" + person(i) + "\" broken\n");
        }
        Path file = Files.writeString(folder.resolve("bounces of " + person(1) + ".json"), events);
        Path foreign = Files.writeString(folder.resolve(person(2) + ".csv"), person(3) + ";" + person(4) + "\n");
        run(
                "import",
                file.toString(),
                foreign.toString(),
                folder.resolve(person(5)).toString());
        run("find", person(6));
        run("find", "is:(" + person(7));
        run("address", person(8));
        run("mark", "valid", person(9));
        Path nowhere = folder.resolve("nowhere");
        String pack = nowhere.resolve(person(11) + ".zip").toString();
        run("evidence", "--filter", person(10), "--for", "esp", "-o", pack);
        run("backup", nowhere.resolve(person(12) + ".zip").toString());
        run("restore", file.toString());
        run("erase", person(13), "--yes");
        run("reconcile", "--campaign", person(14), "--figures", file.toString());
        run("check");
        run("retain", "--older-than", "P1D");
        run("undo-import", "1");
        Files.write(store.resolve("rebound.mv.db"), person(15).getBytes(StandardCharsets.UTF_8));
        run("gap");
        String report = run("report");
        assertThat(report).contains("trouble code=");
        StringBuilder logs = new StringBuilder(report);
        try (Stream<Path> all = Files.walk(store.resolve("logs"))) {
            for (Path log : all.filter(Files::isRegularFile).toList()) {
                logs.append(Files.readString(log));
            }
        }
        assertThat(logs.toString())
                .contains("import status=imported")
                .doesNotContain("marker")
                .doesNotContain(".person")
                .doesNotContain("@")
                .doesNotContain(folder.getFileName().toString());
        try (Stream<Path> all = Files.list(store)) {
            assertThat(all.map(p -> p.getFileName().toString()))
                    .noneMatch(n -> n.contains("trace") || n.endsWith(".tmp"));
        }
    }
}
