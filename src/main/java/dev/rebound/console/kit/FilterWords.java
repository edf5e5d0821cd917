package dev.rebound.console.kit;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.words.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields, values and parts of a filter in the operator's language. */
public final class FilterWords {
    /** A list longer than this is told by its length. */
    private static final int LISTED = 3;

    private final Words words;
    private final TimeWords times;

    /** The words of a language. */
    public FilterWords(Words words) {
        this(words, null);
    }

    /** The same, with moments as the window tells them. */
    public FilterWords(Words words, @Nullable Formats formats) {
        this.words = words;
        this.times = new TimeWords(words, formats);
    }

    /** A part of a filter, as a chip says it. */
    public String of(Filter chip) {
        return switch (chip) {
            case Filter.Not not -> words.of("activity.chip.not", of(not.part()));
            case Filter.Or or ->
                or.parts().stream().map(this::of).collect(Collectors.joining(" " + words.of("activity.chip.or") + " "));
            case Filter.Term term ->
                term.match() instanceof Match.Exact e
                        ? exactly(term, e)
                        : words.of("activity.chip.term", field(term.field()), match(term));
            default -> chip.toText();
        };
    }

    private String exactly(Filter.Term term, Match.Exact value) {
        String named = words.of("activity.chip.term", field(term.field()), match(term));
        return switch (term.field()) {
            case FLAG -> flag(value, false);
            case HAS -> flag(value, true);
            case SINCE -> times.last(value.value()).orElse(named);
            default -> named;
        };
    }

    private String flag(Match.Exact word, boolean has) {
        return FlagWord.named(word.value())
                .map(w -> has ? words.of("activity.chip.has", had(w)) : flag(w))
                .orElse(word.value());
    }

    /** A state, or another fact of a message, in a word. */
    public String flag(FlagWord word) {
        var state = word.state();
        return state == null
                ? words.of("activity.flag." + word.name().toLowerCase(Locale.ROOT))
                : words.of("state.short." + state.code());
    }

    /** After {@code has:} the words mean events that a source told of. */
    private String had(FlagWord word) {
        return word == FlagWord.OPEN ? words.of("activity.flag.opened") : flag(word);
    }

    private String match(Filter.Term term) {
        if (term.field().kind() == Field.Kind.TIME) {
            switch (term.match()) {
                case Match.Range r -> {
                    return times.moment(r.from()) + " – " + times.moment(r.to());
                }
                case Match.Compare c -> {
                    return c.operator().sign() + " " + times.moment(c.value());
                }
                case Match.Exact e -> {
                    return times.moment(e.value());
                }
                default -> {}
            }
        }
        if (term.match() instanceof Match.Exact e) {
            return value(term.field(), e.value());
        }
        if (term.match() instanceof Match.OneOf list && list.values().size() > LISTED) {
            String what = term.field() == Field.ADDRESS ? "activity.chip.addresses" : "activity.chip.values";
            return words.of(what, list.values().size());
        }
        if (term.match() instanceof Match.OneOf list) {
            return list.values().stream()
                    .map(m -> match(new Filter.Term(term.field(), m)))
                    .collect(Collectors.joining(", "));
        }
        if (term.match() instanceof Match.Any) {
            return words.of("activity.chip.any");
        }
        String text = term.field().code() + ":";
        return new Filter.Term(term.field(), term.match()).toText().substring(text.length());
    }

    /** The name of a field. */
    public String field(Field field) {
        return words.of("field." + field.name().toLowerCase(Locale.ROOT));
    }

    /** A value of a field as people read it; names stay as they are. */
    public String value(Field field, String value) {
        String group = switch (field) {
            case STATE -> "state.short.";
            case REASON -> "reason.";
            case CLASS -> "class.";
            case VALIDITY -> "validity.";
            case SUBSCRIPTION -> "subscription.";
            case KIND -> "kind.";
            default -> "";
        };
        String key = group + value.replace(' ', '_').toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return words.of("activity.none");
        }
        return !group.isEmpty() && words.keys().contains(key) ? words.of(key) : value;
    }
}
