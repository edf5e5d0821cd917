package dev.rebound.console.activity;

import dev.rebound.console.kit.FilterWords;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.Questions.FacetValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at the cursor of a filter text: fields, or values of the field with how many rows would have them beside
 * the rest of the text. Pure; any thread.
 */
final class Completion {
    private static final int MOST = 12;
    private static final List<String> TIMES = List.of("-24h", "-7d", "-30d");
    private static final List<String> SPANS = List.of(">1h", ">6h", ">1d", "<1min");

    /**
     * A proposal.
     *
     * @param from where in the text it begins to stand
     * @param to where what it replaces ends
     * @param insert what stands there then
     * @param label what a person reads
     * @param count rows that have the value; -1 for a field
     */
    record Proposal(int from, int to, String insert, String label, long count) {}

    private final Questions questions;
    private final @Nullable Instant dataEnd;
    private final ZoneId zone;
    private final FilterWords words;
    private final Locale locale;

    Completion(ActivityResult of, FilterWords words, Locale locale) {
        this.questions = of.questions();
        this.dataEnd = of.picture().dataEnd();
        this.zone = of.picture().zone();
        this.words = words;
        this.locale = locale;
    }

    /** Proposals at a cursor, the most frequent first. */
    List<Proposal> at(String text, int cursor) {
        Token token = Token.at(text, cursor);
        return token.field().isPresent() ? values(token.field().get(), token, rest(text, token)) : fields(token);
    }

    /** The same for somebody who did not ask: nothing where no word was begun, or where it stands there already. */
    List<Proposal> whileTyping(String text, int cursor) {
        Token token = Token.at(text, cursor);
        if (token.typed().isEmpty() && token.field().isEmpty()) {
            return List.of();
        }
        List<Proposal> found = at(text, cursor);
        String written = text.substring(token.from(), token.to());
        return found.stream().anyMatch(p -> p.insert().equals(written)) ? List.of() : found;
    }

    /**
     * The word at the cursor.
     *
     * @param from where its value, or the word itself, begins
     * @param typed what of it stands before the cursor
     * @param start where the whole term begins
     */
    record Token(int start, int from, int to, String typed, Optional<Field> field) {
        static Token at(String text, int cursor) {
            int start = start(text, cursor);
            int to = cursor;
            while (to < text.length()
                    && !Character.isWhitespace(text.charAt(to))
                    && ")|,".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            int word = start;
            if (word < cursor && text.charAt(word) == '-') {
                word++;
            }
            int colon = text.indexOf(':', word);
            if (colon < 0 || colon >= cursor) {
                return new Token(start, word, to, text.substring(word, cursor), Optional.empty());
            }
            Optional<Field> field = Field.named(text.substring(word, colon));
            int from = colon + 1;
            int comma = text.lastIndexOf(',', cursor - 1);
            if (from < cursor && text.charAt(from) == '(') {
                from++;
                while (comma >= from || (from < cursor && Character.isWhitespace(text.charAt(from)))) {
                    from = Math.max(comma, from) + 1;
                    comma = -1;
                }
            }
            return new Token(start, from, to, text.substring(Math.min(from, cursor), cursor), field);
        }

        /** Where the term at the cursor begins: quotes and a list of values are part of it. */
        private static int start(String text, int cursor) {
            int start = 0;
            boolean quoted = false;
            boolean listed = false;
            for (int i = 0; i < cursor; i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '(' && i > 0 && text.charAt(i - 1) == ':') {
                    listed = true;
                } else if (!quoted && c == ')') {
                    listed = false;
                    start = i + 1;
                } else if (!quoted && !listed && (Character.isWhitespace(c) || c == '(' || c == '|')) {
                    start = i + 1;
                }
            }
            return start;
        }
    }

    /** The rows that the rest of the text accepts; every row where the rest cannot be read. */
    private Bitmap rest(String text, Token token) {
        try {
            return questions.select(
                    FilterParser.parse(text.substring(0, token.start()) + " " + text.substring(token.to())));
        } catch (FilterSyntaxException e) {
            return questions.select(Filter.all());
        }
    }

