package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.MessageKind;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.report.RequestText;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file of the sample is taken away and given back. The messages that it alone tells the end of become <em>not covered</em>,
 * no other message moves, nothing becomes <em>unexplained</em>, the file is asked for by name and hours, and every number comes
 * back.
 *
 * <p>Five files that lie beside the traffic behave otherwise, and say so here: the operator's settings (without them each
 * service has the usual retry window, so what was over is open again), the stopped messages (never sent, so nothing shows that
 * they are gone), and three lists that tell no message (users, a change of subscription, the bounce list).
 */
class MissingFileTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);
    private static final Pattern CURRENTS = Pattern.compile("email\\.(\\w+)/date=(\\d{4}-\\d\\d-\\d\\d)-(\\d\\d)");

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void importTheSample() throws Exception {
        session = importedAt(folder.resolve("store"), Planted.NOW);
    }

    private static Session importedAt(Path folder, Instant now) throws Exception {
        Session session = Session.open(
                folder,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(now, ZoneOffset.UTC),
                ZoneOffset.UTC);
        session.importFiles(List.of(Path.of("assets/sample-feeds")), OPTIONS, ImportListener.none());
        return session;
    }

    @AfterEach
    void close() throws Exception {
        session.close();
    }

    @Test
    void aFileTakenAwayMovesItsMessagesToNotCoveredAndEveryNumberComesBackWithIt() throws Exception {
        Map<String, List<String>> whole = states();
        Map<String, Map<MessageState, Long>> accounts = accounts();
        long unexplained = count(MessageState.UNEXPLAINED);
        List<String> asked = requests();
        List<String> beside = new ArrayList<>();
        int moved = 0;
        for (ImportRun run : session.imports()) {
            String path = run.source().path();
            Map<String, Integer> alone = toldByThisFileAlone(run.id());
            session.undo(run.id());
            session.picture()
                    .gap(Filter.all(), GapBy.CAMPAIGN)
                    .forEach(g -> assertThat(g.addsUp()).as(path).isTrue());
            Map<String, Integer> moves = moves(whole, states());
            if (path.endsWith("rebound-settings.json")) {
                beside.add(path);
                assertThat(moves).isEqualTo(Map.of("TIMED_OUT > OPEN", 3, "UNEXPLAINED > OPEN", 1));
            } else if (path.contains("email.Abort")) {
                beside.add(path);
                assertThat(moves).isEqualTo(Map.of("NOT_SENT > ", 12));
            } else {
                assertThat(moves).as(path).isEqualTo(alone);
                assertThat(count(MessageState.UNEXPLAINED)).as(path).isEqualTo(unexplained);
                moved += moves.values().stream().mapToInt(n -> n).sum();
                if (path.contains("GlobalStateChange")
                        || path.endsWith("braze-users.csv")
                        || path.endsWith("braze-hard-bounces.json")) {
                    beside.add(path);
                } else {
                    assertAskedFor(path, asked);
                }
            }
            session.importFiles(List.of(Path.of(path)), OPTIONS, ImportListener.none());
            assertThat(states()).as("%s given back", path).isEqualTo(whole);
            assertThat(accounts()).as("%s given back", path).isEqualTo(accounts);
            assertThat(requests()).as("%s given back", path).isEqualTo(asked);
        }
        assertThat(moved).isEqualTo(12);
        assertThat(beside).hasSize(5);
    }

    @Test
    void withoutTheSendingServicesTheDeliveriesOfAnHourAreNotCoveredAndNothingBecomesUnexplained() throws Exception {
        for (ImportRun run : session.imports()) {
            if (run.source().path().contains("ses-events")
                    || run.source().path().contains("sendgrid")) {
                session.undo(run.id());
            }
        }
        Map<String, List<String>> whole = states();
        long unexplained = count(MessageState.UNEXPLAINED);
        int moved = 0;
        for (ImportRun run : session.imports()) {
            String path = run.source().path();
            Matcher currents = CURRENTS.matcher(path);
            if (currents.find() && currents.group(1).equals("Delivery") && !isAtTheEdge(currents)) {
                session.undo(run.id());
                Map<String, Integer> moves = moves(whole, states());
                // Of a message that came back, the bounce alone is left: it is then what it looks like.
                moves.remove("RETURNED > SOFT_BOUNCED");
                assertThat(moves.keySet()).as(path).allMatch(m -> m.endsWith(" > UNCOVERED"));
                // What no feed answers may have its answer in the missing hour; nothing is called unexplained that was
                // not.
                assertThat(count(MessageState.UNEXPLAINED)).as(path).isLessThanOrEqualTo(unexplained);
                moved += moves.getOrDefault("DELIVERED > UNCOVERED", 0);
                session.importFiles(List.of(Path.of(path)), OPTIONS, ImportListener.none());
                assertThat(states()).as("%s given back", path).isEqualTo(whole);
            }
        }
        assertThat(moved).isGreaterThan(2_000);
    }

    /** Long after the retries, when what has no end is over. */
    @Test
    void withoutTheSendingServicesTheBouncesOfAnHourAreAskedForByTheirFile() throws Exception {
        session.close();
        session = importedAt(folder.resolve("later"), Planted.NOW.plus(Duration.ofDays(10)));
        for (ImportRun run : session.imports()) {
            if (run.source().path().contains("ses-events")
                    || run.source().path().contains("sendgrid")) {
                session.undo(run.id());
            }
        }
        Map<String, List<String>> whole = states();
        long unexplained = count(MessageState.UNEXPLAINED);
        Map<String, String> asked = new TreeMap<>();
        for (ImportRun run : session.imports()) {
            String path = run.source().path();
            Matcher currents = CURRENTS.matcher(path);
            if (currents.find() && currents.group(1).endsWith("Bounce") && !isAtTheEdge(currents)) {
                session.undo(run.id());
                Map<String, Integer> moves = moves(whole, states());
                moves.remove("RETURNED > DELIVERED");
                String hour = "%s:00".formatted(currents.group(3));
                if (requests().stream()
                        .anyMatch(r -> r.contains("users.messages.email." + currents.group(1) + ",")
                                && r.contains(hour + "–"))) {
                    asked.put(currents.group(1) + " " + currents.group(2).substring(8) + " " + hour, moves.toString());
                    assertThat(moves.keySet()).as(path).allMatch(m -> m.endsWith(" > UNCOVERED"));
                    assertThat(count(MessageState.UNEXPLAINED)).as(path).isLessThanOrEqualTo(unexplained);
                }
                session.importFiles(List.of(Path.of(path)), OPTIONS, ImportListener.none());
                assertThat(states()).as("%s given back", path).isEqualTo(whole);
            }
        }
        // The other six stand alone or at an edge of their burst: nothing beside them makes their hour expected.
        assertThat(asked).hasSize(10);
    }

    private List<String> requests() {
        Words words = new Words(Locale.UK, dev.rebound.cli.CommandLineProgram.class);
        return session.picture().coverage().requests().stream()
                .map(h -> RequestText.of(h, session.fileToAskFor(h), words))
                .toList();
    }

    /** By this file, of its kind and its hour, or of the service it comes from. */
    private void assertAskedFor(String path, List<String> askedBefore) {
        List<String> fresh = new ArrayList<>(requests());
        fresh.removeAll(askedBefore);
        Matcher m = CURRENTS.matcher(path);
        if (m.find()) {
            String day = "%d March 2026".formatted(Integer.parseInt(m.group(2).substring(8)));
            int hour = Integer.parseInt(m.group(3));
            assertThat(fresh).as(path).anyMatch(r -> isOf(r, "users.messages.email." + m.group(1), day, hour));
        } else {
            String export = path.contains("sendgrid") ? "SendGrid activity export" : "Amazon SES events";
            assertThat(fresh)
                    .as(path)
                    .anyMatch(r -> r.contains(export) && r.contains("12 March 2026 07:00 – 14 March 2026 1"));
        }
    }

    private static boolean isOf(String request, String type, String day, int hour) {
        Matcher hours = Pattern.compile(Pattern.quote(type + ", " + day) + " (\\d\\d):00–(\\d\\d):00 UTC")
                .matcher(request);
        return hours.find() && Integer.parseInt(hours.group(1)) <= hour && hour < Integer.parseInt(hours.group(2));
    }

    /** By the move that has to come: messages whose delivery or failure only this import tells. */
    private Map<String, Integer> toldByThisFileAlone(long importId) {
        Picture picture = session.picture();
        Map<String, Integer> moves = new TreeMap<>();
        for (int m = 0; m < picture.messages().size(); m++) {
            MessageState state = picture.messages().state(m);
            boolean ended = false;
            boolean elsewhere = false;
            for (int row : picture.messages().eventsOf(m)) {
                EventKind kind = picture.events().kind(row);
                if (kind == EventKind.DELIVERY || kind.isFailure()) {
                    ended |= picture.events().importId(row) == importId;
                    elsewhere |= picture.events().importId(row) != importId;
                }
            }
            if (ended && !elsewhere && state != null && picture.messages().kind(m) == MessageKind.SENT) {
                moves.merge(state + " > UNCOVERED", 1, Integer::sum);
            }
        }
        return moves;
    }

    /**
     * Whether an export ends with an hour or had not begun before it, nobody can tell from its files; but that a dozen sends of
     * the last hour have no delivery.
     */
    private boolean isAtTheEdge(Matcher m) {
        String hour = m.group(2) + "-" + m.group(3);
        return hour.equals("2026-03-12-07")
                || (hour.equals("2026-03-14-10") && !m.group(1).equals("Delivery"));
    }

    private long count(MessageState state) {
        Picture picture = session.picture();
        long n = 0;
        for (int i = 0; i < picture.messages().size(); i++) {
            n += picture.messages().state(i) == state ? 1 : 0;
        }
        return n;
    }

    /** What each message of an address and ten minutes came to. */
    private Map<String, List<String>> states() {
        Picture picture = session.picture();
        Map<String, List<String>> out = new TreeMap<>();
        for (int m = 0; m < picture.messages().size(); m++) {
            MessageKind kind = picture.messages().kind(m);
            MessageState state = picture.messages().state(m);
            long sent = picture.messages().sentMillis(m);
            String key = picture.row(m).address() + " "
                    + (sent == 0 ? picture.messages().timeMillis(m) : sent) / 600_000;
            out.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(kind == MessageKind.SENT && state != null ? state.name() : kind.name());
        }
        out.values().forEach(Collections::sort);
        return out;
    }

    private static Map<String, Integer> moves(Map<String, List<String>> before, Map<String, List<String>> now) {
        Map<String, Integer> moves = new TreeMap<>();
        Map<String, List<String>> all = new TreeMap<>(before);
        now.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            List<String> gone = new ArrayList<>(before.getOrDefault(key, List.of()));
            List<String> come = new ArrayList<>(now.getOrDefault(key, List.of()));
            List.copyOf(gone).forEach(s -> {
                if (come.remove(s)) {
                    gone.remove(s);
                }
            });
            for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
                moves.merge(
                        (i < gone.size() ? gone.get(i) : "") + " > " + (i < come.size() ? come.get(i) : ""),
                        1,
                        Integer::sum);
            }
        }
        return moves;
    }

    private Map<String, Map<MessageState, Long>> accounts() {
        Map<String, Map<MessageState, Long>> accounts = new TreeMap<>();
        session.picture().gap(Filter.all(), GapBy.CAMPAIGN).forEach(g -> accounts.put(g.key(), g.states()));
        return accounts;
    }
}
