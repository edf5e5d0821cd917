package dev.rebound.cli;

import dev.rebound.filter.FilterParser;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ReplyGroup;
import dev.rebound.report.MessageRows;
import dev.rebound.session.Session;
import java.util.List;
import picocli.CommandLine;

/**
 * {@code patterns FILTER}: the replies of the messages, grouped by pattern. {@code patterns is:unrecognised} lists what no
 * rule knows, {@code patterns --disagreeing} where a sending service's word and the reply say different things.
 */
@CommandLine.Command(
        name = "patterns",
        description = "Replies grouped by pattern: how often, what they mean, what the sending service called them.",
        mixinStandardHelpOptions = true)
final class PatternsCommand extends Command {
    @CommandLine.Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "e.g. is:unrecognised; all messages without one.")
    List<String> filter = List.of();

    @CommandLine.Option(
            names = "--disagreeing",
            description = "Only where the sending service's word and the reply are of different classes.")
    boolean disagreeing;

    @CommandLine.Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            converter = WholeNumber.class,
            description = "At most so many patterns.")
    int limit = 1_000;

    @CommandLine.Mixin
    RowsOutput output = new RowsOutput();

    private static final List<String> SHOWN = List.of("messages", "class", "reason", "word", "pattern");

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Picture picture = session.picture();
            Bitmap chosen = picture.questions().select(FilterParser.parse(FilterWords.text(filter)));
            List<ReplyGroup> all = picture.replyGroups(chosen).stream()
                    .filter(group -> !disagreeing || group.isDisagreement())
                    .toList();
            output.write(
                    g,
                    terminal(),
                    all.size(),
                    "patterns.total",
                    new MessageRows(g.zone(), output.mask)
                            .replies(all.stream().limit(limit).toList()),
                    SHOWN);
            return DONE;
        }
    }
}
