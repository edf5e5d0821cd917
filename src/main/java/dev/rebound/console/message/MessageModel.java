package dev.rebound.console.message;

import dev.rebound.classify.ReplyPattern;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.story.Story;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.Picture;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The message that is looked at, among the messages of the list that it was opened from. Screen's thread only. */
public final class MessageModel {
    /**
     * What is shown.
     *
     * @param among the messages of the list, newest first
     * @param at its place in the list; -1 where the list does not hold it any more
     * @param sameAddress the messages to its address
     * @param sameReply the messages whose reply has its fingerprint; none where it has no reply
     * @param reply the filter that accepts them
     */
    record Shown(
            Story story,
            Place.Message place,
            int[] among,
            int at,
            int[] sameAddress,
            int[] sameReply,
            @Nullable Filter reply) {
        Picture picture() {
            return story.picture();
        }
    }

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Place.@Nullable Message> wanted = new ReadOnlyObjectWrapper<>();

    /** No message yet. */
    public MessageModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
    }

    /** Looks at a message. */
    public void show(Place.Message place) {
        wanted.set(place);
        ask();
    }

    private void ask() {
        Place.Message place = wanted.get();
        if (place == null) {
            return;
        }
        Picture picture = desk.picture().getValue();
        desk.background().latest("message", () -> new Answer(find(picture, place)), answer -> shown.set(answer.of()));
    }

    /** An answer that may say that there is no such message. */
    private record Answer(@Nullable Shown of) {}

    private @Nullable Shown find(Picture picture, Place.Message place) {
        OptionalInt found = picture.find(place.message());
        if (found.isEmpty()) {
            return null;
        }
        int message = found.getAsInt();
        Story story = Story.of(picture, message, null, 0, desk);
        int[] among = rows(picture, read(place.among().filter()));
        String reply = story.details().row().reply();
        Filter sameReply = reply == null ? null : Filter.is(Field.PATTERN, ReplyPattern.of(reply));
        return new Shown(
                story,
                place,
                among,
                position(among, message),
                picture.messagesOf(story.details().row().address()),
                sameReply == null ? new int[0] : rows(picture, sameReply),
                sameReply);
    }

    private static Filter read(String text) {
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            return Filter.all();
        }
    }

    private static int[] rows(Picture picture, Filter filter) {
        return picture.questions().page(picture.questions().select(filter), true, 0, Integer.MAX_VALUE);
    }

    private static int position(int[] among, int message) {
        for (int i = 0; i < among.length; i++) {
            if (among[i] == message) {
                return i;
            }
        }
        return -1;
    }

    /** Goes to the message before or after this one in the list. */
    void neighbour(int step) {
        Shown now = shown.get();
        if (now != null && now.at() >= 0) {
            int to = now.at() + step;
            if (to >= 0 && to < now.among().length) {
                desk.navigator()
                        .go(new Place.Message(
                                now.picture().key(now.among()[to]), now.place().among()));
            }
        }
    }

    /** What is shown; null where the data does not hold the message any more. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The message that was asked for; null before the first. */
    ReadOnlyObjectProperty<Place.@Nullable Message> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }
}
