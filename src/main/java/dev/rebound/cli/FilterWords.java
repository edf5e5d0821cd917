package dev.rebound.cli;

import dev.rebound.filter.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The filter language says "not" by a minus sign, which the command line takes for an option. A space before it, which means
 * nothing to a filter, tells them apart. An option that is there, or nearly, stays one: two minus signs, a name of the
 * command's own, and {@code -o} with its file behind it.
 */
final class FilterWords {
    private static final String FILTER = "FILTER";
    private static final Pattern FILE = Pattern.compile("=.*|.*[/\\\\].*|.*\\.(json|ndjson|csv|xlsx|md|zip)");

    private final CommandSpec command;
    private final boolean everywhere;

    private FilterWords(CommandSpec command) {
        this.command = command;
        everywhere = command.positionalParameters().stream()
                .anyMatch(p -> p.paramLabel().contains(FILTER));
    }

    /** What a filter is in the words typed, as it is written. */
    static String text(List<String> words) {
        return words.stream().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Whether a word is marked as one of a filter. */
    static boolean isMarked(String word) {
        return word.startsWith(" -");
    }

    /** The words typed behind the program's name, those of a filter marked. */
    static String[] marked(String[] args, CommandLine line) {
        String[] out = args.clone();
        int at = 0;
        while (at < out.length && !line.getSubcommands().containsKey(out[at])) {
            at += takesNext(line.getCommandSpec().optionsMap().get(out[at])) ? 2 : 1;
        }
        CommandLine command = at < out.length ? line.getSubcommands().get(out[at]) : null;
        if (command == null) {
            return out;
        }
        FilterWords words = new FilterWords(command.getCommandSpec());
        for (int i = at + 1; i < out.length && !out[i].equals("--"); i++) {
            OptionSpec before = words.command.optionsMap().get(out[i - 1]);
            if (words.isOfFilter(out[i], before)) {
                out[i] = " " + out[i];
            }
        }
        return out;
    }

    private boolean isOfFilter(String word, @Nullable OptionSpec before) {
        boolean here = takesNext(before) ? isFilter(before) || isOfMany(before) : everywhere;
        return here && word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-' && !isOption(word);
    }

    private boolean isOption(String word) {
        if (command.optionsMap().containsKey(word) || command.optionsMap().containsKey("-" + word.split("=", 2)[0])) {
            return true;
        }
        OptionSpec attached = command.optionsMap().get(word.substring(0, 2));
        return takesNext(attached)
                && !isTerm(word)
                && FILE.matcher(word.substring(2)).matches();
    }

    private static boolean isTerm(String word) {
        int colon = word.indexOf(':');
        return colon > 1 && Field.named(word.substring(1, colon)).isPresent();
    }

    private static boolean takesNext(@Nullable OptionSpec option) {
        return option != null && option.arity().min() > 0;
    }

    private static boolean isFilter(@Nullable ArgSpec option) {
        return option != null && option.paramLabel().equals(FILTER);
    }

    /** Behind the first value of an option that takes many, a filter may stand as well. */
    private static boolean isOfMany(@Nullable ArgSpec option) {
        return option != null && option.arity().max() > 1;
    }
}
