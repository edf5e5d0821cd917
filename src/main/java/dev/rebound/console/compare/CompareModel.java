package dev.rebound.console.compare;

import dev.rebound.console.kit.Desk;
import dev.rebound.figures.FigureReader;
import dev.rebound.figures.ReadFigures;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.MessageTable;
import dev.rebound.insight.Picture;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.insight.compare.Figure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the comparison shows, without a node. The screen's thread only. */
public final class CompareModel {
    /**
     * An answer.
     *
     * @param typed one line for each figure that can be typed, in their order; its difference counts only where the text
     *     of the figure is a number
     * @param read the lines of figures that were read from a text or file
     * @param said the texts that were answered: a 0 and what is no number come to the same lines as nothing, and are shown
     *     otherwise
     * @param days the days of the dashboard on which something was sent or delivered
     */
    record Answer(
            List<Comparison.Line> typed, List<Comparison.Line> read, Map<Asked, String> said, List<LocalDate> days) {
        Answer {
            said = Map.copyOf(said);
            days = List.copyOf(days);
        }
    }

    /** What falls into one is of one day in every zone. */
    private static final long QUARTER_MILLIS = 900_000L;

    private static final int MOST_DAYS = 62;

    private static final Pattern RATE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\h*%?");

    /** Thousands may be apart, by a sign that stands before three digits each. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}|\\d{1,3}(?:[\\s\\u00a0\\u202f.,'’]\\d{3}){1,4}");

    private final Desk desk;
    private final StringProperty campaign = new SimpleStringProperty("");
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>();
    private final Map<Asked, StringProperty> texts = new TreeMap<>();
    private final ReadOnlyObjectWrapper<List<String>> campaigns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> notUnderstood = new ReadOnlyObjectWrapper<>(List.of());
    private List<Claim> read = List.of();
    private @Nullable ReadFigures whole;

    /** Comparisons with the desk's pictures. */
    public CompareModel(Desk desk) {
        this.desk = desk;
        zone.set(desk.formats().zone().normalized());
        campaign.addListener((o, before, now) -> {
            if (whole != null && !whole.campaigns().isEmpty()) {
                take(whole);
            }
            ask();
        });
        zone.addListener((o, before, now) -> ask());
        desk.picture().addListener((o, before, now) -> newPicture());
        for (Figure figure : List.of(Figure.SENDS, Figure.DELIVERIES, Figure.BOUNCES)) {
            type(Asked.whole(figure));
        }
        newPicture();
    }

    private void newPicture() {
        Picture picture = desk.picture().getValue();
        desk.background()
                .latest(
                        "compare-campaigns",
                        () -> picture.gap(Filter.all(), GapBy.CAMPAIGN).stream()
                                .filter(g -> g.sends() > 0 && !g.key().isEmpty())
                                .map(GapGroup::key)
                                .toList(),
                        names -> {
                            campaigns.set(names);
                            if (campaign.get().isEmpty() && !names.isEmpty()) {
                                campaign.set(names.getFirst());
                            }
                        });
        ask();
    }

    /** Lets a figure be typed; its text is there from now on. */
    StringProperty type(Asked asked) {
        return texts.computeIfAbsent(asked, f -> {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((o, before, now) -> ask());
            return text;
        });
    }

    /** The figures that can be typed, in their order. */
    List<Asked> typed() {
        return List.copyOf(texts.keySet());
    }

    /** The number that was typed for a figure; thousands may be apart. */
    OptionalLong value(Asked asked) {
        StringProperty text = texts.get(asked);
        String typed = text == null ? "" : text.get().strip();
        return NUMBER.matcher(typed).matches()
                ? OptionalLong.of(Long.parseLong(typed.replaceAll("\\D", "")))
                : OptionalLong.empty();
    }

    /** What the figures are about. */
    Filter about() {
        return campaign.get().isEmpty() ? Filter.all() : Filter.is(Field.CAMPAIGN, campaign.get());
    }

    /** The sends that the figures are about. */
    Filter sends() {
        return Filter.and(Filter.is(Field.FLAG, "sent"), about());
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        Filter about = about();
        List<Claim> own = new ArrayList<>();
        texts.keySet().forEach(a -> own.add(a.claiming(value(a).orElse(0))));
        List<Claim> others = read;
        Map<Asked, String> said = new HashMap<>();
        texts.forEach((asked, text) -> said.put(asked, text.get()));
        Filter sends = sends();
        ZoneId days = zone.get();
        desk.background()
                .latest(
                        "compare",
                        () -> new Answer(
                                Comparison.of(picture, about, own, days).lines(),
                                Comparison.of(picture, about, others, days).lines(),
                                said,
                                days(picture, sends, days)),
                        answer::set);
    }

