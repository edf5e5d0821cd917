package dev.rebound.console.activity;

import dev.rebound.console.kit.Place.Activity;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.console.kit.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Views of the log with a name: the thirteen that everybody has, and the operator's own. */
final class SavedViews {
    private static final String NAME = "log.view.";

    /**
     * A view of the log.
     *
     * @param name what the operator called it, or the key of its text
     */
    record View(String name, boolean own, Activity place) {}

    private static final List<View> BUILT_IN = List.of(
            builtIn("all", "", Grouping.NONE),
            builtIn("soft", "is:soft since:-7d", Grouping.NONE),
            builtIn("hard", "is:hard", Grouping.NONE),
            builtIn("blocked", "is:blocked", Grouping.PROVIDER),
            builtIn("open", "is:open", Grouping.NONE),
            builtIn("retried", "is:delivered is:retried", Grouping.NONE),
            builtIn("unexplained", "is:unexplained", Grouping.NONE),
            builtIn("returned", "is:returned", Grouping.NONE),
            builtIn("orphans", "is:orphan has:delivered", Grouping.NONE),
            builtIn("complaints", "has:complaint", Grouping.NONE),
            builtIn("unrecognised", "is:unrecognised OR is:estimated", Grouping.PATTERN),
            new View("disagreeing", false, new Activity("is:disagreeing", true, Grouping.NONE, null)),
            new View(
                    "nomessage",
                    false,
                    new Activity(
                            "is:orphan kind:(hard_bounce, soft_bounce, block, bounce, drop)",
                            true,
                            Grouping.NONE,
                            null)));

    private final Remembered remembered;

    SavedViews(Remembered remembered) {
        this.remembered = remembered;
    }

    private static View builtIn(String name, String filter, Grouping by) {
        return new View(name, false, new Activity(filter, false, by, null));
    }

    /** The views that everybody has. */
    static List<View> builtIn() {
        return BUILT_IN;
    }

    /** The operator's own, by name. */
    List<View> own() {
        List<View> views = new ArrayList<>();
        remembered.all(NAME).forEach((name, content) -> views.add(new View(name, true, read(content))));
        return views;
    }

    /** Keeps a view under a name; one of the same name is replaced. */
    void save(String name, Activity place) {
        remembered.put(
                NAME + name.strip(),
                (place.events() ? "events" : "messages") + "\t" + place.by() + "\t" + place.filter());
    }

    void forget(String name) {
        remembered.put(NAME + name, null);
    }

    /** The view that shows this place; empty when no view does. */
    Optional<View> of(Activity place) {
        Activity wanted = place.choosing(null);
        return Stream.concat(own().stream(), BUILT_IN.stream())
                .filter(v -> v.place().equals(wanted))
                .findFirst();
    }

    private static Activity read(String content) {
        String[] parts = content.split("\t", 3);
        Grouping by = Stream.of(Grouping.values())
                .filter(g -> parts.length == 3 && g.name().equals(parts[1]))
                .findFirst()
                .orElse(Grouping.NONE);
        return new Activity(parts[parts.length - 1], parts[0].equals("events"), by, null);
    }
}
