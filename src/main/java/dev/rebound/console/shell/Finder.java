package dev.rebound.console.shell;

import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.insight.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a few typed characters may mean: an address or an id that is exactly this, campaigns, addresses that hold it, or
 * any text. Pure; any thread.
 */
final class Finder {
    private static final int PER_KIND = 5;

    /**
     * A place to go.
     *
     * @param why key of the reason for which it was found
     * @param count messages behind it; -1 where that says nothing
     */
    record Hit(String icon, String text, String why, long count, Place place) {}

    /**
     * What was found.
     *
     * @param exact what is exactly the typed text, and what a mistyped address may have meant
     * @param others what holds the typed text
     * @param everywhere searches the typed text in all fields
     */
    record Found(List<Hit> exact, List<Hit> others, Optional<Hit> everywhere) {}

    private Finder() {}

    static Found find(Picture picture, String typed) {
        String text = typed.strip();
        List<Hit> exact = new ArrayList<>();
        List<Hit> others = new ArrayList<>();
        if (text.isEmpty()) {
            return new Found(exact, others, Optional.empty());
        }
        ids(picture, text, exact);
        addresses(picture, text, exact, others);
        for (FacetValue v : values(picture, Field.CAMPAIGN, text)) {
            (FilterValues.folded(v.value()).equals(FilterValues.folded(text)) ? exact : others)
                    .add(new Hit(
                            "mdi2b-bullhorn-outline",
                            v.value(),
                            "campaign",
                            v.count(),
                            new Place.Campaigns(v.value())));
        }
        return new Found(
                exact,
                others,
                Optional.of(new Hit("mdi2m-magnify", text, "text", -1, Place.Activity.of(new Filter.Text(text)))));
    }

    private static void ids(Picture picture, String text, List<Hit> exact) {
        int[] withId = picture.messagesWithId(text);
        if (withId.length == 1) {
            exact.add(new Hit(
                    "mdi2i-identifier",
                    text,
                    "id",
                    1,
                    new Place.Message(picture.key(withId[0]), new Place.Activity("msg:" + text))));
        } else if (withId.length > 1) {
            exact.add(new Hit(
                    "mdi2i-identifier",
                    text,
                    "id",
                    withId.length,
                    Place.Activity.of(new Filter.Or(
                            List.of(Filter.is(Field.MESSAGE_ID, text), Filter.is(Field.DISPATCH_ID, text))))));
        }
    }

    private static void addresses(Picture picture, String text, List<Hit> exact, List<Hit> others) {
        boolean known = false;
        for (FacetValue v : values(picture, Field.ADDRESS, text)) {
            boolean same = FilterValues.folded(v.value()).equals(FilterValues.folded(text));
            known |= same;
            (same ? exact : others)
                    .add(new Hit("mdi2a-at", v.value(), "address", v.count(), new Place.Address(v.value())));
        }
        if (!known && text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            exact.add(new Hit("mdi2a-account-question-outline", text, "noevent", 0, new Place.Address(text)));
            for (String near : picture.similar(text, PER_KIND)) {
                exact.add(
                        new Hit("mdi2a-at", near, "similar", picture.messagesOf(near).length, new Place.Address(near)));
            }
        }
    }

    /** The values of a field that hold the text, the ones with most messages first. */
    private static List<FacetValue> values(Picture picture, Field field, String text) {
        Bitmap rows =
                picture.questions().select(new Filter.Term(field, new Match.Wildcard("*" + wildFree(text) + "*")));
        return picture.questions().facet(rows, field, PER_KIND);
    }

    private static String wildFree(String text) {
        return text.replace("*", "").replace("?", "").replace("\\", "");
    }
}
