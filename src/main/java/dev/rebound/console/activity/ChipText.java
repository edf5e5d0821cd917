package dev.rebound.console.activity;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.words.Words;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of a filter in the operator's language. */
final class ChipText {
    private final Words words;

    ChipText(Words words) {
        this.words = words;
    }

    String of(Filter chip) {
        return switch (chip) {
            case Filter.Not not -> words.of("activity.chip.not", of(not.part()));
            case Filter.Or or ->
                or.parts().stream().map(this::of).collect(Collectors.joining(" " + words.of("activity.chip.or") + " "));
            case Filter.Term term ->
                term.field() == Field.FLAG && term.match() instanceof Match.Exact e
                        ? flag(e)
                        : field(term.field()) + ": " + match(term);
            default -> chip.toText();
        };
    }

    private String flag(Match.Exact word) {
        return FlagWord.named(word.value())
                .map(w -> {
                    var state = w.state();
                    return state == null
                            ? words.of("activity.flag." + w.name().toLowerCase(Locale.ROOT))
                            : words.of("state.short." + state.code());
                })
                .orElse(word.value());
    }

    private String match(Filter.Term term) {
        if (term.match() instanceof Match.Exact e) {
            return value(term.field(), e.value());
        }
        if (term.match() instanceof Match.Any) {
            return words.of("activity.chip.any");
        }
        String text = term.field().code() + ":";
        return new Filter.Term(term.field(), term.match()).toText().substring(text.length());
    }

    /** The name of a field. */
    String field(Field field) {
        return words.of("field." + field.name().toLowerCase(Locale.ROOT));
    }

    /** A value of a field as people read it; names stay as they are. */
    String value(Field field, String value) {
        String group = switch (field) {
            case STATE -> "state.short.";
            case REASON -> "reason.";
            case CLASS -> "class.";
            case VALIDITY -> "validity.";
            case SUBSCRIPTION -> "subscription.";
            default -> "";
        };
        String key = group + value.replace(' ', '_').toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return words.of("activity.none");
        }
        return !group.isEmpty() && words.keys().contains(key) ? words.of(key) : value;
    }
}
