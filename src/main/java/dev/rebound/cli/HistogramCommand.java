package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.filter.Field;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Questions.Bin;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** {@code histogram FILTER --step hour|day}: messages over time, by state. */
@CommandLine.Command(name = "histogram", description = "Messages over time, by state.", mixinStandardHelpOptions = true)
final class HistogramCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILTER", arity = "0..*")
    List<String> filter = List.of();

    @CommandLine.Option(names = "--step", paramLabel = "hour|day", defaultValue = "day")
    String step = "day";

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        TimeStep width = switch (step.toLowerCase(Locale.ROOT)) {
            case "hour" -> TimeStep.HOUR;
            case "day" -> TimeStep.DAY;
            default -> throw WrongUse.choice(g.words(), step, "--step", "hour, day");
        };
        try (Session session = g.open()) {
            Picture picture = session.picture();
            List<Bin> bins = picture.questions()
                    .histogram(
                            picture.questions().select(FilterParser.parse(FilterWords.text(filter))),
                            width,
                            Field.STATE);
            ObjectNode root = Terminal.object();
            ArrayNode list = root.putArray("bins");
            List<List<String>> table = new ArrayList<>();
            for (Bin bin : bins) {
                String from =
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(bin.from().atZone(g.zone()));
                ObjectNode node = list.addObject();
                node.put("from", from);
                ObjectNode counts = node.putObject("counts");
                bin.counts().forEach((state, n) -> counts.put(state, n));
                table.add(List.of(
                        from,
                        String.valueOf(bin.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())));
            }
            if (g.json) {
                terminal().json(root);
            } else {
                terminal().table(SpokenTable.header(g.words(), "from", "messages"), table);
            }
            return DONE;
        }
    }
}
