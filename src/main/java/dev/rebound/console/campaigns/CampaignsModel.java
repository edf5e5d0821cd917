package dev.rebound.console.campaigns;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.insight.AnswerCourse;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.MainCause;
import dev.rebound.insight.Picture;
import dev.rebound.insight.RetryAccount;
import dev.rebound.insight.UsualGap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the campaigns view shows, without a node. The screen's thread only. */
public final class CampaignsModel {
    private static final int EARLIER_CAMPAIGNS = 3;
    private static final int MOST_DAYS_BY_HOUR = 3;

    /**
     * The groups of one question.
     *
     * @param causes the main cause of each group that misses messages, by its key
     * @param sendsFrom what to import besides, where no file held tells sends
     */
    record Groups(
            GapBy by,
            List<GapGroup> groups,
            Map<String, MainCause> causes,
            boolean hasSends,
            boolean hasEvents,
            List<String> sendsFrom) {}

    /**
     * One group.
     *
     * @param causes the reasons of each of its states, most messages first
     * @param retries how its messages fared over their tries
     * @param repeated messages of which an event was told more than once
     */
    record Account(
            GapGroup group, Map<MessageState, List<Questions.FacetValue>> causes, RetryAccount retries, int repeated) {}

    private final Desk desk;
    private final ObjectProperty<GapBy> by = new SimpleObjectProperty<>(GapBy.CAMPAIGN);
    private final StringProperty wanted = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Groups> groups = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Account> account = new ReadOnlyObjectWrapper<>();

    /** Campaigns of the desk's pictures. */
    public CampaignsModel(Desk desk) {
        this.desk = desk;
        by.addListener((o, before, now) -> ask());
        desk.picture().addListener((o, before, now) -> ask());
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        GapBy grouping = by.get();
        desk.background()
                .latest(
                        "campaigns",
                        () -> {
                            List<GapGroup> found = picture.gap(Filter.all(), grouping);
                            return new Groups(
                                    grouping,
                                    found,
                                    MainCause.of(picture, found, grouping),
                                    picture.hasSends(),
                                    picture.events().size() > 0,
                                    picture.hasSends()
                                            ? List.of()
                                            : desk.session().sendsToAskFor());
                        },
                        groups::set);
    }

    /** Looks at one group; null at none. */
    void select(@Nullable GapGroup group) {
        if (group == null) {
            account.set(null);
            return;
        }
        Picture picture = desk.picture().getValue();
        desk.background().latest("account", () -> account(picture, group), account::set);
    }

