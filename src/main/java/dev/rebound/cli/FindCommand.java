package dev.rebound.cli;

import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.insight.Picture;
import dev.rebound.report.MessageRows;
import dev.rebound.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code find FILTER}: the messages (or the events) that a filter accepts, newest first. */
@CommandLine.Command(name = "find", description = "Messages that a filter accepts.", mixinStandardHelpOptions = true)
final class FindCommand extends Command {
    private static final int SHOWN_TO_PEOPLE = 50;

    @CommandLine.Parameters(paramLabel = "FILTER", arity = "0..*", description = "e.g. is:soft campaign:\"Spring*\"")
    List<String> filter = List.of();

    @CommandLine.Option(names = "--events", description = "The events that the filter accepts instead of the messages.")
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
            Questions questions = events ? picture.eventQuestions() : picture.questions();
            Bitmap rows = questions.select(wanted);
            MessageRows writer = new MessageRows(g.zone(), output.mask);
            int most = limit != null ? limit : output.isForPeople(g) ? SHOWN_TO_PEOPLE : Integer.MAX_VALUE;
            int[] newest = questions.page(rows, true, 0, most);
            if (events) {
                int[] messages =
                        IntStream.of(newest).map(picture.eventLog()::messageOf).toArray();
                output.write(
                        g,
                        terminal(),
                        rows.cardinality(),
                        "find.events",
                        writer.events(picture, newest, messages),
                        List.of("time", "kind", "address", "feed", "reason", "reply", "source"));
            } else {
                output.write(
                        g,
                        terminal(),
                        rows.cardinality(),
                        writer.messages(picture, newest),
                        List.of("time", "address", "campaign", "state", "reason", "tries"));
            }
            return DONE;
        }
    }
}
