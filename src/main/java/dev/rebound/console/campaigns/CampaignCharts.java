package dev.rebound.console.campaigns;

import dev.rebound.chart.Chart;
import dev.rebound.chart.Course;
import dev.rebound.chart.Ink;
import dev.rebound.chart.ShareBars;
import dev.rebound.chart.Spot;
import dev.rebound.chart.StackedColumns;
import dev.rebound.chart.Waterfall;
import dev.rebound.console.kit.Desk;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.insight.AnswerCourse;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.RetryAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The numbers of campaigns as charts. Every mark says its number in words and opens its messages. */
final class CampaignCharts {
    /** More lines than a person takes in at once are one line, the rest. */
    private static final int MOST_LINES = 9;

    /** A share of fewer sends says little. */
    private static final int LEAST_SENDS = 10;

    private static final List<MessageState> ALL = Stream.concat(
                    Stream.of(MessageState.DELIVERED, MessageState.RETURNED), GapBlock.ORDER.stream())
            .toList();
    private static final double SAME = 0.02;

    /** How the hour or day of a group is told beneath its column and in its words, and the offset of the clock then. */
    record Times(String shortly, String full, String offset) {}

    private final Desk desk;

    CampaignCharts(Desk desk) {
        this.desk = desk;
    }

    private String count(long n) {
        return desk.formats().count(n);
    }

    private Spot spot(String what, long n, long whole, Filter rows) {
        return new Spot(desk.text("chart.spot", what, count(n), desk.formats().percent(n, whole)), rows.toText());
    }

    private String state(MessageState state) {
        return desk.text("state.short." + state.code());
    }

    String name(GapGroup g) {
        return g.key().isEmpty() ? desk.text("campaigns.noname") : g.key();
    }

    /** From sends to deliveries, state by state. */
    Chart waterfall(GapGroup g) {
        List<Waterfall.Step> steps = GapBlock.ORDER.stream()
                .map(s -> new Waterfall.Step(
                        state(s), g.count(s), Ink.of(s), spot(state(s), g.count(s), g.sends(), g.rows(s))))
                .toList();
        return new Waterfall(
                desk.text("chart.title.waterfall", name(g)),
                new Waterfall.Step(
                        desk.text("campaigns.sends"),
                        g.sends(),
                        Ink.SENDS,
                        spot(desk.text("campaigns.sends"), g.sends(), g.sends(), g.rows())),
                steps,
                new Waterfall.Step(
                        desk.text("campaigns.delivered"),
                        g.deliveries(),
                        Ink.DELIVERED,
                        spot(desk.text("campaigns.delivered"), g.deliveries(), g.sends(), GapBlock.delivered(g))),
                desk.text("chart.cutaxis", "{0}"),
                this::count);
    }

    /** Sends against deliveries, and the gap by state; the groups with the smaller gaps are one line. */
    ShareBars gaps(List<GapGroup> largestFirst, String by) {
        List<ShareBars.Line> lines = new ArrayList<>();
        int own = largestFirst.size() <= MOST_LINES + 1 ? largestFirst.size() : MOST_LINES;
        largestFirst.subList(0, own).forEach(g -> lines.add(line(name(g), List.of(g))));
        if (own < largestFirst.size()) {
            List<GapGroup> rest = largestFirst.subList(own, largestFirst.size());
            lines.add(line(desk.text("chart.rest", rest.size()), rest));
        }
        List<MessageState> seen = seen(largestFirst, GapBlock.ORDER);
        List<ShareBars.Named> names = new ArrayList<>();
        names.add(new ShareBars.Named(Ink.DELIVERED, desk.text("campaigns.column.delivered")));
        names.add(new ShareBars.Named(Ink.GAP, desk.text("campaigns.column.gap")));
        seen.forEach(s -> names.add(new ShareBars.Named(Ink.of(s), state(s))));
        return new ShareBars(
                desk.text("chart.title.gaps", by),
                List.of(desk.text("chart.lane.sends"), desk.text("chart.lane.gap")),
                lines,
                names);
    }

    private static long sum(Collection<GapGroup> groups, ToLongFunction<GapGroup> of) {
        return groups.stream().mapToLong(of).sum();
    }