    private static Account account(Picture picture, GapGroup group) {
        Map<MessageState, List<Questions.FacetValue>> causes = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            if (group.count(state) > 0 && !state.isDelivery()) {
                Bitmap rows = picture.questions().select(group.rows(state));
                causes.put(
                        state,
                        picture.questions().facet(rows, Field.REASON, Integer.MAX_VALUE).stream()
                                .filter(v -> !v.value().isEmpty())
                                .toList());
            }
        }
        return new Account(
                group,
                causes,
                RetryAccount.of(picture.messages(), picture.questions().select(group.rows())),
                picture.questions().select(Beside.repeated(group)).cardinality());
    }

    /** What became of a group's messages by the hour or, where it went on for longer, the day of their sending. */
    void overTime(GapGroup group, Consumer<CohortTable.OverTime> answer) {
        Picture picture = desk.picture().getValue();
        List<GapGroup> others = others();
        desk.background()
                .latest(
                        "over-time",
                        () -> new CohortTable.OverTime(
                                group,
                                overTime(picture, group),
                                AnswerCourse.of(picture, picture.questions().select(group.rows())),
                                earlier(picture, group, others)),
                        answer);
    }

    private List<GapGroup> others() {
        Groups asked = groups.get();
        return asked == null || asked.by() != GapBy.CAMPAIGN ? List.of() : asked.groups();
    }

    private static List<GapGroup> overTime(Picture picture, GapGroup group) {
        List<GapGroup> days = within(group, picture.gap(group.rows(), GapBy.DAY));
        return days.size() > MOST_DAYS_BY_HOUR ? days : within(group, picture.gap(group.rows(), GapBy.HOUR));
    }

    /** Groups of a part of the messages open that part only. */
    private static List<GapGroup> within(GapGroup whole, List<GapGroup> parts) {
        return parts.stream()
                .filter(p -> p.sends() > 0)
                .map(p -> p.within(whole.rows()))
                .toList();
    }

    /** A group by mailbox provider, largest gap first. */
    void providers(GapGroup group, Consumer<List<ProviderShares.Line>> answer) {
        Picture picture = desk.picture().getValue();
        desk.background()
                .latest(
                        "by-provider",
                        () -> {
                            Instant first = group.firstSend();
                            Map<String, UsualGap> usual = first == null
                                    ? Map.of()
                                    : picture.usualGaps(
                                            first, picture.questions().select(group.rows()));
                            return within(group, picture.gap(group.rows(), GapBy.PROVIDER)).stream()
                                    .map(g -> new ProviderShares.Line(g, usual.get(g.key())))
                                    .toList();
                        },
                        answer);
    }

    /** How a group fared over its tries, and the campaigns sent before it. */
    void retries(Account account, Consumer<RetriesPane.Retries> answer) {
        Picture picture = desk.picture().getValue();
        List<GapGroup> others = others();
        desk.background().latest("retries", () -> retries(picture, account, others), answer);
    }

    private static RetriesPane.Retries retries(Picture picture, Account account, List<GapGroup> others) {
        List<RetriesPane.Course> courses = new ArrayList<>();
        courses.add(new RetriesPane.Course(account.group().key(), account.retries()));
        courses.addAll(earlier(picture, account.group(), others));
        return new RetriesPane.Retries(account.group(), account.retries(), courses);
    }

    /** How soon the campaigns sent before this one arrived, the latest first. */
    private static List<RetriesPane.Course> earlier(Picture picture, GapGroup group, List<GapGroup> others) {
        Instant first = group.firstSend();
        return others.stream()
                .filter(g -> g.sends() > 0
                        && g.firstSend() != null
                        && first != null
                        && g.firstSend().isBefore(first))
                .sorted(Comparator.comparing((GapGroup g) -> Objects.requireNonNull(g.firstSend()))
                        .reversed())
                .limit(EARLIER_CAMPAIGNS)
                .map(g -> new RetriesPane.Course(
                        g.key(),
                        RetryAccount.of(picture.messages(), picture.questions().select(g.rows()))))
                .toList();
    }

    /** Why the messages of a group's gap are missing. */
    void reasons(GapGroup group, Consumer<List<ReasonTable.Line>> answer) {
        Picture picture = desk.picture().getValue();
        desk.background().latest("by-reason", () -> reasons(picture, group), answer);
    }

    private static List<ReasonTable.Line> reasons(Picture picture, GapGroup group) {
        Questions questions = picture.questions();
        Filter missing = GapBlock.missing(group);
        Bitmap gap = questions.select(missing);
        List<ReasonTable.Line> lines = new ArrayList<>();
        for (Questions.FacetValue v : questions.facet(gap, Field.REASON, Integer.MAX_VALUE)) {
            Filter rows = Filter.and(
                    missing,
                    v.value().isEmpty()
                            ? new Filter.Not(new Filter.Term(Field.REASON, new Match.Any()))
                            : Filter.is(Field.REASON, v.value()));
            Bitmap of = questions.select(rows);
            lines.add(new ReasonTable.Line(
                    v.value(),
                    first(questions, of, Field.CLASS),
                    v.count(),
                    group.gap(),
                    first(questions, of, Field.PATTERN),
                    rows));
        }
        return lines;
    }

    private static String first(Questions questions, Bitmap rows, Field field) {
        return questions.facet(rows, field, 2).stream()
                .map(Questions.FacetValue::value)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Wants a group selected by its key; empty wants the first. */
    public void want(String key) {
        wanted.set("");
        wanted.set(key);
    }

    /** The key of the wanted group. */
    StringProperty wantedProperty() {
        return wanted;
    }

    /** What the messages are grouped by. */
    ObjectProperty<GapBy> byProperty() {
        return by;
    }

    /** The groups, largest gap first; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Groups> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** The group that is looked at. */
    ReadOnlyObjectProperty<@Nullable Account> accountProperty() {
        return account.getReadOnlyProperty();
    }
}
