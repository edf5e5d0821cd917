package dev.rebound.cli;

import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words behind the program's name that it cannot read: one sentence that says which, and what to type. */
final class Mistyped {
    private Mistyped() {}

    static String sentence(ParameterException e, Words words) {
        return wrong(e, words) + " "
                + words.of("use.help", e.getCommandLine().getCommandSpec().qualifiedName(" "));
    }

    private static String wrong(ParameterException e, Words words) {
        return switch (e) {
            case UnmatchedArgumentException u -> unmatched(u, words);
            case MissingParameterException m -> words.of("use.missing", named(m.getMissing()));
            case MutuallyExclusiveArgsException x -> words.of("use.notboth");
            case OverwrittenOptionException o -> words.of("use.twice", name(o.getOverwritten()));
            case MaxValuesExceededException m -> words.of("use.toomany");
            default -> value(e.getArgSpec(), e.getValue(), words);
        };
    }

    private static String unmatched(UnmatchedArgumentException e, Words words) {
        String typed = e.getUnmatched().getFirst();
        String key = e.isUnknownOption()
                ? "use.nooption"
                : e.getCommandLine().getSubcommands().isEmpty() ? "use.toomuch" : "use.nocommand";
        String near = e.getSuggestions().stream()
                .map(s -> s.substring(s.lastIndexOf(' ') + 1))
                .collect(Collectors.joining(", "));
        return words.of(key, typed) + (near.isEmpty() ? "" : " " + words.of("use.near", near));
    }

    private static String value(@Nullable ArgSpec arg, @Nullable String value, Words words) {
        if (arg == null || value == null) {
            return words.of("use.unclear");
        }
        Class<?> type = arg.type();
        if (type == Language.class) {
            return words.of(
                    "use.language",
                    value,
                    Arrays.stream(Language.values()).map(Language::code).collect(Collectors.joining(", ")));
        }
        if (type == ZoneId.class) {
            return words.of("use.zone", value);
        }
        if (type == Instant.class) {
            return words.of("use.instant", value);
        }
        boolean number =
                List.of(int.class, long.class, Integer.class, Long.class).contains(type);
        return words.of(number ? "use.number" : "use.value", value, name(arg));
    }

    private static String named(List<ArgSpec> args) {
        return args.stream().map(Mistyped::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec arg) {
        if (!(arg instanceof OptionSpec option)) {
            return arg.paramLabel();
        }
        return option.arity().max() == 0 ? option.longestName() : option.longestName() + " " + arg.paramLabel();
    }
}
