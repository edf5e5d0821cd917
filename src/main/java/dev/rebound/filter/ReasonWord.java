package dev.rebound.filter;

import com.google.re2j.Pattern;
import dev.rebound.domain.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The names under which a reason can be asked for: its code, and its name as the program shows it in English or French,
 * whole or in part. {@code reason:full} and {@code motif:"boîte pleine"} are both {@code mailbox_full}.
 */
record ReasonWord(String code, List<String> names) {
    /** Shorter parts stand in too many names to mean one. */
    private static final int LEAST_PART = 3;

    private static final List<ReasonWord> ALL = read();

    private static List<ReasonWord> read() {
        List<ReasonWord> all = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ReasonWord.class.getResourceAsStream("reasons.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    all.add(new ReasonWord(
                            cells[0],
                            List.of(spaced(cells[0]), FilterValues.folded(cells[1]), FilterValues.folded(cells[2]))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    private static String spaced(String text) {
        return FilterValues.folded(text).replace('_', ' ');
    }

    /** The codes of the reasons that a text names: the one whose whole name it is, or all in whose names it stands. */
    static List<String> named(String text) {
        String wanted = spaced(text.strip());
        for (ReasonWord w : ALL) {
            if (w.names.contains(wanted)) {
                return List.of(w.code);
            }
        }
        return wanted.length() < LEAST_PART
                ? List.of()
                : ALL.stream()
                        .filter(w -> w.names.stream().anyMatch(n -> n.contains(wanted)))
                        .map(ReasonWord::code)
                        .toList();
    }

    /** The codes of the reasons of which a code or a name is accepted. */
    private static List<String> accepted(Predicate<String> wanted) {
        return ALL.stream()
                .filter(w -> wanted.test(w.code) || w.names.stream().anyMatch(wanted))
                .map(ReasonWord::code)
                .toList();
    }

    /** What a value of the field says, in codes; a name that no reason has is empty. */
    static Optional<Match> read(Match match) {
        if (match instanceof Match.OneOf one) {
            List<Match> values = new ArrayList<>();
            for (Match value : one.values()) {
                Optional<Match> read = read(value);
                if (read.isEmpty()) {
                    return read;
                }
                values.add(read.get());
            }
            return Optional.of(new Match.OneOf(values));
        }
        List<String> codes;
        switch (match) {
            case Match.Exact exact -> codes = named(exact.value());
            case Match.Wildcard wildcard -> {
                Pattern pattern = FilterValues.wildcard(wildcard.pattern());
                Pattern spaced = FilterValues.wildcard(wildcard.pattern().replace('_', ' '));
                codes = accepted(
                        n -> pattern.matcher(n).matches() || spaced.matcher(n).matches());
            }
            case Match.Regex regex -> {
                Pattern pattern = FilterValues.regex(regex.expression());
                codes = accepted(n -> pattern.matcher(n).find());
            }
            default -> {
                return Optional.of(match);
            }
        }
        return switch (codes.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Match.Exact(codes.getFirst()));
            default ->
                Optional.of(new Match.OneOf(
                        codes.stream().<Match>map(Match.Exact::new).toList()));
        };
    }

    /** The reason whose code is spelled most like a text; empty where none is near. */
    static String nearest(String text) {
        String wanted = spaced(text.strip());
        String best = "";
        int least = 4;
        for (Reason reason : Reason.values()) {
            int d = EditDistance.between(wanted, spaced(reason.code()));
            if (d < least) {
                least = d;
                best = reason.code();
            }
        }
        return best;
    }
}