    private List<Proposal> fields(Token token) {
        String typed = FilterValues.folded(token.typed());
        List<Proposal> found = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.names().stream().anyMatch(n -> FilterValues.folded(n).startsWith(typed))
                    || FilterValues.folded(words.field(field)).startsWith(typed)) {
                String name = locale.getLanguage().equals("fr") ? field.names().getLast() : field.code();
                found.add(new Proposal(token.from(), token.to(), name + ":", name + ":   " + words.field(field), -1));
            }
        }
        return found;
    }

    private List<Proposal> values(Field field, Token token, Bitmap rows) {
        String typed = FilterValues.folded(token.typed().replace("\"", ""));
        return switch (field.kind()) {
            case FLAG -> flags(field, token, typed, rows);
            case TIME -> times(field, token, typed, rows);
            case DURATION -> listed(field, token, typed, rows, SPANS);
            case NUMBER -> proposals(field, token, questions.numbers(rows, field, 200), typed);
            case TEXT -> proposals(field, token, texts(field, rows, typed), typed);
        };
    }

    private List<FacetValue> texts(Field field, Bitmap rows, String typed) {
        if (typed.isEmpty()) {
            return questions.facet(rows, field, MOST);
        }
        String bare = typed.replace("*", "").replace("?", "").replace("\\", "");
        Bitmap alike = bare.isEmpty()
                ? rows
                : rows.and(questions.select(new Filter.Term(field, new Match.Wildcard("*" + bare + "*"))));
        List<FacetValue> found = questions.facet(alike, field, MOST);
        // A value in words, such as a reason in French, is found by its words too.
        return found.isEmpty() ? questions.facet(rows, field, 200) : found;
    }

    private List<Proposal> proposals(Field field, Token token, List<FacetValue> values, String typed) {
        return values.stream()
                .filter(v -> FilterValues.folded(v.value()).contains(typed)
                        || FilterValues.folded(words.value(field, v.value())).contains(typed))
                .limit(MOST)
                .map(v -> proposal(field, token, v.value(), words.value(field, v.value()), v.count()))
                .toList();
    }

    private static Proposal proposal(Field field, Token token, String value, String label, long count) {
        String term = Filter.is(field, value).toText();
        return new Proposal(token.from(), token.to(), term.substring(term.indexOf(':') + 1), label, count);
    }

    private List<Proposal> flags(Field field, Token token, String typed, Bitmap rows) {
        List<Proposal> found = new ArrayList<>();
        for (FlagWord word : FlagWord.values()) {
            String label = words.flag(word);
            if (word.word().startsWith(typed) || FilterValues.folded(label).contains(typed)) {
                long count = rows.and(questions.select(Filter.is(field, word.word())))
                        .cardinality();
                if (count > 0 || !typed.isEmpty()) {
                    found.add(new Proposal(token.from(), token.to(), word.word(), word.word() + "   " + label, count));
                }
            }
        }
        found.sort(Comparator.comparingLong(Proposal::count).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private List<Proposal> times(Field field, Token token, String typed, Bitmap rows) {
        List<String> offered = new ArrayList<>(field == Field.ON ? List.of("today", "yesterday") : TIMES);
        Instant end = dataEnd;
        if (end != null) {
            LocalDate last = LocalDate.ofInstant(end, zone);
            for (int days = 0; days < 7; days++) {
                offered.add(last.minusDays(days).toString());
            }
        }
        return listed(field, token, typed, rows, offered);
    }

    private List<Proposal> listed(Field field, Token token, String typed, Bitmap rows, List<String> offered) {
        List<Proposal> found = new ArrayList<>();
        for (String value : offered) {
            if (value.startsWith(typed)) {
                long count = counted(field.code() + ":" + value, rows);
                found.add(new Proposal(token.from(), token.to(), value, value, count));
            }
        }
        return found;
    }

    private long counted(String term, Bitmap rows) {
        try {
            return rows.and(questions.select(FilterParser.parse(term))).cardinality();
        } catch (FilterSyntaxException e) {
            throw new IllegalStateException(term, e);
        }
    }
}
