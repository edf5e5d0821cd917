package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.JsonText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of payloads that others published: what each file turned out to be, and whether we agree with what its
 * publisher's own library makes of it ({@code x.expected.json} beside {@code x.json}).
 *
 * <p>Run by hand: {@code mvn -q test-compile exec:exec@samples} (the folder {@code ../shared/samples}, or the one given
 * by {@code -Drebound.samples=…}).
 */
public final class SamplesTable {
    /**
     * One file.
     *
     * @param feed what it is; empty when it was refused
     * @param reason why it was refused, or the first rejection's reason; empty when all is well
     */
    public record Row(Path file, String feed, int events, int statuses, int rejected, String reason) {}

    /**
     * One payload with a second opinion.
     *
     * @param told the other's word
     * @param ours what we make of it
     * @param agrees whether kind and recipient are the same
     */
    public record Opinion(Path file, String told, String ours, boolean agrees) {}

    private SamplesTable() {}

    /** Prints both tables of the folder given, or of {@code ../shared/samples}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 && !args[0].isBlank() ? args[0] : "../shared/samples");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Row row : rows(folder)) {
            out.printf(
                    "%-75s %-26s %4d %4d %4d  %s%n",
                    folder.relativize(row.file()),
                    row.feed().isEmpty() ? "REFUSED" : row.feed(),
                    row.events(),
                    row.statuses(),
                    row.rejected(),
                    row.reason());
        }
        List<Opinion> opinions = opinions(folder);
        long agreeing = opinions.stream().filter(Opinion::agrees).count();
        opinions.stream()
                .filter(o -> !o.agrees())
                .forEach(o -> out.printf(
                        "differs: %-60s theirs %s, ours %s%n", folder.relativize(o.file()), o.told(), o.ours()));
        out.printf(
                Locale.ROOT,
                "%d of %d agree (%.1f %%)%n",
                agreeing,
                opinions.size(),
                100.0 * agreeing / Math.max(1, opinions.size()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith("PROVENANCE.md"))
                    .sorted()
                    .toList();
        }
    }

    /** Every file of a folder but the opinions. */
    public static List<Row> rows(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : files(folder)) {
            if (!file.toString().endsWith(".expected.json")) {
                rows.add(row(file));
            }
        }
        return rows;
    }

    private static Row row(Path file) {
        try {
            Reading r = Reading.of(file);
            return new Row(
                    file,
                    r.file().feedId(),
                    r.events().size(),
                    r.subscriptions().size(),
                    r.rejections().size(),
                    r.rejections().isEmpty() ? "" : r.rejections().getFirst().reason());
        } catch (FeedException e) {
            return new Row(file, "", 0, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    /** Every payload that somebody has an opinion on. */
    public static List<Opinion> opinions(Path folder) throws IOException {
        List<Opinion> opinions = new ArrayList<>();
        for (Path told : files(folder)) {
            if (told.toString().endsWith(".expected.json")) {
                Path payload = told.resolveSibling(told.getFileName().toString().replace(".expected.json", ".json"));
                JsonNode opinion = JsonText.mapper().readTree(Files.readString(told));
                if (opinion.path("event_type").size() > 0) {
                    opinions.add(opinion(payload, opinion));
                }
            }
        }
        return opinions;
    }

    private static Opinion opinion(Path payload, JsonNode told) {
        String word = told.path("event_type").path(0).asText();
        String recipient = told.path("recipient").path(0).asText("");
        String because = told.path("reject_reason").path(0).asText("");
        String theirs =
                word + (because.isEmpty() || because.equals("null") ? "" : " (" + because + ")") + " " + recipient;
        try {
            Reading reading = Reading.of(payload);
            boolean agrees = reading.events().stream().anyMatch(e -> agrees(e, word, because, recipient));
            List<String> ours = reading.events().stream()
                    .map(e -> e.kind() + " " + e.address().text())
                    .toList();
            String refused = reading.rejections().isEmpty()
                    ? ""
                    : reading.rejections().getFirst().reason();
            return new Opinion(payload, theirs, ours + " " + refused, agrees);
        } catch (FeedException e) {
            return new Opinion(payload, theirs, String.valueOf(e.getMessage()), false);
        }
    }

    /**
     * The same recipient, and a kind that the other's word covers, or its reason: what it calls bounced because it is
     * blocked was never tried, and what it calls rejected because time ran out was tried to the end.
     */
    private static boolean agrees(RawEvent event, String word, String because, String recipient) {
        boolean byReason = (word.equals("bounced") && because.equals("blocked") && event.kind() == EventKind.DROP)
                || (word.equals("rejected") && because.equals("timed_out") && event.kind() == EventKind.SOFT_BOUNCE);
        return (byReason || kinds(word).contains(event.kind()))
                && (recipient.isEmpty() || event.address().text().equalsIgnoreCase(recipient));
    }

    /** Our kinds that a word of the other library covers: it has one word for every final failure. */
    static Set<EventKind> kinds(String word) {
        return switch (word) {
            case "queued", "sent" -> Set.of(EventKind.SEND);
            case "delivered" -> Set.of(EventKind.DELIVERY);
            case "deferred" -> Set.of(EventKind.DEFERRAL);
            case "bounced" ->
                Set.of(
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.BLOCK,
                        EventKind.BOUNCE,
                        EventKind.LISTED_INVALID);
            case "rejected" -> Set.of(EventKind.REJECTION, EventKind.DROP);
            case "failed" -> Set.of(EventKind.REJECTION, EventKind.BOUNCE);
            case "complained" -> Set.of(EventKind.COMPLAINT);
            case "unsubscribed" -> Set.of(EventKind.UNSUBSCRIBE);
            case "opened" -> Set.of(EventKind.OPEN);
            case "clicked" -> Set.of(EventKind.CLICK);
            // The library has no word for an automatic answer, nor, as it was set up here, for a first open.
            case "autoresponded", "unknown", "subscribed" -> Set.of(EventKind.OTHER, EventKind.OPEN);
            default -> Set.of();
        };
    }
}