    /** The days, by the calendar of a zone, on which messages were sent or delivered, the earliest first. */
    private static List<LocalDate> days(Picture picture, Filter sends, ZoneId zone) {
        MessageTable messages = picture.messages();
        Set<Long> hours = new HashSet<>();
        picture.questions().select(sends).forEach(m -> {
            hours.add(Math.floorDiv(messages.sentMillis(m), QUARTER_MILLIS));
            hours.add(Math.floorDiv(messages.deliveredMillis(m), QUARTER_MILLIS));
        });
        hours.remove(0L);
        return hours.stream()
                .map(h -> LocalDate.ofInstant(Instant.ofEpochMilli(h * QUARTER_MILLIS), zone))
                .distinct()
                .sorted()
                .limit(MOST_DAYS)
                .toList();
    }

    /** Asks again, e.g. for a figure that has just been added. */
    void refresh() {
        ask();
    }

    /** Wants a campaign looked at; empty keeps the one that is. */
    public void want(String key) {
        if (!key.isEmpty()) {
            campaign.set(key);
        }
    }

    /** Reads figures out of a text. */
    void paste(String text) {
        ZoneId days = zone.get();
        desk.background().job(() -> FigureReader.read(text, days), this::take);
    }

    /** Reads figures out of a file. */
    void file(Path file) {
        ZoneId days = zone.get();
        desk.background().job(() -> FigureReader.file(file, days), this::take);
    }

    /**
     * A figure of the whole campaign that nobody in particular claims goes where it could have been typed. Of figures that
     * name their campaigns only those of the chosen one count, and the others are said.
     */
    private void take(ReadFigures read) {
        whole = read;
        String chosen = FilterValues.folded(campaign.get());
        ReadFigures figures =
                read.about(name -> chosen.isEmpty() || FilterValues.folded(name).equals(chosen));
        List<String> elsewhere = read.without(figures);
        List<Claim> others = new ArrayList<>();
        for (Claim claim : figures.claims()) {
            boolean plain = claim.claimant().isEmpty() && claim.from() == null;
            if (plain && texts.containsKey(Asked.of(claim))) {
                type(Asked.of(claim)).set(desk.formats().count(claim.value()));
            } else {
                others.add(claim);
            }
        }
        this.read = others;
        List<String> open = new ArrayList<>();
        figures.notUnderstood().forEach(line -> open.add(desk.text("compare.unknown", line)));
        if (!elsewhere.isEmpty()) {
            open.add(desk.text("compare.othercampaigns", String.join(", ", elsewhere)));
        } else if (figures.claims().isEmpty() && open.isEmpty()) {
            open.add(desk.text("compare.nofigure"));
        }
        notUnderstood.set(open);
        ask();
    }

    /** Forgets every figure. */
    void clear() {
        read = List.of();
        whole = null;
        notUnderstood.set(List.of());
        texts.values().forEach(t -> t.set(""));
        ask();
    }

    /** The campaign that the figures are about, by its key. */
    StringProperty campaignProperty() {
        return campaign;
    }

    /** The zone in which the dashboard's days begin. */
    ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** The campaigns with sends, largest gap first. */
    ReadOnlyObjectProperty<List<String>> campaignsProperty() {
        return campaigns.getReadOnlyProperty();
    }

    /** The lines; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** A sentence for each thing that was read and does not count: numbers of unknown meaning, rows of other campaigns. */
    ReadOnlyObjectProperty<List<String>> notUnderstoodProperty() {
        return notUnderstood.getReadOnlyProperty();
    }

    /**
     * What to say of a text that cannot be read as a number; empty where it can. Dashboards show rates as well, and people
     * pass those on: for the shares of the sends it is said which number they come to.
     */
    Optional<String> mistyped(Asked asked) {
        Figure figure = asked.figure();
        StringProperty text = texts.get(asked);
        if (text == null || text.get().isBlank() || value(asked).isPresent()) {
            return Optional.empty();
        }
        Matcher rate = RATE.matcher(text.get().strip());
        Answer known = answer.get();
        if (!rate.matches() || known == null || (figure != Figure.DELIVERIES && figure != Figure.BOUNCES)) {
            return Optional.of(desk.text("compare.nonumber"));
        }
        Asked whole = new Asked(Figure.SENDS, asked.day());
        long sends = value(whole)
                .orElseGet(() -> known.typed().stream()
                        .filter(l -> Asked.of(l.claim()).equals(whole))
                        .mapToLong(Comparison.Line::ours)
                        .sum());
        double share = Double.parseDouble(rate.group(1).replace(',', '.')) / 100;
        return Optional.of(desk.text(
                "compare.rate",
                text.get().strip(),
                desk.formats().count(sends),
                desk.formats().count(Math.round(sends * share))));
    }
}
