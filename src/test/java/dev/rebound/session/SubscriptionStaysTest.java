package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.profile.Profiles;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.store.ImportRun;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the program writes, the subscription status of an address is what its export of users says. */
class SubscriptionStaysTest {
    private static final Path SAMPLE = Path.of("assets/sample-feeds");
    private static final Path USERS = SAMPLE.resolve("braze-users.csv");
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);

    /** Everything a session offers. A new act makes this test fail until it is said here what it writes. */
    private static final Set<String> WRITING = Set.of(
            "importFiles",
            "undo",
            "putSetting",
            "change",
            "pseudonym",
            "erase",
            "compact",
            "encrypt",
            "restore",
            "retain",
            "moveTo",
            "openInstead",
            "saveReader");

    private static final Set<String> READING = Set.of(
            "open",
            "openToRead",
            "picture",
            "addListener",
            "explain",
            "classifier",
            "feeds",
            "clock",
            "zone",
            "folder",
            "imports",
            "rawRecord",
            "rawRecords",
            "rejections",
            "recognitions",
            "repeats",
            "repeatsOf",
            "settings",
            "ownSettings",
            "fileToAskFor",
            "check",
            "erasurePreview",
            "erasures",
            "unzoned",
            "storeFacts",
            "isWritable",
            "readOnly",
            "journal",
            "backup",
            "retentionPreview",
            "retentions",
            "before",
            "pastCounts",
            "sendsToAskFor",
            "subscriptions",
            "close");

    @TempDir
    Path folder;

    private Map<String, SubscriptionStatus> known;

    @BeforeEach
    void importTheUsers() throws IOException, StoreException {
        try (Session session = open()) {
            session.importFiles(List.of(USERS), OPTIONS, ImportListener.none());
            known = statuses(session);
        }
        assertThat(known)
                .hasSizeGreaterThan(2000)
                .containsValues(
                        SubscriptionStatus.SUBSCRIBED, SubscriptionStatus.OPTED_IN, SubscriptionStatus.UNSUBSCRIBED);
    }

    private Session open() throws StoreException {
        return Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                ZoneOffset.UTC);
    }

    private Map<String, SubscriptionStatus> statuses(Session session) throws IOException {
        Map<String, SubscriptionStatus> statuses = new TreeMap<>();
        try (Stream<String> lines = Files.lines(USERS, StandardCharsets.UTF_8)) {
            lines.skip(1)
                    .map(l -> l.split(",", -1)[3])
                    .forEach(a -> statuses.put(a, session.picture().subscription(a)));
        }
        return statuses;
    }

    @Test
    void everyActOfASessionIsNamedHere() {
        Set<String> acts = Stream.of(Session.class.getMethods())
                .filter(m -> m.getDeclaringClass() == Session.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(WRITING);
        named.addAll(READING);
        assertThat(acts)
                .as("an act that writes belongs into the other tests of this class")
                .isEqualTo(named);
    }

    @Test
    void importsOfBouncesListsAndComplaintsLeaveItAlone() throws IOException, StoreException {
        try (Session session = open()) {
            for (Path file : feedsWithoutUsers()) {
                session.importFiles(List.of(file), OPTIONS, ImportListener.none());
                assertThat(statuses(session)).as("after %s", file).isEqualTo(known);
            }
            session.importFiles(feedsWithoutUsers(), OPTIONS, ImportListener.none());
            session.importFiles(
                    feedsWithoutUsers(), new ImportOptions(ZoneOffset.UTC, null, true), ImportListener.none());
            assertThat(statuses(session)).isEqualTo(known);
            assertThat(session.picture().addresses().invalid())
                    .as("addresses did become invalid meanwhile")
                    .hasSizeGreaterThanOrEqualTo(20)
                    .extracting(InvalidAddress::subscription)
                    .contains(SubscriptionStatus.SUBSCRIBED);
        }
        try (Session again = open()) {
            assertThat(statuses(again)).as("after closing and opening").isEqualTo(known);
        }
    }

    @Test
    void takingImportsBackLeavesItAlone() throws IOException, StoreException {
        try (Session session = open()) {
            session.importFiles(feedsWithoutUsers(), OPTIONS, ImportListener.none());
            for (ImportRun run : session.imports()) {
                if (!run.source().name().equals(String.valueOf(USERS.getFileName()))) {
                    session.undo(run.id());
                }
            }
            assertThat(session.picture().addresses().invalid()).isEmpty();
            assertThat(statuses(session)).isEqualTo(known);
        }
    }

    @Test
    void backupEncryptionCompactionAndAMoveLeaveItAlone() throws IOException, StoreException {
        Path backup = folder.resolve("backup.zip");
        try (Session session = open()) {
            session.backup(backup);
            session.encrypt("a password of this test".toCharArray());
            session.encrypt(null);
            session.compact();
            assertThat(statuses(session)).isEqualTo(known);
            DataFolder places = new DataFolder(folder.resolve("store"));
            session.moveTo(folder.resolve("elsewhere"), places);
            assertThat(statuses(session)).isEqualTo(known);
            session.moveTo(folder.resolve("store"), places);
            assertThat(statuses(session)).isEqualTo(known);
        }
        Session.restore(
                folder.resolve("store"), backup, PasswordSource.none(), Clock.fixed(Planted.NOW, ZoneOffset.UTC));
        try (Session again = open()) {
            assertThat(statuses(again)).isEqualTo(known);
        }
    }

    @Test
    void oldMessagesGoAndItStays() throws IOException, StoreException {
        try (Session session = open()) {
            session.importFiles(feedsWithoutUsers(), OPTIONS, ImportListener.none());
            session.retain(Planted.NOW);
            assertThat(session.picture().events().size())
                    .as("what the list of invalid addresses rests on stays")
                    .isLessThan(100);
            assertThat(statuses(session)).isEqualTo(known);
        }
    }

    @Test
    void settingsLeaveItAlone() throws IOException, StoreException {
        try (Session session = open()) {
            session.putSetting("retry-window.default", "PT1H");
            session.putSetting("provider.example.com", "Somebody");
            session.putSetting("console.theme", "dark");
            session.putSetting("console.theme", null);
            Map<String, Optional<String>> marks = new TreeMap<>();
            known.keySet().stream()
                    .limit(50)
                    .forEach(a -> marks.put(
                            DataSettings.ADDRESS + a,
                            Optional.of(new DataSettings.AddressMark(a.length() % 2 == 0, Planted.NOW).content())));
            var before = session.change(marks);
            assertThat(statuses(session)).isEqualTo(known);
            session.change(before);
            assertThat(session.pseudonym(known.keySet().iterator().next())).isNotEmpty();
            assertThat(statuses(session)).isEqualTo(known);
        }
    }

    @Test
    void erasingOnePersonLeavesEverybodyElsesAloneAndKeepsTheStatusUnderThePseudonym()
            throws IOException, StoreException {
        String gone = known.keySet().iterator().next();
        try (Session session = open()) {
            session.importFiles(feedsWithoutUsers(), OPTIONS, ImportListener.none());
            String pseudonym = session.erase(gone).pseudonym();
            Map<String, SubscriptionStatus> others = statuses(session);
            assertThat(others.remove(gone)).as("nobody of that name is known").isEqualTo(SubscriptionStatus.UNKNOWN);
            assertThat(session.picture().subscription(pseudonym)).isEqualTo(known.get(gone));
            Map<String, SubscriptionStatus> before = new TreeMap<>(known);
            before.remove(gone);
            assertThat(others).isEqualTo(before);
        }
    }

    @Test
    void aReaderOfTheOperatorsOwnLeavesItAlone() throws IOException, StoreException {
        String profile = """
                {"version": 1, "id": "own-log", "name": "Own log", "source": "Own mailer",
                 "recognise": {"shape": "csv", "has": ["Recipient", "When", "Outcome"]},
                 "address": "Recipient", "time": "When",
                 "words": {"of": "Outcome", "mean": {"gone": "hard_bounce", "left": "unsubscribe"}}}
                """;
        String lines = known.keySet().stream()
                .limit(20)
                .map(a -> a + ",2026-03-13T10:00:00Z," + (a.length() % 2 == 0 ? "gone" : "left"))
                .collect(Collectors.joining("\n", "Recipient,When,Outcome\n", "\n"));
        try (Session session = open()) {
            session.saveReader(
                    Profiles.read(new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8)), "own-log.json")
                            .getFirst());
            assertThat(statuses(session)).isEqualTo(known);
            session.importFiles(
                    List.of(Files.writeString(folder.resolve("own.csv"), lines)), OPTIONS, ImportListener.none());
            assertThat(session.picture().events().size()).isEqualTo(20);
            assertThat(statuses(session)).isEqualTo(known);
        }
    }

    @Test
    void onlyWhatASourceSaysOfSubscriptionsItselfIsOne() throws IOException {
        List<String> tellers;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/rebound/feeds"))) {
            tellers = sources.filter(f -> f.toString().endsWith(".java"))
                    .filter(SubscriptionStaysTest::makesFacts)
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> !f.equals("RecordContext.java"))
                    .sorted()
                    .toList();
        }
        assertThat(tellers)
                .as("users, the list of unsubscribes, the subscription change events, profiles that say status")
                .containsExactly("BrazeBounceList.java", "BrazeEvents.java", "BrazeUsers.java", "ProfileEvents.java");
    }

    @Test
    void noProfileTakesABounceForAStatus() throws IOException {
        Path profiles = Path.of("src/main/resources/dev/rebound/feeds/provider");
        Pattern word = Pattern.compile("\"([^\"]+)\": \"status ");
        try (Stream<Path> files = Files.list(profiles)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("\"kind\": \"status ")) {
                        assertThat(line.toLowerCase(Locale.ROOT))
                                .as(file.getFileName().toString())
                                .doesNotContainPattern("bounce|cleaned|invalid|suppress");
                    }
                    for (Matcher m = word.matcher(line); m.find(); ) {
                        assertThat(m.group(1).toLowerCase(Locale.ROOT))
                                .as(file.getFileName().toString())
                                .doesNotContainPattern("bounce|cleaned|invalid|suppress");
                    }
                }
            }
        }
    }

    private static boolean makesFacts(Path source) {
        try {
            return Files.readString(source).contains(".subscription(");
        } catch (IOException e) {
            throw new AssertionError(source.toString().toLowerCase(Locale.ROOT), e);
        }
    }

    private static List<Path> feedsWithoutUsers() throws IOException {
        try (Stream<Path> walk = Files.walk(SAMPLE)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> !f.equals(USERS))
                    .sorted()
                    .toList();
        }
    }
}
