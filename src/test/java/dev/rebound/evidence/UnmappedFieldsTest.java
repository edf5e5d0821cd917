package dev.rebound.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.AvroFiles;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source's own columns tell of people what no reader asked for; a pack that hides addresses hides these, too. */
class UnmappedFieldsTest {
    /** What the files say of their people beside the address, each in a field that no reader knows. */
    private static final List<String> OF_PEOPLE =
            List.of("Marguerite", "Dupré", "KD-4471", "33612", "rue des Lilas", "1984-05-06", "Lyon", "9013377");

    @TempDir
    static Path folder;

    private static Session session;

    @BeforeAll
    static void importFourKindsOfFiles() throws Exception {
        Files.writeString(folder.resolve("activity.csv"), """
                processed,message_id,event,email,outbound_ip,reason,customer_no,first_name,Mobile,notes,born
                2026-03-12T07:00:00Z,m1,processed,a@example.com,198.51.100.7,,KD-4471,Marguerite,33612345678,"rue des Lilas, ""Lyon""
                second floor",1984-05-06
                2026-03-12T07:00:01Z,m1,bounce,a@example.com,198.51.100.7,550 5.1.1 no such user,KD-4471,Marguerite,33612345678,,
                """);
        Files.writeString(folder.resolve("events.ndjson"), """
                {"email":"b@example.com","timestamp":1773298800,"event":"processed","sg_event_id":"e1","sg_message_id":"own1.x","first_name":"Marguerite","phone":33612345678,"address":{"street":"rue des Lilas 4","city":"Lyon"},"people":["Dupré"],"member":9013377}
                {"email":"b@example.com","timestamp":1773298801,"event":"bounce","type":"bounce","sg_event_id":"e2","sg_message_id":"own1.x","reason":"550 5.1.1 no such user","profile":"{\\"name\\":\\"Marguerite Dupr\\u00e9\\",\\"no\\":\\"KD-4471\\"}"}
                """);
        Schema schema = AvroFiles.schema(
                "com.braze.schema.users.messages.email", "Send", "first_name", "customer_no", "campaign_name");
        Map<String, Object> sent = Map.of(
                "id",
                "1",
                "user_id",
                "9013377",
                "email_address",
                "c@example.com",
                "time",
                1773298800,
                "first_name",
                "Marguerite",
                "customer_no",
                "KD-4471",
                "campaign_name",
                "Spring");
        Path sends = Files.createDirectories(folder.resolve("event_type=users.messages.email.Send"));
        Files.write(sends.resolve("part.avro"), AvroFiles.file(schema, CodecFactory.nullCodec(), 1, List.of(sent)));
        Files.writeString(folder.resolve("returned.eml"), """
                From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
                To: Marguerite Dupré <m.dup@example.org>
                Subject: Undelivered: Marguerite, your parcel
                Date: Thu, 12 Mar 2026 07:00:02 +0000
                Message-ID: <b1@mx.example.net>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=b1"

                --=b1
                Content-Type: text/plain; charset=utf-8; name="Marguerite
                 Dupré.txt"

                Bonjour Marguerite Dupré
                Status: Marguerite

                --=b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                X-Display-Name: Marguerite

                Final-Recipient: rfc822; d@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <d@example.com>
                 no such user here

                --=b1
                Content-Type: message/rfc822

                From: Shop <news@example.net>
                To: Marguerite Dupré <d@example.com>
                Subject: Your parcel
                Message-ID: <m9@example.net>

                Bonjour Marguerite Dupré, rue des Lilas
                Action: KD-4471

                --=b1--
                Action: rue des Lilas
                """);
        session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Instant.parse("2026-03-14T11:00:00Z"), ZoneOffset.UTC),
                ZoneOffset.UTC);
        session.importFiles(
                List.of(
                        folder.resolve("activity.csv"),
                        folder.resolve("events.ndjson"),
                        sends,
                        folder.resolve("returned.eml")),
                new ImportOptions(ZoneOffset.UTC, null, false),
                ImportListener.none());
        assertThat(session.picture().events().size()).isEqualTo(6);
    }

    @AfterAll
    static void close() throws Exception {
        session.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER,MASKED",
        "CUSTOMER,PSEUDONYMS",
        "ESP,MASKED",
        "ESP,PSEUDONYMS",
        "INTERNAL,MASKED",
        "INTERNAL,PSEUDONYMS"
    })
    void whatNoReaderMappedStaysOutOfThePack(Audience audience, AddressForm form) throws Exception {
        Map<String, String> files = files(audience, form);
        files.forEach((name, text) -> assertThat(text)
                .as(name)
                .doesNotContain(OF_PEOPLE.toArray(String[]::new))
                .doesNotContain("Dupr\\"));
        String records = files.getOrDefault("records.ndjson", "");
        assertThat(records)
                .as("what explains the mail stays, letter by letter")
                .contains("2026-03-12T07:00:01Z,m1,bounce,", ",198.51.100.7,550 5.1.1 no such user,…,…,…,,")
                .contains("\\\"sg_event_id\\\":\\\"e2\\\"", "\\\"reason\\\":\\\"550 5.1.1 no such user\\\"")
                .contains("\\\"campaign_name\\\":\\\"Spring\\\"", "\\\"first_name\\\":\\\"…\\\"");
        assertThat(records)
                .as("of the mail stays what tells why it came back")
                .contains("Action: failed\\r\\nStatus: 5.1.1\\r\\nDiagnostic-Code: smtp; 550 5.1.1 <")
                .contains("no such user here", "Date: Thu, 12 Mar 2026 07:00:02 +0000", "\\r\\nSubject: …\\r\\n")
                .doesNotContain("parcel", "Bonjour", "m.dup", "d@example.com");
        assertThat(files.getOrDefault("summary.md", "")).contains("“…” stands for every value of a field");
    }

    @Test
    void aPackInFullHoldsTheRecordsAsTheyAre() throws Exception {
        Map<String, String> files = files(Audience.INTERNAL, AddressForm.FULL);
        assertThat(files.getOrDefault("records.ndjson", "")).contains(OF_PEOPLE.toArray(String[]::new));
        assertThat(files.getOrDefault("summary.md", "")).doesNotContain("“…” stands");
    }

    /** A row that does not fit its header, and a record that only looks like one, are hidden rather than guessed at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "a;b#1;2#[1];[2]",
                "email,status#a@example.com,\"rue 1; Paris\"#<a@example.com>,\"<rue 1; Paris>\"",
                "a,b#\"x, \"\"y\"\"\",2#\"[x, \"\"y\"\"]\",[2]",
                "a,b#1,2,3#<1>,<2>,<3>",
                "a,b#\"{\"\"n\"\":\"\"v\"\"}\",#\"{\"\"n\"\":\"\"v:n\"\"}\",[]"
            })
    void theValuesOfARowAreToldByTheirNames(String names, String row, String expected) {
        String told = RecordFields.row(row, List.of(names.split("[,;]")), (name, value) -> switch (name) {
            case "" -> "<" + value + ">";
            case "n" -> value + ":n";
            default -> "[" + value + "]";
        });
        assertThat(told).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{\"a\" : [1, \"x\"], \"b\":null}#{\"a\" : [\"a=1\", \"a=x\"], \"b\":null}",
                "{\"a\":\"{\\\"b\\\":2}\"}#{\"a\":\"{\\\"b\\\":\\\"b=2\\\"}\"}",
                "{\"a\":\"x\"#={\"a\":\"x\"",
                "a=x%40y&b=1#a=a%3Dx%40y&b=b%3D1"
            })
    void theValuesOfARecordAreToldByTheirNames(String record, String expected) {
        assertThat(RecordFields.namesItsFields(record)).isTrue();
        assertThat(RecordFields.named(record, (name, value) -> name + "=" + value))
                .isEqualTo(expected);
    }

    /** By the name of its field, by where the field stands, and by what is known of the person; "4711" is the person's id. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "{\"uid\":4711,\"attempt\":2}#{\"uid\":\"4…1\",\"attempt\":2}",
                "{\"status\":\"4711\"}#{\"status\":\"4…1\"}",
                "{\"dob\":\"1980-05-04T00:00:00Z\",\"timestamp\":\"2026-03-12T07:00:00Z\"}"
                        + "#{\"dob\":\"…\",\"timestamp\":\"2026-03-12T07:00:00Z\"}",
                "{\"subject\":\"Marie, your parcel\",\"client_id\":\"K-99\",\"accountId\":\"K-9\"}"
                        + "#{\"subject\":\"…\",\"client_id\":\"K…9\",\"accountId\":\"…\"}",
                "{\"rcpt_meta\":{\"status\":\"widow\",\"x\":[{\"reason\":\"ill\"}]},\"status\":\"5.1.1\"}"
                        + "#{\"rcpt_meta\":{\"status\":\"…\",\"x\":[{\"reason\":\"…\"}]},\"status\":\"5.1.1\"}",
                "{\"custom_args\":\"{\\\"status\\\":\\\"widow\\\"}\"}#{\"custom_args\":\"{\\\"status\\\":\\\"…\\\"}\"}"
            })
    void aHarmlessNameHidesNobody(String record, String told) {
        Concealment conceal = new Concealment(AddressForm.MASKED, session);
        assertThat(RecordFields.named(
                        record, (name, value) -> conceal.field(name, value, "a@example.com", Set.of("4711"), Set.of())))
                .isEqualTo(told);
    }

    @Test
    void aValueWithoutANameIsNotHarmless() {
        assertThat(HarmlessFields.has("")).isFalse();
        assertThat(HarmlessFields.inMail("")).isFalse();
    }

    /** A notice in words tells its reply only; a line that looks like a field of a report is none there. */
    @Test
    void ofAMailsWordsOnlyTheReplyStays() {
        String mail = """
                From: Marie <a@example.com>
                Date: today

                Dear Marie,

                Status: ill
                  said: 550 no such user
                here
                """;
        assertThat(MailRecord.harmless(mail, Set.of("550 no such user\nhere"), value -> "…"))
                .isEqualTo("""
                From: …
                Date: today

                …
                … 550 no such user
                here
                """);
    }

    private static Map<String, String> files(Audience audience, AddressForm form) throws Exception {
        EvidenceRequest request = new EvidenceRequest(
                "x", Filter.all(), audience, Locale.UK, ZoneOffset.UTC, form, EnumSet.allOf(Part.class));
        Path pack = folder.resolve(audience + "-" + form + ".zip");
        EvidencePack.of(session, request, () -> false).write(pack, true);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return zip.stream().collect(Collectors.toMap(ZipEntry::getName, e -> text(zip, e)));
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) {
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
