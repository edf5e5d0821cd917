package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.RawRecord;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row tells its columns when the file is gone, in whichever part of it the row stood. */
class ColumnNamesTest {
    @TempDir
    Path folder;

    @Test
    void theNamesStayWhenTheFileGoes() throws Exception {
        Path zip = folder.resolve("exports.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "activity.csv", activity());
            put(out, "users.csv", "user_id,email,unsubscribed_from_emails_at\nu1,a@example.com,\n");
            put(
                    out,
                    "bounces.csv",
                    "status,reason,email,created\n550,550 5.1.1 no such user,b@example.com,1773388800\n");
        }
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC)) {
            session.importFiles(List.of(zip), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            Files.delete(zip);
            ColumnNames names = new ColumnNames(session);
            int last = session.picture().events().size() - 1;
            assertThat(names(session, names, 2_500)).startsWith("processed", "message_id", "event");
            assertThat(names(session, new ColumnNames(session), last))
                    .isEqualTo(List.of("status", "reason", "email", "created"));
        }
    }

    private static List<String> names(Session session, ColumnNames names, int row) throws Exception {
        long importId = session.picture().events().importId(row);
        int raw = session.picture().events().rawIndex(row);
        RawRecord record = session.rawRecord(importId, raw);
        return names.of(importId, raw, record);
    }

    private static String activity() {
        StringBuilder rows = new StringBuilder("processed,message_id,event,email,outbound_ip,reason\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append("2026-03-12T07:%02d:%02dZ,m%d,processed,p%d@example.com,198.51.100.7,\n"
                    .formatted(i / 60 % 60, i % 60, i, i));
        }
        return rows.toString();
    }

    private static void put(ZipOutputStream out, String name, String text) throws Exception {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
