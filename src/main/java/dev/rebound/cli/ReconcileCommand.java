package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.figures.ReadFigures;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.Picture;
import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.session.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code reconcile --campaign TEXT --figures FILE}: what a dashboard claims against our rows. */
@CommandLine.Command(
        name = "reconcile",
        description = "Figures of a dashboard against our rows, with the causes of each difference.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand extends Command {
    @CommandLine.Option(
            names = "--campaign",
            paramLabel = "TEXT",
            description = "The campaign that the figures are about; * stands for any text.")
    @Nullable
    String campaign;

    @CommandLine.Option(
            names = "--figures",
            required = true,
            paramLabel = "FILE",
            description = "Analytics JSON, CSV or lines such as \"Deliveries 1,816\"; - reads standard input.")
    Path figures = Path.of("-");

    @CommandLine.Mixin
    DaysIn daysIn = new DaysIn();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        ZoneId days = daysIn.of(g);
        ReadFigures read = GivenFigures.read(figures, days, g, terminal());
        try (Session session = g.open()) {
            Picture picture = session.picture();
            String typed = campaign;
            Filter about = typed == null ? named(read.campaigns()) : CampaignText.filter(typed, picture, g.words());
            ReadFigures meant = typed == null ? read : read.about(CampaignText.names(typed, about, picture));
            List<String> others = read.without(meant);
            if (typed != null && meant.claims().isEmpty()) {
                throw new WrongUse(g.words().of("reconcile.othercampaigns", typed, String.join(", ", others)));
            }
            if (!others.isEmpty()) {
                terminal().tell(g.words().of("reconcile.leftout", others.size(), String.join(", ", others)));
            }
            Comparison comparison = Comparison.of(picture, about, meant.claims(), days);
            if (g.json) {
                terminal().json(json(comparison));
            } else {
                print(g, comparison);
            }
            return comparison.isExplained() && read.notUnderstood().isEmpty() ? DONE : LOOK;
        }
    }

    /** Figures whose rows name their campaigns are about those, where nobody says otherwise. */
    private static Filter named(List<String> campaigns) {
        List<Filter> each = campaigns.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Filter.is(Field.CAMPAIGN, name))
                .toList();
        return each.isEmpty() ? Filter.all() : each.size() == 1 ? each.getFirst() : new Filter.Or(each);
    }

    private ObjectNode json(Comparison comparison) {
        ObjectNode root = Terminal.object();
        root.put("campaign", campaign);
        root.put("zone", comparison.zone().getId());
        ArrayNode lines = root.putArray("figures");
        for (Comparison.Line line : comparison.lines()) {
            ObjectNode node = lines.addObject();
            node.put("figure", line.claim().figure().code());
            node.put("claimant", line.claim().claimant());
            node.put("day", text(line.claim().day()));
            node.put("from", text(line.claim().from()));
            node.put("to", text(line.claim().to()));
            node.put("claimed", line.claim().value());
            node.put("ours", line.ours());
            node.put("difference", line.difference());
            ArrayNode causes = node.putArray("causes");
            for (Cause cause : line.causes()) {
                causes.addObject()
                        .put("cause", cause.kind().code())
                        .put("count", cause.count())
                        .put("of", cause.of())
                        .put("filter", cause.rows().toText());
            }
            node.put("not_explained", line.rest());
            node.put("filter", line.rows().toText());
        }
        root.put("explained", comparison.isExplained());
        return root;
    }

    private static String figure(Globals g, Claim claim) {
        String figure = g.words().of("figure." + claim.figure().code());
        if (claim.day() != null) {
            return "  " + figure + " " + claim.day();
        }
        return claim.from() == null ? figure : figure + " " + claim.from() + "…" + claim.to();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void print(Globals g, Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Line line : comparison.lines()) {
            rows.add(List.of(
                    figure(g, line.claim()),
                    String.valueOf(line.claim().value()),
                    String.valueOf(line.ours()),
                    line.difference() > 0 ? "+" + line.difference() : String.valueOf(line.difference()),
                    line.causes().stream()
                            .map(c -> g.words().of("cause." + c.kind().code(), Math.abs(c.count())))
                            .collect(Collectors.joining(" · ")),
                    line.rest() == 0 ? "" : g.words().of("reconcile.rest", Math.abs(line.rest()))));
        }
        terminal()
                .table(
                        List.of(
                                g.words().of("reconcile.figure"),
                                g.words().of("reconcile.claimed"),
                                g.words().of("reconcile.ours"),
                                g.words().of("reconcile.difference"),
                                g.words().of("reconcile.causes"),
                                g.words().of("reconcile.open")),
                        rows);
    }
}
