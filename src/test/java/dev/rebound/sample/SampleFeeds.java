package dev.rebound.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the sample feeds. Started without an argument it renews {@code assets/sample-feeds}:
 * {@code mvn -q test-compile exec:exec@sample-feeds}.
 */
public final class SampleFeeds {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SampleFeeds() {}

    /** Renews the sample and its list below the folder given, or below {@code assets}. */
    public static void main(String[] args) throws IOException {
        Path assets = Path.of(args.length > 0 ? args[0] : "assets");
        write(assets.resolve("sample-feeds"));
        Files.write(assets.resolve("sample-feeds.txt"), list(assets.resolve("sample-feeds")));
    }

    /** The relative names of all sample files, in order: resources of a jar cannot be listed. */
    static List<String> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Writes every file of the sample below the folder; the same bytes each time, codecs aside. */
    public static void write(Path folder) throws IOException {
        SampleTraffic traffic = new SampleTraffic();
        new SampleCurrents(traffic).write(folder.resolve("braze-currents"));
        SampleSendGrid.write(traffic, folder.resolve("sendgrid-activity.csv"));
        SampleSes.write(traffic, folder.resolve("ses-events.ndjson.gz"));
        writeBounceList(folder.resolve("braze-hard-bounces.json"));
        writeUsers(traffic, folder.resolve("braze-users.csv"));
        writeSettings(folder.resolve("rebound-settings.json"));
    }

    /** Three addresses that bounced before the data begins; the list names no message and no reason. */
    private static void writeBounceList(Path file) throws IOException {
        ObjectNode list = JSON.createObjectNode();
        var emails = list.putArray("emails");
        String[][] rows = {
            {"rene.old@example.org", "2026-02-11 06:40:12 +0000"},
            {"closed.account@example.net", "2026-01-23 17:02:55 +0000"},
            {"former.colleague@office.test", "2026-01-09 09:15:00 +0000"}
        };
        for (String[] row : rows) {
            emails.addObject().put("email", row[0]).put("hard_bounced_at", row[1]);
        }
        list.put("message", "success");
        Files.writeString(file, JSON.writeValueAsString(list) + "\n");
    }

    private static void writeUsers(SampleTraffic traffic, Path file) throws IOException {
        Set<String> addresses = new LinkedHashSet<>();
        traffic.mails.forEach(m -> addresses.add(m.address));
        Set<String> unsubscribed = new LinkedHashSet<>(traffic.unsubscribed);
        unsubscribed.add(traffic.unsubscribedByBounce);
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "user_id",
                    "first_name",
                    "last_name",
                    "email",
                    "unsubscribed_from_emails_at",
                    "opted_in_to_emails_at",
                    "user_aliases");
            int n = 0;
            for (String address : addresses) {
                boolean left = unsubscribed.contains(address);
                csv.writeRecord(
                        SampleCurrents.userId(address),
                        "",
                        "",
                        address,
                        left
                                ? (address.equals(traffic.unsubscribedByBounce)
                                        ? "2026-03-12T07:03:30Z"
                                        : "2026-02-02T10:00:00Z")
                                : "",
                        !left && n % 9 == 1 ? "2025-11-05T08:30:00Z" : "",
                        "");
                n++;
            }
        }
    }

    private static void writeSettings(Path file) throws IOException {
        ObjectNode settings = JSON.createObjectNode();
        settings.put("rebound", "settings");
        settings.putObject("retryWindow").put("Amazon SES", "PT12H");
        settings.putObject("providers")
                .put("outlook.example.com", "Outlook")
                .put("orange.example.com", "Orange")
                .put("gmail.example.com", "Gmail")
                .put("yahoo.example.com", "Yahoo")
                .put("free.example.com", "Free");
        Files.writeString(file, JSON.writeValueAsString(settings) + "\n");
    }
}
