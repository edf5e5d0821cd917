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

/** What a few typed characters may mean: an address, a message id, a campaign, any text. Pure; any thread. */
final class Finder {
    private static final int PER_KIND = 5;

    /** A place to go, and why it was found. */
    record Hit(String icon, String text, String why, Place place) {}

    private Finder() {}

    /** The hits, best first; the last one searches the text everywhere. */
    static List<Hit> find(Picture picture, String typed) {
        String text = typed.strip();
        List<Hit> hits = new ArrayList<>();
        if (text.isEmpty()) {
            return hits;
        }
        int[] withId = picture.messagesWithId(text);
        if (withId.length > 0) {
            hits.add(new Hit(
                    "mdi2i-identifier",
                    text,
                    "id",
                    Place.Activity.of(new Filter.Or(
                            List.of(Filter.is(Field.MESSAGE_ID, text), Filter.is(Field.DISPATCH_ID, text))))));
        }
        values(picture, Field.ADDRESS, text)
                .forEach(v -> hits.add(new Hit(
                        "mdi2a-at", v.value(), "address", Place.Activity.of(Filter.is(Field.ADDRESS, v.value())))));
        values(picture, Field.CAMPAIGN, text)
                .forEach(v -> hits.add(
                        new Hit("mdi2b-bullhorn-outline", v.value(), "campaign", new Place.Campaigns(v.value()))));
        hits.add(new Hit("mdi2m-magnify", text, "text", Place.Activity.of(new Filter.Text(text))));
        return hits;
    }

    /** The values of a field that hold the text, the ones with most messages first; an exact one before all. */
    private static List<FacetValue> values(Picture picture, Field field, String text) {
        String folded = FilterValues.folded(text);
        Bitmap rows =
                picture.questions().select(new Filter.Term(field, new Match.Wildcard("*" + wildFree(text) + "*")));
        List<FacetValue> found = new ArrayList<>(picture.questions().facet(rows, field, PER_KIND));
        found.sort((a, b) -> Boolean.compare(
                FilterValues.folded(b.value()).equals(folded),
                FilterValues.folded(a.value()).equals(folded)));
        return found;
    }

    private static String wildFree(String text) {
        return text.replace("*", "").replace("?", "");
    }
}
