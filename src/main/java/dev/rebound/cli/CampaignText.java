package dev.rebound.cli;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.Match;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import dev.rebound.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person types behind {@code --campaign}, and which campaigns are meant. */
final class CampaignText {
    private static final int NAMES_SHOWN = 8;

    private CampaignText() {}

    /**
     * The messages of the campaigns meant: the one of that name or id, else those whose name holds the text; a star
     * stands for any text; nothing typed means all.
     *
     * @throws WrongUse when no campaign is meant; the sentence lists names that exist
     */
    static Filter filter(@Nullable String typed, Picture picture, Words words) {
        if (typed == null) {
            return Filter.all();
        }
        if (typed.indexOf('*') >= 0) {
            return new Filter.Term(Field.CAMPAIGN, new Match.Wildcard(typed));
        }
        Filter exact = Filter.is(Field.CAMPAIGN, typed);
        if (picture.questions().select(exact).cardinality() > 0) {
            return exact;
        }
        List<String> names = picture.gap(Filter.all(), GapBy.CAMPAIGN).stream()
                .map(GapGroup::key)
                .filter(name -> !name.isEmpty())
                .toList();
        String part = typed.toLowerCase(Locale.ROOT);
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part))) {
            return new Filter.Term(Field.CAMPAIGN, new Match.Wildcard("*" + typed + "*"));
        }
        throw new WrongUse(
                names.isEmpty()
                        ? words.of("campaign.noneatall", typed)
                        : words.of("campaign.none", typed, listed(names)));
    }

    /** Whether a campaign that a file names is one of those meant: by the text typed, or by a name that our rows bear. */
    static Predicate<String> names(String typed, Filter meant, Picture picture) {
        Set<String> ours = picture.gap(meant, GapBy.CAMPAIGN).stream()
                .map(group -> FilterValues.folded(group.key()))
                .collect(Collectors.toSet());
        ours.add(FilterValues.folded(typed));
        return name -> ours.contains(FilterValues.folded(name.strip()));
    }

    private static String listed(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + ", …" : Objects.requireNonNull(shown);
    }
}
