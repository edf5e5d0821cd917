package dev.rebound.console.campaigns;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import dev.rebound.insight.RetryAccount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the campaigns view shows, without a node. The screen's thread only. */
public final class CampaignsModel {
    private static final int CAUSES = 3;

    /** The groups of one question. */
    record Groups(GapBy by, List<GapGroup> groups, boolean hasSends, boolean hasEvents) {}

    /** One group with the main reasons of each of its states, and how its messages fared over their tries. */
    record Account(GapGroup group, Map<MessageState, List<Questions.FacetValue>> causes, RetryAccount retries) {}

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
                        () -> new Groups(
                                grouping,
                                picture.gap(Filter.all(), grouping),
                                picture.hasSends(),
                                picture.events().size() > 0),
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
                        picture.questions().facet(rows, Field.REASON, CAUSES).stream()
                                .filter(v -> !v.value().isEmpty())
                                .toList());
            }
        }
        return new Account(
                group,
                causes,
                RetryAccount.of(picture.messages(), picture.questions().select(group.rows())));
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