    private static Filter any(Collection<GapGroup> groups, Function<GapGroup, Filter> rows) {
        List<Filter> all = groups.stream().map(rows).toList();
        return all.size() == 1 ? all.getFirst() : new Filter.Or(all);
    }

    /** Groups that would need a filter of thousands of words lead nowhere; their numbers are said. */
    private Spot spot(
            String what, Collection<GapGroup> groups, ToLongFunction<GapGroup> of, Function<GapGroup, Filter> rows) {
        Spot said = spot(what, sum(groups, of), sum(groups, GapGroup::sends), Filter.all());
        return new Spot(said.words(), groups.size() > 1 ? "" : any(groups, rows).toText());
    }

    private ShareBars.Line line(String name, List<GapGroup> groups) {
        long sends = sum(groups, GapGroup::sends);
        long delivered = sum(groups, GapGroup::deliveries);
        long gap = sum(groups, GapGroup::gap);
        List<ShareBars.Piece> fate = List.of(
                new ShareBars.Piece(
                        delivered,
                        Ink.DELIVERED,
                        spot(
                                name + ", " + desk.text("campaigns.delivered"),
                                groups,
                                GapGroup::deliveries,
                                GapBlock::delivered)),
                new ShareBars.Piece(
                        Math.max(0, gap),
                        Ink.GAP,
                        spot(name + ", " + desk.text("campaigns.gap"), groups, GapGroup::gap, GapBlock::missing)));
        List<ShareBars.Piece> states = GapBlock.ORDER.stream()
                .map(s -> new ShareBars.Piece(
                        sum(groups, g -> g.count(s)),
                        Ink.of(s),
                        spot(name + ", " + state(s), groups, g -> g.count(s), g -> g.rows(s))))
                .toList();
        return new ShareBars.Line(
                name,
                List.of(
                        new ShareBars.Bar(count(delivered) + " / " + count(sends), fate, -1, false),
                        new ShareBars.Bar(count(gap) + "  " + desk.formats().percent(gap, sends), states, -1, false)));
    }

    private static List<MessageState> seen(Collection<GapGroup> groups, List<MessageState> order) {
        return order.stream()
                .filter(s -> groups.stream().anyMatch(g -> g.count(s) > 0))
                .toList();
    }

    /** Each provider's gap as a share of its sends, by state, with a mark at what is usual there. */
    Chart providers(GapGroup whole, List<ProviderShares.Line> providers) {
        List<ShareBars.Line> lines = providers.stream()
                .limit(MOST_LINES)
                .map(l -> {
                    GapGroup g = l.group();
                    List<ShareBars.Piece> states = GapBlock.ORDER.stream()
                            .map(s -> new ShareBars.Piece(
                                    g.sends() == 0 ? 0 : 100.0 * g.count(s) / g.sends(),
                                    Ink.of(s),
                                    spot(name(g) + ", " + state(s), g.count(s), g.sends(), g.rows(s))))
                            .toList();
                    return new ShareBars.Line(
                            name(g),
                            List.of(new ShareBars.Bar(
                                    desk.text(
                                            "chart.ofsends",
                                            desk.formats().percent(g.gap(), g.sends()),
                                            count(g.gap()),
                                            count(g.sends())),
                                    states,
                                    l.usual() == null ? -1 : 100 * l.usual().share(),
                                    g.sends() < LEAST_SENDS)));
                })
                .toList();
        List<ShareBars.Named> names = new ArrayList<>();
        seen(providers.stream().map(ProviderShares.Line::group).toList(), GapBlock.ORDER)
                .forEach(s -> names.add(new ShareBars.Named(Ink.of(s), state(s))));
        names.add(new ShareBars.Named(Ink.TEXT, desk.text("chart.usual")));
        return new ShareBars(
                desk.text("chart.title.providers", name(whole)), List.of(desk.text("chart.lane.share")), lines, names);
    }

