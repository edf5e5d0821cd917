package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
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
 * Each file of the sample is taken away and given back. What its messages lose becomes <em>not covered</em>, never
 * <em>unexplained</em>; a missing file of sends or deliveries is asked for by type and hour; and every number comes back.
 *
 * <p>Two files are no exports of sends or answers and say so here: the settings (without them each service has the usual
 * retry window, so what was over is open again) and the file of stopped messages, which were never sent.
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
        int named = 0;
        for (ImportRun run : session.imports()) {
            String path = run.source().path();
            session.undo(run.id());
            session.picture()
                    .gap(Filter.all(), GapBy.CAMPAIGN)
                    .forEach(g -> assertThat(g.addsUp()).as(path).isTrue());
            Map<String, Integer> moves = moves(whole, states());
            if (path.endsWith("rebound-settings.json")) {
                assertThat(moves).isEqualTo(Map.of("TIMED_OUT > OPEN", 3, "UNEXPLAINED > OPEN", 1));
            } else if (path.contains("email.Abort")) {
                assertThat(moves).isEqualTo(Map.of("NOT_SENT > ", 12));
            } else {
                assertThat(moves.keySet()).as(path).allMatch(m -> m.endsWith(" > UNCOVERED"));
                assertThat(count(MessageState.UNEXPLAINED)).as(path).isEqualTo(unexplained);
            }
            if (path.contains("sendgrid") && !moves.isEmpty()) {
                // Of the hour whose deliveries the platform's export lacks, SendGrid alone had told: that hour is asked
                // for.
                assertThat(requests())
                        .anyMatch(r -> r.contains("users.messages.email.Delivery, 13 March 2026 13:00–14:00 UTC"));
            } else if (moves.keySet().stream().anyMatch(m -> m.endsWith(" > UNCOVERED"))) {
                assertThat(assertAskedFor(path)).as("%s is asked for", path).isEqualTo(1);
            }
            named += assertAskedFor(path);
            session.importFiles(List.of(Path.of(path)), OPTIONS, ImportListener.none());
            assertThat(states()).as("%s given back", path).isEqualTo(whole);
            assertThat(accounts()).as("%s given back", path).isEqualTo(accounts);
        }
        assertThat(named)
                .as("files of sends and deliveries that were asked for")
                .isGreaterThanOrEqualTo(39);
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

    /** 1 where the file is one that must be asked for, and was. */
    private int assertAskedFor(String path) {
        Matcher m = CURRENTS.matcher(path);
        if (!m.find() || !List.of("Send", "Delivery").contains(m.group(1)) || isAtTheEdge(m)) {
            return 0;
        }
        Instant hour = Instant.parse(m.group(2) + "T" + m.group(3) + ":00:00Z");
        Words words = new Words(Locale.UK, dev.rebound.cli.CommandLineProgram.class);
        List<String> requests = session.picture().coverage().requests().stream()
                .filter(h -> !hour.isBefore(h.from()) && hour.isBefore(h.to()))
                .map(h -> RequestText.of(h, session.fileToAskFor(h), words))
                .toList();
        assertThat(requests)
                .as(path)
                .anyMatch(r -> r.contains("users.messages.email." + m.group(1))
                        && r.contains("March 2026")
                        && r.contains("UTC"));
        return 1;
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
