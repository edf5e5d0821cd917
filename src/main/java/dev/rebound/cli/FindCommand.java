package dev.rebound.cli;

import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.Picture;
import dev.rebound.report.MessageRows;
import dev.rebound.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code find FILTER}: the messages (or their events) that a filter accepts, newest first. */
@CommandLine.Command(name = "find", description = "Messages that a filter accepts.", mixinStandardHelpOptions = true)
final class FindCommand extends Command {
    private static final int SHOWN_TO_PEOPLE = 50;

    @CommandLine.Parameters(paramLabel = "FILTER", arity = "0..*", description = "e.g. is:soft campaign:\"Spring*\"")
    List<String> filter = List.of();

    @CommandLine.Option(names = "--events", description = "The events of the messages instead of the messages.")
    boolean events;

    @CommandLine.Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumber.class,
            description = "At most so many rows (default: all to a file or machine, 50 to people).")
    @Nullable
    Integer limit;

    @CommandLine.Mixin
    RowsOutput output = new RowsOutput();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        Filter wanted = FilterParser.parse(FilterWords.text(filter));
        try (Session session = g.open()) {
            Picture picture = session.picture();
            Bitmap rows = picture.questions().select(wanted);
            MessageRows writer = new MessageRows(g.zone(), output.mask);
            int most = limit != null ? limit : output.isForPeople(g) ? SHOWN_TO_PEOPLE : Integer.MAX_VALUE;
            if (events) {
                // Rows of events are in time order, so sorting the pairs by event is sorting by time.
                long[] pairs = IntStream.of(picture.questions().page(rows, true, 0, Integer.MAX_VALUE))
                        .mapToObj(m ->
                                Arrays.stream(picture.messages().eventsOf(m)).mapToLong(e -> (long) e << 32 | m))
                        .flatMapToLong(pair -> pair)
                        .sorted()
                        .toArray();
                long[] newest = IntStream.range(0, Math.min(pairs.length, most))
                        .mapToLong(i -> pairs[pairs.length - 1 - i])
                        .toArray();
                output.write(
                        g,
                        terminal(),
                        pairs.length,
                        "find.events",
                        writer.events(
                                picture,
                                Arrays.stream(newest)
                                        .mapToInt(p -> (int) (p >> 32))
                                        .toArray(),
                                Arrays.stream(newest).mapToInt(p -> (int) p).toArray()),
                        List.of("time", "kind", "address", "feed", "reason", "reply", "source"));
            } else {
                output.write(
                        g,
                        terminal(),
                        rows.cardinality(),
                        writer.messages(picture, picture.questions().page(rows, true, 0, most)),
                        List.of("time", "address", "campaign", "state", "reason", "tries"));
            }
            return DONE;
        }
    }
}
