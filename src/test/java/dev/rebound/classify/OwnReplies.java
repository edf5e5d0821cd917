package dev.rebound.classify;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All replies in our own words, and what they mean. */
final class OwnReplies {
    static final int UNSEEN_SETS = 44;

    private OwnReplies() {}

    /** The cells of each row: text, class, reason and what else the file has. */
    static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>(rows("replies.tsv"));
        for (String set : sets()) {
            rows.addAll(rows(set));
        }
        return rows;
    }

    /** The names of the sets that were labelled before any rule was written for them. */
    static List<String> sets() {
        return IntStream.rangeClosed(1, UNSEEN_SETS)
                .mapToObj(n -> "unseen-" + n + ".tsv")
                .toList();
    }

    static List<String[]> rows(String set) throws IOException {
        try (InputStream in = OwnReplies.class.getResourceAsStream(set)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .peek(cells -> cells[0] = cells[0].replace("\\r\\n", "\r\n"))
                    .toList();
        }
    }

    /** What the words of unknown replies are held against. */
    static Likeness likeness() throws IOException {
        ReplyFolder folder = ReplyFolder.keeping(RuleBookReader.bundled().keptHosts());
        return Likeness.learned(rows().stream()
                .map(cells -> known(folder, cells[0], cells[1], cells[2]))
                .toList());
    }

    static Likeness.Known known(ReplyFolder folder, String text, String bounceClass, String reason) {
        String folded = Asides.masked(folder.fold(text).text());
        return new Likeness.Known(
                ReplyWords.of(folded, Codes.of(Reply.ofText(text))),
                new Likeness.Outcome(
                        BounceClass.valueOf(bounceClass.toUpperCase(Locale.ROOT)),
                        Reason.valueOf(reason.toUpperCase(Locale.ROOT))));
    }

    static List<String> right(String label, String alternatives) {
        return Stream.concat(Stream.of(label), Stream.of(alternatives.split("\\|", -1)))
                .toList();
    }
}