    /** What became of a group by the hour after its sends, with how soon earlier groups arrived as faint lines. */
    Chart sinceSend(GapGroup g, AnswerCourse own, List<RetriesPane.Course> earlier) {
        List<Course.Band> bands = ALL.stream()
                .filter(s -> own.byHour().containsKey(s))
                .map(s -> new Course.Band(
                        state(s), own.shares(s), Ink.of(s), false, spot(state(s), g.count(s), g.sends(), g.rows(s))))
                .toList();
        List<Course.Band> lines = earlier.stream().map(this::faint).toList();
        List<Double> delivered = own.delivered();
        return course(
                desk.text("chart.title.since", name(g)),
                Math.max(own.hours(), hours(earlier)),
                bands,
                lines,
                delivered.size() < 2 ? 0 : delivered.get(1));
    }

    /** How soon a group's messages arrived, with earlier groups as faint lines. */
    Chart arrivals(GapGroup g, RetryAccount own, List<RetriesPane.Course> earlier) {
        List<Course.Band> lines = new ArrayList<>();
        List<Double> shares = shares(own);
        lines.add(new Course.Band(
                name(g),
                shares,
                Ink.OWN,
                false,
                spot(desk.text("campaigns.delivered"), g.deliveries(), g.sends(), GapBlock.delivered(g))));
        earlier.forEach(c -> lines.add(faint(c)));
        double lowest = lines.stream()
                .mapToDouble(l -> l.shares().size() < 2 ? 0 : l.shares().get(1))
                .min()
                .orElse(0);
        return course(
                desk.text("chart.title.arrivals", name(g)),
                Math.max(own.deliveredByHour().size(), hours(earlier)),
                List.of(),
                lines,
                lowest);
    }

    private Course.Band faint(RetriesPane.Course c) {
        List<Double> shares = shares(c.retries());
        long delivered = c.retries().deliveredByHour().isEmpty()
                ? 0
                : c.retries().deliveredByHour().getLast();
        return new Course.Band(
                c.name(),
                shares,
                Ink.EARLIER,
                true,
                new Spot(
                        desk.text(
                                "chart.earlier",
                                c.name(),
                                desk.formats().percent(delivered, c.retries().sends())),
                        ""));
    }

    /** The axis begins where something happens: what arrives in the first hour is most of it and always there. */
    private Chart course(String title, int hours, List<Course.Band> bands, List<Course.Band> lines, double firstHour) {
        double lowest = firstHour <= SAME ? 0 : Math.max(0, Math.floor((firstHour * 100 - 10) / 10) * 10);
        return new Course(
                title,
                Math.max(2, hours),
                bands,
                lines,
                h -> desk.text("chart.hour", h),
                p -> desk.formats().wholePercent(p),
                lowest,
                desk.text("chart.cutaxis", "{0}"));
    }

    private static int hours(List<RetriesPane.Course> courses) {
        return courses.stream()
                .mapToInt(c -> c.retries().deliveredByHour().size())
                .max()
                .orElse(0);
    }

    private static List<Double> shares(RetryAccount of) {
        return Stream.concat(Stream.of(0L), of.deliveredByHour().stream())
                .map(n -> of.sends() == 0 ? 0.0 : (double) n / of.sends())
                .toList();
    }

    /** What became of the messages of each hour or day of sending. */
    Chart cohorts(GapGroup whole, List<GapGroup> cohorts, Function<GapGroup, Times> times) {
        List<MessageState> seen = seen(cohorts, ALL);
        List<StackedColumns.Column> columns = cohorts.stream()
                .map(g -> new StackedColumns.Column(
                        times.apply(g).shortly(),
                        seen.stream()
                                .map(s -> new StackedColumns.Piece(
                                        g.count(s),
                                        Ink.of(s),
                                        spot(
                                                times.apply(g).full() + ", " + state(s),
                                                g.count(s),
                                                g.sends(),
                                                g.rows(s))))
                                .toList()))
                .toList();
        return new StackedColumns(
                desk.text("chart.title.cohorts", name(whole)),
                cohorts.isEmpty() ? "" : times.apply(cohorts.getFirst()).offset(),
                columns,
                seen.stream().map(s -> new ShareBars.Named(Ink.of(s), state(s))).toList(),
                this::count);
    }
}
