package dev.rebound.console.activity;

import dev.rebound.console.activity.ActivityResult.Facets;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.console.kit.story.Story;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.MessageKey;
import dev.rebound.insight.Picture;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the log shows, without a node: the filter's text, what rows are, how they are grouped and sorted are what a person
 * wants; everything else follows. Screen's thread only.
 */
public final class ActivityModel {
    /** What is shown at first: the last seven days of the data, not of the clock. */
    public static final String LATEST = "since:-7d";

    /** The order of the rows. */
    record Sort(Field field, boolean descending) {
        static final Sort NEWEST = new Sort(Field.TIME, true);
    }

    private final Desk desk;
    private final StringProperty text = new SimpleStringProperty(LATEST);
    private final BooleanProperty events = new SimpleBooleanProperty();
    private final ObjectProperty<Grouping> by = new SimpleObjectProperty<>(Grouping.NONE);
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.NEWEST);
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable FilterSyntaxException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ActivityResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ActivityResult> newer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Facets> facets = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Story> told = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Place.Activity> place = new ReadOnlyObjectWrapper<>(new Place.Activity(LATEST));
    private final SearchHistory history;
    private final ListedRows listed;
    private Filter filter = Filter.all();
    private boolean settling;

    /** A log over the desk's pictures. */
    public ActivityModel(Desk desk) {
        this.desk = desk;
        history = new SearchHistory(desk.remembered());
        listed = new ListedRows(desk.background());
        text.addListener((o, before, now) -> wanted(true));
        events.addListener((o, before, now) -> wanted(false));
        by.addListener((o, before, now) -> wanted(false));
        sort.addListener((o, before, now) -> order());
        desk.picture().addListener((o, before, now) -> follow(now));
        wanted(false);
    }

    /** Something else is wanted: reads the text, asks, and says where the person is. */
    private void wanted(boolean typed) {
        if (settling) {
            return;
        }
        typing.set(typed);
        try {
            filter = FilterParser.parse(text.get());
            problem.set(null);
        } catch (FilterSyntaxException e) {
            problem.set(e);
            if (!typed) {
                // The last good filter stays, and so it is what is grouped, or listed event by event.
                ask(desk.picture().getValue(), null);
            }
            return;
        }
        place.set(new Place.Activity(text.get(), events.get(), by.get(), null));
        ask(desk.picture().getValue(), null);
    }

    private void ask(Picture picture, @Nullable MessageKey choose) {
        newer.set(null);
        asking.set(true);
        ActivityQuestion question = new ActivityQuestion(picture, events.get());
        Filter asked = filter;
        Grouping grouping = by.get();
        desk.background().latest("activity", () -> question.ask(asked, grouping), answer -> {
            asking.set(false);
            show(answer, choose);
            desk.background().latest("activity-facets", () -> new Facets(answer, question.facets(asked)), facets::set);
        });
    }

    private void show(ActivityResult answer, @Nullable MessageKey choose) {
        result.set(answer);
        order();
        if (choose != null) {
            choose(choose);
        }
    }

    /** Gives up what takes long; the last answer stays. */
    void stop() {
        desk.background().forget("activity");
        asking.set(false);
    }

    /** Newer data: a list that is looked at does not jump because a file came in; it offers the newer answer. */
    private void follow(Picture picture) {
        ActivityResult shown = result.get();
        boolean sameEvents = shown != null
                && picture.events().size() == shown.picture().events().size();
        if (shown == null
                || sameEvents
                || !watched.get()
                || shown.picture().events().size() == 0) {
            ask(picture, place.get().chosen());
            return;
        }
        ActivityQuestion question = new ActivityQuestion(picture, events.get());
        Filter asked = filter;
        Grouping grouping = by.get();
        desk.background().latest("activity-newer", () -> question.ask(asked, grouping), newer::set);
    }

    /** Asks again, of the newest data. */
    public void again() {
        ask(desk.picture().getValue(), place.get().chosen());
    }

    private void order() {
        ActivityResult r = result.get();
        if (r != null) {
            select(Selection.NONE);
            listed.show(r, sort.get());
        }
    }

    /** The row numbers in the order in which they are listed. */
    int[] listed() {
        return listed.numbers(Objects.requireNonNull(result.get()));
    }

    /** Shows the messages of a filter text. */
    public void show(String filterText) {
        show(new Place.Activity(filterText));
    }

    /** Shows a list, and chooses its message where one was chosen. */
    public void show(Place.Activity wanted) {
        boolean same = wanted.choosing(null).equals(place.get().choosing(null)) && result.get() != null;
        typing.set(false);
        settling = true;
        text.set(wanted.filter());
        events.set(wanted.events());
        by.set(wanted.by());
        settling = false;
        history.add(wanted.filter());
        if (same && newer.get() == null) {
            MessageKey chosen = wanted.chosen();
            if (chosen != null) {
                choose(chosen);
            }
            return;
        }
        try {
            filter = FilterParser.parse(wanted.filter());
            problem.set(null);
        } catch (FilterSyntaxException e) {
            problem.set(e);
            return;
        }
        place.set(wanted);
        ask(desk.picture().getValue(), wanted.chosen());
    }

    /** Shows what a filter accepts, with the same kind of rows. */
    void show(Filter wanted) {
        show(new Place.Activity(wanted.toText(), events.get(), by.get(), null));
    }

    /** Shows the rows of one group. */
    void open(ActivityResult.Group group) {
        show(new Place.Activity(group.narrowed().toText(), events.get(), Grouping.NONE, null));
    }

    /** Only a span of time. */
    void narrow(Filter.Term span) {
        show(FilterEdits.narrow(filter, span));
    }

    /** The text is meant as it stands: keeps it in the history. */
    void remember() {
        typing.set(false);
        if (problem.get() == null) {
            history.add(text.get());
        }
    }

    /** The cursor leaves the text: it may have been meant, or be half of what comes later. */
    void leave() {
        typing.set(false);
        if (problem.get() == null) {
            history.typed(text.get());
        }
    }

    /** Earlier filter texts, newest last. */
    List<String> history() {
        return history.texts();
    }

    /** Looks at some rows: one is told in full, several are summed up. */
    void select(Selection chosen) {
        if (chosen.equals(selection.get())) {
            return;
        }
        selection.set(chosen);
        ActivityResult r = result.get();
        LogRow one = chosen.one();
        if (r == null || one == null) {
            told.set(null);
        } else {
            told.set(Story.of(r.picture(), one.message().message(), one.event(), one.row(), desk));
            place.set(place.get()
                    .choosing(
                            one.message().message() < 0
                                    ? null
                                    : r.picture().key(one.message().message())));
        }
    }

    /** Looks at a message of the list, if it stands there. */
    private void choose(MessageKey key) {
        OptionalInt index = indexOf(key);
        if (index.isPresent()) {
            select(new Selection(List.of(rowsProperty().get().get(index.getAsInt())), false));
        }
    }

    /** The place in the list of a message; empty where it does not stand there. */
    OptionalInt indexOf(MessageKey key) {
        ActivityResult r = result.get();
        return r == null ? OptionalInt.empty() : listed.indexOf(r, key);
    }

    /** The numbers of the chosen rows. */
    Bitmap chosen() {
        ActivityResult r = Objects.requireNonNull(result.get());
        if (selection.get().all()) {
            return r.rows();
        }
        Bitmap chosen = Bitmap.none(r.rows().size());
        selection.get().rows().forEach(row -> chosen.set(row.row()));
        return chosen;
    }

    /** The filter text as typed; setting it asks. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether events are listed instead of messages. */
    BooleanProperty eventsProperty() {
        return events;
    }

    /** By what the rows are grouped. */
    ObjectProperty<Grouping> byProperty() {
        return by;
    }

    /** The order of the rows. */
    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    /** Whether a person looks at the list. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** Where the person is: filter, kind of rows, grouping, chosen message. */
    public ReadOnlyObjectProperty<Place.Activity> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Why the text cannot be read; the last good result stays. */
    ReadOnlyObjectProperty<@Nullable FilterSyntaxException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The newest answer that is shown; null before the first. */
    ReadOnlyObjectProperty<@Nullable ActivityResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The answer of newer data that is not shown yet; null when there is none. */
    ReadOnlyObjectProperty<@Nullable ActivityResult> newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** The values beside the list; they come after the rows. */
    ReadOnlyObjectProperty<@Nullable Facets> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /** Whether the filter is being typed and not yet meant. */
    public ReadOnlyBooleanProperty typingProperty() {
        return typing.getReadOnlyProperty();
    }

    /** Whether an answer is awaited. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** The rows of the answer in the wanted order. */
    ReadOnlyObjectProperty<PagedRows<LogRow>> rowsProperty() {
        return listed.rowsProperty();
    }

    /** The rows that are looked at. */
    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The one message that is looked at; null when none or several are. */
    ReadOnlyObjectProperty<@Nullable Story> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** The filter that was read last. */
    Filter filter() {
        return filter;
    }
}
