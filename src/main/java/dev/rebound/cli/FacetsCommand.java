package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.filter.Field;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code facets FILTER --field F…}: how often each value occurs. */
@CommandLine.Command(
        name = "facets",
        description = "Values of fields with their counts.",
        mixinStandardHelpOptions = true)
final class FacetsCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILTER", arity = "0..*")
    List<String> filter = List.of();

    @CommandLine.Option(
            names = "--field",
            paramLabel = "F",
            required = true,
            arity = "1..*",
            split = ",",
            description = "Fields, e.g. reason provider. What is no field's name belongs to the filter.")
    List<String> named = List.of();

    @CommandLine.Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            converter = WholeNumber.class,
            description = "At most so many values a field.")
    int limit = 1_000;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Picture picture = session.picture();
            List<String> words = new ArrayList<>(filter);
            List<String> fields = new ArrayList<>();
            // "--field reason is:soft" and "--field reason provider" are both what people type.
            named.forEach(word -> {
                boolean field = fields.isEmpty() || (word.indexOf(':') < 0 && !FilterWords.isMarked(word));
                (field ? fields : words).add(word);
            });
            Bitmap rows = picture.questions().select(FilterParser.parse(FilterWords.text(words)));
            ObjectNode root = Terminal.object();
            ObjectNode facets = root.putObject("facets");
            List<List<String>> table = new ArrayList<>();
            for (String name : fields) {
                Field field = Field.named(name)
                        .orElseThrow(() -> new WrongUse(g.words().of("facets.nofield", name)
                                + Field.nearest(name)
                                        .map(n -> " " + g.words().of("use.near", n))
                                        .orElse("")));
                ArrayNode values = facets.putArray(name);
                for (FacetValue v : picture.questions().facet(rows, field, limit)) {
                    values.addObject().put("value", v.value()).put("count", v.count());
                    table.add(List.of(
                            SpokenTable.field(g.words(), field.code()),
                            SpokenTable.value(g.words(), field.code(), v.value()),
                            String.valueOf(v.count())));
                }
            }
            if (g.json) {
                terminal().json(root);
            } else {
                terminal().table(SpokenTable.header(g.words(), "field", "value", "count"), table);
            }
            return DONE;
        }
    }
}
