package dev.rebound.classify;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bundled rule book: tab-separated rows, {@code #} starts a comment line. A rule file has the columns
 * id, reason, class (empty: the reason's usual one), pattern; a row with an empty id adds a pattern to the rule above.
 * In patterns {@code {name}} stands for the alternatives of that name in {@code words.tsv}.
 */
final class RuleBookReader {
    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

    private final MessageDigest digest;
    private final Map<String, String> words = new HashMap<>();

    private RuleBookReader(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * The rule book in the program.
     *
     * @throws IllegalStateException where a bundled row is wrong; names file and line. A fault of the build, not of use
     */
    static RuleBook bundled() {
        try {
            return new RuleBookReader(MessageDigest.getInstance("SHA-256")).read();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private RuleBook read() {
        for (CsvRecord row : rows("words.tsv")) {
            words.put(row.getField(0), "(?:" + withWords(row.getField(1)) + ")");
        }
        Set<String> hosts = new HashSet<>();
        rows("hosts.tsv").forEach(row -> hosts.add(row.getField(0)));
        List<Rule> rules = new ArrayList<>();
        for (Rule.Group group : Rule.Group.values()) {
            rules.addAll(rules(group));
        }
        bytes(Likeness.FILE, digest);
        String version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        Guards guards = new Guards(
                word("othersubject"),
                word("otherdomain"),
                word("own"),
                word("several"),
                word("notserved"),
                word("relaying"),
                word("lookupfailed"),
                word("refusal"),
                word("passing"),
                word("exception"),
                word("otherend"),
                word("purpose"),
                word("otherthing"),
                word("courtesy"));
        return new RuleBook(version, hosts, rules, guards);
    }

    private ScreenedPattern word(String name) {
        return ScreenedPattern.of(withWords("{" + name + "}"));
    }

    private List<Rule> rules(Rule.Group group) {
        String name = group.name().toLowerCase(Locale.ROOT);
        List<Rule> rules = new ArrayList<>();
        List<RulePattern> patterns = new ArrayList<>();
        for (CsvRecord row : rows(name + ".tsv")) {
            try {
                if (!row.getField(0).isEmpty()) {
                    patterns = new ArrayList<>();
                    rules.add(new Rule(name + "." + row.getField(0), group, reason(row), bounceClass(row), List.of()));
                }
                patterns.add(RulePattern.of(withWords(row.getField(3))));
                Rule rule = rules.removeLast();
                rules.add(new Rule(rule.id(), group, rule.reason(), rule.bounceClass(), patterns));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalStateException(
                        "The rule in " + name + ".tsv, line " + row.getStartingLineNumber() + ", is wrong: "
                                + e.getMessage(),
                        e);
            }
        }
        return rules;
    }

    private static Reason reason(CsvRecord row) {
        return Reason.valueOf(row.getField(1).toUpperCase(Locale.ROOT));
    }

    private static @Nullable BounceClass bounceClass(CsvRecord row) {
        String word = row.getField(2);
        return word.isEmpty() ? null : BounceClass.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String withWords(String pattern) {
        Matcher matcher = WORD.matcher(pattern);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String meaning = words.get(matcher.group(1));
            if (meaning == null) {
                throw new PatternSyntaxException("no such word", pattern, matcher.start());
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(meaning));
        }
        return matcher.appendTail(out).toString();
    }

    private List<CsvRecord> rows(String file) {
        return readRows(file, digest);
    }

    /** What unknown replies are like. Its file counts in the version of the book. */
    static Likeness likeness() {
        return Likeness.of(csv(new String(bytes(Likeness.FILE, null), StandardCharsets.UTF_8), Likeness.FILE));
    }

    static List<CsvRecord> readRows(String file, MessageDigest digest) {
        return csv(new String(bytes(file, digest), StandardCharsets.UTF_8), file);
    }

    private static byte[] bytes(String file, @Nullable MessageDigest digest) {
        try (InputStream in = RuleBookReader.class.getResourceAsStream("rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The rule file " + file + " is not in the program.");
            }
            byte[] bytes = in.readAllBytes();
            if (digest != null) {
                digest.update(bytes);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file " + file + " could not be read.", e);
        }
    }

    private static List<CsvRecord> csv(String text, String file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator('\t')
                .quoteCharacter('\u0000')
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file " + file + " could not be read.", e);
        }
    }
}
