package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EventText;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.JoinReport;
import dev.rebound.insight.Picture;
import dev.rebound.report.RequestText;
import dev.rebound.session.Session;
import dev.rebound.words.Percent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code coverage}: which hours of which feed are held, which are missing, and what to ask for. */
@CommandLine.Command(
        name = "coverage",
        description = "Hours of each feed that are held, and hours that a missing file would fill.",
        mixinStandardHelpOptions = true)
final class CoverageCommand extends Command {
    private static final int UNJOINED_SHOWN = 100;
    private static final int UNJOINED_PRINTED = 20;

    @CommandLine.Option(names = "--from", paramLabel = "TIME", description = "Only hours from here on.")
    @Nullable
    String from;

    @CommandLine.Option(names = "--to", paramLabel = "TIME", description = "Only hours before this.")
    @Nullable
    String to;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        Instant first = from == null ? Instant.MIN : time(g, from);
        Instant end = to == null ? Instant.MAX : time(g, to);
        try (Session session = g.open()) {
            Coverage coverage = session.picture().coverage();
            ObjectNode root = Terminal.object();
            ArrayNode feeds = root.putArray("feeds");
            coverage.strips().forEach(strip -> add(feeds.addObject(), strip, first, end));
            ArrayNode missing = root.putArray("missing");
            for (Coverage.Hole hole : coverage.requests()) {
                if (hole.to().isAfter(first) && hole.from().isBefore(end)) {
                    String request = RequestText.of(hole, session.fileToAskFor(hole), g.words());
                    missing.addObject()
                            .put("feed", hole.feed())
                            .put("kind", hole.kind().name().toLowerCase(Locale.ROOT))
                            .put("from", hole.from().toString())
                            .put("to", hole.to().toString())
                            .put("partial", hole.partial())
                            .put("request", request);
                    if (!g.json) {
                        terminal().print(request);
                    }
                }
            }
            joins(g, session.picture(), root.putArray("joins"));
            boolean noSends =
                    !session.picture().hasSends() && session.picture().events().size() > 0;
            List<String> sendsOf = noSends ? session.sendsToAskFor() : List.of();
            sendsOf.forEach(root.putArray("sends_of")::add);
            if (g.json) {
                terminal().json(root);
            } else if (noSends) {
                terminal()
                        .print(
                                sendsOf.isEmpty()
                                        ? g.words().of("gap.nosends")
                                        : g.words().of("coverage.nosends", String.join(", ", sendsOf)));
            } else if (missing.isEmpty()) {
                terminal().print(g.words().of("coverage.whole"));
            }
            return missing.isEmpty() && !noSends ? DONE : LOOK;
        }
    }

    static Instant time(Globals g, String text) {
        return FilterValues.time(text, g.clock().instant(), g.zone())
                .orElseThrow(() -> new WrongUse(g.words().of("use.time", text)))
                .from();
    }

    /** Hours that have events or should have; what is not listed is quiet. */
    private static void add(ObjectNode node, Coverage.Strip strip, Instant first, Instant end) {
        node.put("feed", strip.feed());
        node.put("kind", strip.kind().name().toLowerCase(Locale.ROOT));
        ArrayNode hours = node.putArray("hours");
        SortedSet<Instant> all = new TreeSet<>(strip.events().keySet());
        all.addAll(strip.holes().keySet());
        for (Instant hour : all) {
            if (!hour.isBefore(first) && hour.isBefore(end)) {
                hours.addObject()
                        .put("hour", hour.toString())
                        .put("events", strip.events().getOrDefault(hour, 0L))
                        .put(
                                "status",
                                Objects.requireNonNull(strip.status(hour)).code());
            }
        }
    }

    /** The first answers of a sending service that belong to no send of the platform. */
    private void printUnjoined(Globals g, Picture picture, JoinReport.Source source) {
        List<Integer> rows = source.unjoinedEvents();
        if (rows.isEmpty()) {
            return;
        }
        terminal().print(g.words().of("coverage.notjoined"));
        rows.stream().limit(UNJOINED_PRINTED).forEach(row -> {
            ChainEvent event = picture.chainEvent(row);
            String id = picture.events().textValue(EventText.MESSAGE_ID, row);
            String address = picture.events()
                    .dictionaries()
                    .addresses()
                    .value(picture.events().address(row));
            terminal()
                    .print("  " + event.time().atZone(g.zone()).toOffsetDateTime() + "  " + SpokenTable.address(address)
                            + (id == null ? "" : "  " + id) + "  [" + event.file() + "]");
        });
        if (rows.size() > UNJOINED_PRINTED) {
            terminal().print("  " + g.words().of("coverage.morenotjoined", rows.size() - UNJOINED_PRINTED));
        }
    }

    /** How much of each sending service's mail was found among the platform's sends, and what was not. */
    private void joins(Globals g, Picture picture, ArrayNode out) {
        if (!g.json && !picture.joins().sources().isEmpty()) {
            terminal()
                    .print(g.words()
                            .of(
                                    "coverage.window",
                                    JoinReport.ACCEPTED_WITHIN.toMinutes(),
                                    JoinReport.ANSWERED_WITHIN.toHours()));
        }
        Percent percent = Percent.upTo(g.locale(), 1);
        for (JoinReport.Source source : picture.joins().sources()) {
            ObjectNode node = out.addObject()
                    .put("feed", source.name())
                    .put("messages", source.messages())
                    .put("joined", source.joined())
                    .put("joined_by_id", source.byId())
                    .put("rate", source.rate());
            ArrayNode open = node.putArray("not_joined");
            source.unjoinedEvents().stream().limit(UNJOINED_SHOWN).forEach(row -> {
                ChainEvent event = picture.chainEvent(row);
                open.addObject()
                        .put("time", event.time().toString())
                        .put(
                                "address",
                                picture.events()
                                        .dictionaries()
                                        .addresses()
                                        .value(picture.events().address(row)))
                        .put("message_id", picture.events().textValue(EventText.MESSAGE_ID, row))
                        .put("source", event.file());
            });
            if (!g.json) {
                terminal()
                        .print(g.words()
                                .of(
                                        "coverage.joined",
                                        percent.of(source.rate()),
                                        source.name(),
                                        source.joined(),
                                        source.messages()));
                printUnjoined(g, picture, source);
            }
        }
    }
}
