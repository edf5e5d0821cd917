package dev.rebound.classify;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a score is memory: the labelled replies are dealt into five parts by cluster, and each part is judged by
 * a rule book without the phrases that no reply outside the part ever needed.
 *
 * <p>What unknown words are like is learned of the other four parts, and of our own sets where their phrases count.
 *
 * <p>A phrase is one alternative of a pattern, or one code. It is kept for a part when it decides a reply of the other
 * four parts or one of our own unseen sets; the rows that were written to exercise a rule do not count as evidence.
 * Within an alternative nothing can be left out, so the figure is an upper bound for texts nobody has read, and the
 * score of an unseen set at its first look is the better estimate.
 */
public final class FoldCheck {
    private static final int PARTS = 5;
    private static final Likeness LIKE_NOTHING = Likeness.learned(List.of());

    private final RuleBook whole;
    private final ReplyFolder folder;

    private FoldCheck(RuleBook whole) {
        this.whole = whole;
        this.folder = ReplyFolder.keeping(whole.keptHosts());
    }

    /**
     * Prints one line a part and one for all.
     *
     * @param args the labelled replies: a tab-separated file with the columns text, class, class_alt, reason,
     *     reason_alt and cluster
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 1 || !Files.isReadable(Path.of(args[0]))) {
            out.println("Name the file of labelled replies: tab-separated, with a cluster column.");
            return;
        }
        new FoldCheck(RuleBookReader.bundled().inPhrases()).run(labelled(Path.of(args[0])), out);
    }

    private void run(List<Row> rows, PrintStream out) throws IOException {
        Map<Row, Phrase> needs = new HashMap<>();
        Score known = new Score();
        for (Row row : rows) {
            needs.put(row, deciding(row.text()));
            known.add(row, judge(whole, LIKE_NOTHING, row.text()));
        }
        Set<Phrase> ours = new HashSet<>();
        List<String[]> own = new ArrayList<>();
        for (String set : OwnReplies.sets()) {
            own.addAll(OwnReplies.rows(set));
        }
        own.forEach(cells -> ours.add(deciding(cells[0])));
        print(out, "all phrases", known, 0);
        Score total = new Score();
        Score strict = new Score();
        for (int part = 0; part < PARTS; part++) {
            Set<Phrase> kept = new HashSet<>();
            for (Row row : rows) {
                if (row.part() != part) {
                    kept.add(needs.get(row));
                }
            }
            RuleBook four = whole.keeping(kept::contains);
            kept.addAll(ours);
            RuleBook fourAndOurs = whole.keeping(kept::contains);
            List<Likeness.Known> words = new ArrayList<>();
            for (Row row : rows) {
                if (row.part() != part) {
                    words.add(OwnReplies.known(
                            folder, row.text(), row.classes().getFirst(), row.reasons().getFirst()));
                }
            }
            Likeness ofFour = Likeness.learned(words);
            own.forEach(cells -> words.add(OwnReplies.known(folder, cells[0], cells[1], cells[2])));
            Likeness ofFourAndOurs = Likeness.learned(words);
            Score score = new Score();
            for (Row row : rows) {
                if (row.part() == part) {
                    Verdict verdict = judge(fourAndOurs, ofFourAndOurs, row.text());
                    score.add(row, verdict);
                    total.add(row, verdict);
                    strict.add(row, judge(four, ofFour, row.text()));
                }
            }
            print(out, "part " + (part + 1), score, kept.size());
        }
        print(out, "five parts", total, 0);
        print(out, "without our own sets", strict, 0);
    }

    private static void print(PrintStream out, String name, Score s, int phrases) {
        out.printf(
                "%-22s n=%3d  class %5.1f  reason %5.1f  hard precision %5.1f recall %5.1f%s%n",
                name,
                s.rows,
                percent(s.classes, s.rows),
                percent(s.reasons, s.rows),
                percent(s.hardRight, s.hardSaid),
                percent(s.hardRight, s.hardTrue),
                phrases == 0 ? "" : "  phrases kept " + phrases);
    }

    private static double percent(int part, int of) {
        return of == 0 ? 100 : part * 100.0 / of;
    }

    private Verdict judge(RuleBook book, Likeness likeness, String text) {
        FoldedReply folded = folder.fold(text);
        return new Judgement(book, () -> likeness).decide(Reply.ofText(text), folded).verdict(folded);
    }

    /** The first phrase of the deciding rule that fits. */
    private @Nullable Phrase deciding(String text) {
        FoldedReply folded = folder.fold(text);
        Decision decision = new Judgement(whole, () -> LIKE_NOTHING).decide(Reply.ofText(text), folded);
        Rule rule = whole.byId().get(decision.rule());
        if (rule == null) {
            return null;
        }
        String said = rule.group().isCode() ? decision.matched() : "";
        for (RulePattern pattern : rule.patterns()) {
            boolean fits = rule.group().isCode()
                    ? isCode(pattern.regex(), said)
                    : pattern.alternatives().stream()
                            .anyMatch(a -> a.find(
                                            folded.text(), 0, folded.text().length())
                                    != null);
            if (fits) {
                return new Phrase(rule.id(), pattern.regex());
            }
        }
        return null;
    }

    private static boolean isCode(String written, String said) {
        return said.matches(written.replace(".", "\\.").replace("*", "\\d+").replace("x", "\\d"));
    }

    private static List<Row> labelled(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = Arrays.asList(lines.getFirst().split("\t", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            rows.add(new Row(
                    cells[head.indexOf("text")],
                    right(cells, head, "class", "class_alt"),
                    right(cells, head, "reason", "reason_alt"),
                    Integer.parseInt(cells[head.indexOf("cluster")].replaceAll("\\D", "")) % PARTS));
        }
        return rows;
    }

    private static List<String> right(String[] cells, List<String> head, String label, String alternatives) {
        List<String> right = new ArrayList<>(List.of(cells[head.indexOf(label)]));
        right.addAll(Arrays.asList(cells[head.indexOf(alternatives)].split("\\|")));
        right.removeIf(String::isEmpty);
        return right;
    }

    private record Row(String text, List<String> classes, List<String> reasons, int part) {}

    private static final class Score {
        private static final String HARD = BounceClass.HARD.code();

        private int rows;
        private int classes;
        private int reasons;
        private int hardSaid;
        private int hardTrue;
        private int hardRight;

        void add(Row row, Verdict verdict) {
            String said = verdict.bounceClass().code();
            rows++;
            classes += row.classes().contains(said) ? 1 : 0;
            reasons += row.reasons().contains(verdict.reason().code()) ? 1 : 0;
            boolean debatable = row.classes().contains(HARD) && row.classes().size() > 1;
            if (!debatable) {
                boolean hard = row.classes().contains(HARD);
                hardSaid += said.equals(HARD) ? 1 : 0;
                hardTrue += hard ? 1 : 0;
                hardRight += hard && said.equals(HARD) ? 1 : 0;
            }
        }
    }
}
