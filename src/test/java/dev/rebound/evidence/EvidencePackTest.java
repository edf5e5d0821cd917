package dev.rebound.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.Incident;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs of the sample: whole, the same every time, and silent about people where they must be. */
class EvidencePackTest {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path folder;

    private static Session session;
    private static Filter spring = Filter.all();

    @BeforeAll
    static void importTheSample() throws Exception {
        session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                PARIS);
        session.importFiles(
                List.of(Path.of("assets/sample-feeds")),
                new ImportOptions(ZoneOffset.UTC, null, false),
                ImportListener.none());
        spring = FilterParser.parse("is:sent campaign:\"" + Planted.SPRING + "\"");
    }

    @AfterAll
    static void close() throws Exception {
        session.close();
    }

    private static EvidenceRequest request(Filter filter, Audience audience, Locale locale, AddressForm form) {
        return new EvidenceRequest(Planted.SPRING, filter, audience, locale, PARIS, form, Part.usual());
    }

    private static Packed write(String name, EvidenceRequest request) throws Exception {
        return EvidencePack.of(session, request, () -> false).write(folder.resolve(name), true);
    }

    private static Map<String, String> files(Packed packed) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(packed.file())))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** A day's figure stands with its day, and a service is not handed what another one claims. */
    @Test
    void theFiguresOfADashboardStandInThePackAsTheyWereGiven() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 13);
        ClaimedFigures claimed = new ClaimedFigures(
                Filter.is(Field.CAMPAIGN, Planted.SPRING),
                List.of(
                        new Claim("", Figure.DELIVERIES, null, Planted.SPRING_DELIVERIES - Planted.SPRING_RETURNED),
                        new Claim("SendGrid", Figure.SENDS, day, 1)),
                PARIS);
        EvidenceRequest asked = new EvidenceRequest(
                Planted.SPRING,
                spring,
                Audience.CUSTOMER,
                Locale.FRANCE,
                PARIS,
                AddressForm.MASKED,
                Part.usual(),
                claimed,
                null);
        Map<String, String> files = files(write("compared.zip", asked));
        assertThat(files.getOrDefault("summary.md", ""))
                .contains("| Livraisons | 1\u202f814 | 1\u202f816 | +2 | 2 retournés après acceptation | 0 |")
                .contains("| SendGrid, Envois, 13 mars 2026 | 1 |")
                .contains("fuseau Europe/Paris");
        assertThat(files.getOrDefault("comparison.csv", ""))
                .startsWith("\ufeffChiffre;Annoncé par;Du;Au;Annoncé;")
                .contains("Livraisons;", ";2 retournés après acceptation;", "2026-03-13")
                .doesNotContain("deliveries", "returned");
        assertThat(claimed.of("SendGrid").claims()).hasSize(1);
        ClaimedFigures inUtc = new ClaimedFigures(claimed.about(), claimed.claims(), ZoneOffset.UTC);
        assertThat(EvidencePack.of(
                                session,
                                new EvidenceRequest(
                                        "x",
                                        spring,
                                        Audience.CUSTOMER,
                                        Locale.FRANCE,
                                        PARIS,
                                        AddressForm.MASKED,
                                        Part.usual(),
                                        inUtc,
                                        null),
                                () -> false)
                        .summary())
                .contains("fuseau UTC");
        assertThat(files(write("plain.zip", request(spring, Audience.CUSTOMER, Locale.FRANCE, AddressForm.MASKED))))
                .doesNotContainKey("comparison.csv");
    }

    /** Of a message that is open, timed out, not covered or unexplained nobody knows whether it was accepted. */
    @ParameterizedTest
    @CsvSource({"en, no final answer is known", "fr, aucune réponse finale n’est connue"})
    void whatNobodyKnowsIsNotCalledRefused(String language, String words) throws Exception {
        int unknown =
                Planted.SPRING_OPEN + Planted.SPRING_TIMED_OUT + Planted.SPRING_UNCOVERED + Planted.SPRING_UNEXPLAINED;
        Locale locale = Locale.of(language);
        String all = EvidencePack.of(
                        session, request(spring, Audience.CUSTOMER, locale, AddressForm.MASKED), () -> false)
                .summary();
        assertThat(all).contains(" " + unknown + " messages").contains(words.replace('’', '\''));
        assertThat(all)
                .contains(" " + (Planted.SPRING_GAP - unknown) + (language.equals("en") ? " were not" : " ne l'ont"));
        Filter blocked = FilterParser.parse("is:blocked campaign:\"" + Planted.SPRING + "\"");
        assertThat(EvidencePack.of(session, request(blocked, Audience.ESP, locale, AddressForm.MASKED), () -> false)
                        .summary())
                .doesNotContain(": " + Planted.SPRING_BLOCKED + " = " + Planted.SPRING_BLOCKED)
                .doesNotContain(words.replace('’', '\''));
    }

    @Test
    void theCustomersSummaryNamesTheEightCausesTheSumAndTheCoverageInFrench() throws Exception {
        Packed packed = write("customer.zip", request(spring, Audience.CUSTOMER, Locale.FRANCE, AddressForm.MASKED));
        assertThat(packed.rows()).isEqualTo(Planted.SPRING_SENDS);
        Map<String, String> files = files(packed);
        String summary = files.getOrDefault("summary.md", "");
        for (int n : new int[] {
            Planted.SPRING_SOFT,
            Planted.SPRING_BLOCKED,
            Planted.SPRING_DROPPED,
            Planted.SPRING_OPEN,
            Planted.SPRING_TIMED_OUT,
            Planted.SPRING_HARD,
            Planted.SPRING_UNCOVERED,
            Planted.SPRING_UNEXPLAINED
        }) {
            assertThat(summary).contains("| " + n + " |");
        }
        assertThat(summary)
                .as("the number that the window and the customer's dashboard name")
                .contains("| Livré | 1\u202f816 |")
                .contains("| dont retournés après acceptation | 2 |")
                .contains("Aucun message\u00a0: ");
        assertThat(summary).contains("184").contains("13 mars 2026").doesNotContain("The arithmetic");
        assertThat(files.keySet())
                .contains(
                        "summary.html", "arithmetic.csv", "rows.csv", "sample-records.txt", "sources.csv", "pack.json");
    }

    /** Where nobody gave the messages a name; the filter stands beneath, letter by letter. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|is:sent|2,700 messages",
                "fr|is:blocked provider:Outlook|Refusé à cause de l'expéditeur ou du contenu · Outlook",
                "en|esp:SendGrid is:sent tries:>1|SendGrid · further conditions"
            })
    void aPackOfAFilterIsCalledByWords(String language, String filter, String title) throws Exception {
        Filter asked = FilterParser.parse(filter);
        EvidenceRequest request = new EvidenceRequest(
                asked.toText(), asked, Audience.CUSTOMER, Locale.of(language), PARIS, AddressForm.MASKED, Part.usual());
        assertThat(EvidencePack.of(session, request, () -> false).summary().lines())
                .element(0, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith(title);
        assertThat(EvidencePack.of(session, request, () -> false).summary().lines())
                .element(2)
                .isEqualTo("    " + asked.toText());
    }

    @Test
    void theRowsAreAsManyAsTheArithmeticSays() throws Exception {
        Map<String, String> files =
                files(write("rows.zip", request(spring, Audience.INTERNAL, Locale.UK, AddressForm.FULL)));
        List<String> rows = files.getOrDefault("rows.csv", "").lines().skip(1).toList();
        assertThat(rows).hasSize(Planted.SPRING_SENDS);
        String arithmetic = files.getOrDefault("arithmetic.csv", "");
        for (MessageState state : List.of(MessageState.SOFT_BOUNCED, MessageState.BLOCKED, MessageState.DROPPED)) {
            long counted = rows.stream()
                    .filter(r -> r.contains("," + state.code() + ","))
                    .count();
            assertThat(arithmetic).containsPattern("(?m)^" + state.code() + ",.*," + counted + "\\r?$");
        }
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
    void noFileOfAPackHoldsAFullAddressOfAPerson(Audience audience, AddressForm form) throws Exception {
        TreeSet<String> people = new TreeSet<>();
        var addresses = session.picture().events().dictionaries().addresses();
        for (int a = 0; a < addresses.size(); a++) {
            people.add(addresses.value(a));
        }
        EvidenceRequest all = new EvidenceRequest(
                "claire.d@orange.example.com",
                spring,
                audience,
                Locale.UK,
                PARIS,
                form,
                java.util.EnumSet.allOf(Part.class));
        Set<String> ids = ids();
        assertThat(ids).as("the sample knows its people by ids").hasSizeGreaterThan(1_000);
        files(write("masked.zip", all)).forEach((name, text) -> {
            Matcher m = ADDRESS.matcher(text);
            while (m.find()) {
                assertThat(people).as(name).doesNotContain(m.group().toLowerCase(Locale.ROOT));
            }
            Matcher word = Pattern.compile("[\\w-]{5,}").matcher(text);
            while (word.find()) {
                assertThat(ids.contains(word.group()))
                        .as("%s has %s", name, word.group())
                        .isFalse();
            }
        });
    }

    /** What the sources call people by besides their addresses. */
    private static Set<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        var events = session.picture().events();
        for (int e = 0; e < events.size(); e++) {
            for (EventText field : List.of(EventText.USER_ID, EventText.EXTERNAL_USER_ID)) {
                String id = events.textValue(field, e);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** In JSON by the names of the fields, in a line of a table by what the columns hold, and in what a person asked. */
    @ParameterizedTest
    @CsvSource({
        "'{\"user_id\":\"u-77\",\"external_user_id\": \"crm-1\"}', '{\"user_id\":\"u…7\",\"external_user_id\": \"c…1\"}'",
        "'{\"custom\":{\"customer_id\":120},\"n\":120}', '{\"custom\":{\"customer_id\":\"1…0\"},\"n\":120}'",
        "'7,\"{\"\"lead_id\"\":\"\"L55\"\"}\",x', '7,\"{\"\"lead_id\"\":\"\"L…5\"\"}\",x'",
        "'9,known-4711,550 5.7.1,known-47112', '…,k…1,550 5.7.1,known-47112'"
    })
    void aPersonsIdIsMaskedInEveryKindOfRecord(String record, String masked) {
        Concealment conceal = new Concealment(AddressForm.MASKED, session);
        assertThat(conceal.record(record, Set.of(), "a.person@example.com", Set.of("known-4711", "9")))
                .isEqualTo(masked);
        assertThat(conceal.asked("is:soft user:crm-411482 user:\"x y\""))
                .isEqualTo("is:soft user:\"c…2\" user:\"x…y\"");
    }

    /** What the first paragraph names of the messages without a final answer is all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePartsNamedInShortAddUpToTheirSum(String language) throws Exception {
        String summary = EvidencePack.of(
                        session,
                        request(spring, Audience.CUSTOMER, Locale.of(language), AddressForm.MASKED),
                        () -> false)
                .summary()
                .replaceAll("[\u202f\u00a0]", " ");
        boolean fr = language.equals("fr");
        long sum = number(summary, fr ? "pour (\\d+) message" : "for (\\d+) message");
        assertThat(sum).isEqualTo(12);
        assertThat(number(summary, fr ? "(\\d+) sont en cours" : "(\\d+) are still being")
                        + number(summary, fr ? "(\\d+) sont restés sans" : "(\\d+) were left without")
                        + number(summary, fr ? "Pour (\\d+) message" : "For (\\d+) message")
                        + number(summary, fr ? "(\\d+) est inexpliqué" : "(\\d+) is unexplained"))
                .isEqualTo(sum);
    }

    private static long number(String text, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as(pattern).isTrue();
        return Long.parseLong(m.group(1));
    }

    @Test
    void twoPacksOfTheSameStateAreTheSameBytes() throws Exception {
        EvidenceRequest request = request(spring, Audience.ESP, Locale.UK, AddressForm.PSEUDONYMS);
        Packed first = write("first.zip", request);
        Packed second = write("second.zip", request);
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(Files.mismatch(first.file(), second.file())).isEqualTo(-1);
    }

    @Test
    void theIncidentsPackTellsAPostmasterTheWindowInUtcTheIpsAndTheReply() throws Exception {
        Incident incident = session.picture().incidents().getFirst();
        Packed packed = write("incident.zip", request(incident.rows(), Audience.ESP, Locale.UK, AddressForm.MASKED));
        assertThat(files(write(
                                "incident-fr.zip",
                                request(incident.rows(), Audience.ESP, Locale.FRANCE, AddressForm.MASKED)))
                        .getOrDefault("rows.csv", ""))
                .as("headings in the language of the pack")
                .startsWith("\ufeffDernière nouvelle;Envoyé;Adresse;");
        assertThat(packed.rows()).isEqualTo(37);
        assertThat(packed.bytes()).isLessThan(1_000_000);
        String summary = files(packed).getOrDefault("summary.md", "");
        assertThat(summary)
                .contains("14 March 2026 08:10:20 UTC")
                .contains("192.0.2.2")
                .contains("block list")
                .containsPattern("[0-9a-f]{64}")
                .contains("37");
    }

    @Test
    void aCustomerNeverGetsFullAddressesAndAFileIsNotReplacedUnasked() throws Exception {
        assertThatThrownBy(() -> request(spring, Audience.CUSTOMER, Locale.UK, AddressForm.FULL))
                .isInstanceOf(IllegalArgumentException.class);
        Path there = Files.writeString(folder.resolve("there.zip"), "mine");
        EvidencePack pack = EvidencePack.of(
                session, request(spring, Audience.CUSTOMER, Locale.UK, AddressForm.MASKED), () -> false);
        assertThatThrownBy(() -> pack.write(there, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there).hasContent("mine");
    }

    @Test
    void givenUpNothingIsLeftBehind() throws Exception {
        Path place = Files.createDirectory(folder.resolve("given-up"));
        boolean[] stop = {false};
        EvidencePack pack = EvidencePack.of(
                session, request(spring, Audience.INTERNAL, Locale.UK, AddressForm.FULL), () -> stop[0]);
        stop[0] = true;
        assertThatThrownBy(() -> pack.write(place.resolve("x.zip"), false))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aNameThatStandsAloneInAReplyDoesNotReachACustomer(@TempDir Path place) throws Exception {
        String event = """
                {"email": "mary.hidden@example.com", "timestamp": %d, "event": "%s", "sg_event_id": "%s", "sg_message_id": "own1.x"%s}
                """;
        Path file = Files.writeString(
                place.resolve("events.ndjson"),
                event.formatted(1773396000, "processed", "e1", "")
                        + event.formatted(
                                1773396001,
                                "bounce",
                                "e2",
                                ", \"type\": \"bounce\", \"reason\": \"550 5.1.1 User mary.hidden unknown\""));
        try (Session own = Session.open(
                place.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC)) {
            own.importFiles(List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            for (AddressForm form : List.of(AddressForm.MASKED, AddressForm.PSEUDONYMS)) {
                for (Audience audience : List.of(Audience.CUSTOMER, Audience.ESP)) {
                    Packed packed = EvidencePack.of(own, request(Filter.all(), audience, Locale.UK, form), () -> false)
                            .write(place.resolve(audience + "-" + form + ".zip"), true);
                    files(packed)
                            .forEach((name, content) -> assertThat(content)
                                    .as("%s for %s, %s", name, audience, form)
                                    .doesNotContainIgnoringCase("mary.hidden"));
                }
            }
        }
    }

    @Test
    void whatHasNoAnswerIsNotGivenTheTimeOfOne() throws Exception {
        for (String silent : List.of("unexplained", "timedout", "open", "uncovered")) {
            String summary = summaryOf("is:" + silent);
            assertThat(summary).as(silent).contains("In short").doesNotContain("The failures were told");
        }
        assertThat(summaryOf("is:hard")).contains("The failures were reported between");
        assertThat(summaryOf("(is:hard OR is:unexplained)"))
                .as("the times of the answers, whoever lacks one")
                .contains("The failures were reported between " + times(summaryOf("is:hard")));
    }

    private static String times(String summary) {
        Matcher m =
                Pattern.compile("The failures were reported between ([^.]+)\\.").matcher(summary);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    private static String summaryOf(String filter) throws Exception {
        Filter of = Filter.and(spring, FilterParser.parse(filter));
        return files(write("silent.zip", request(of, Audience.CUSTOMER, Locale.UK, AddressForm.MASKED)))
                .getOrDefault("summary.md", "");
    }

    /** Days, clock times and offsets are those of the zone that is asked for, not of the computer. */
    @Test
    void theZoneThatIsShownIsThatOfTheWholePack() throws Exception {
        Filter day = Filter.and(spring, FilterParser.parse("on:2026-03-12"));
        ZoneId zone = ZoneId.of("Pacific/Honolulu");
        EvidenceRequest asked = new EvidenceRequest(
                Planted.SPRING, day, Audience.INTERNAL, Locale.UK, zone, AddressForm.FULL, Part.usual());
        Packed there = write("honolulu.zip", asked);
        assertThat(there.rows())
                .isGreaterThan(write("paris.zip", request(day, Audience.INTERNAL, Locale.UK, AddressForm.FULL))
                        .rows());
        Map<String, String> files = files(there);
        assertThat(files.getOrDefault("summary.md", "")).contains("UTC-10:00", "Times in Pacific/Honolulu");
        assertThat(files.getOrDefault("rows.csv", "").lines().skip(1))
                .hasSize(there.rows())
                .allMatch(row -> row.startsWith("2026-03-12T") && row.contains("-10:00,2026-03-12T"));
        assertThat(files.values()).noneMatch(text -> text.contains("+01:00"));
        String postmasters = EvidencePack.of(
                        session,
                        new EvidenceRequest(
                                Planted.SPRING, day, Audience.ESP, Locale.UK, zone, AddressForm.MASKED, Part.usual()),
                        () -> false)
                .summary();
        assertThat(postmasters)
                .contains("Times in UTC.", "Days and clock times of the filter are those of Pacific/Honolulu.");
    }
}
