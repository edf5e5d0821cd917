package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Verdict;
import dev.rebound.index.EventTable;
import dev.rebound.index.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The pattern of each known reply: its text with the variable parts folded. Worked out when first asked, once for each
 * distinct reply. Safe for any thread.
 */
final class ReplyPatterns {
    private final Dictionary replies;
    private final UnaryOperator<String> pattern;
    private final Dictionary patterns = new Dictionary();
    private int[] ofReply = new int[0];

    ReplyPatterns(Dictionary replies, UnaryOperator<String> pattern) {
        this.replies = replies;
        this.pattern = pattern;
    }

    /** Code of the pattern of each reply code. */
    private synchronized int[] codes() {
        if (ofReply.length != replies.size()) {
            int[] all = new int[replies.size()];
            for (int reply = 0; reply < all.length; reply++) {
                all[reply] = patterns.add(pattern.apply(replies.value(reply)));
            }
            ofReply = all;
        }
        return ofReply;
    }

    /** The column of patterns of a column of replies. */
    Table.Codes of(Table.Codes reply) {
        int[] codes = codes();
        return new Table.Codes() {
            @Override
            public int code(int row) {
                int code = reply.code(row);
                return code < 0 ? -1 : codes[code];
            }

            @Override
            public int codes() {
                return patterns.size();
            }

            @Override
            public String text(int code) {
                return patterns.value(code);
            }
        };
    }

    /** The events as the operator reads them: each correction holds for every reply of its pattern. */
    static EventTable corrected(EventTable events, Map<String, Verdict> corrections, UnaryOperator<String> pattern) {
        if (corrections.isEmpty()) {
            return events;
        }
        Dictionary replies = events.dictionaries().texts(EventText.REPLY);
        Map<Integer, Verdict> byReply = new HashMap<>();
        for (int reply = 0; reply < replies.size(); reply++) {
            Verdict own = corrections.get(pattern.apply(replies.value(reply)));
            if (own != null) {
                byReply.put(reply, own);
            }
        }
        return events.corrected(byReply);
    }
}
