package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of thousands in the filter's field: there a list stands by its length, e.g. {@code to:⟨5,000 addresses⟩}, so that
 * the rest can be read and typed. The whole text is known by that mark.
 */
final class LongLists {
    private static final Pattern LONG = Pattern.compile("([\\p{L}._]+):\\(([^()\"]{300,})\\)");
    private static final Pattern MARK = Pattern.compile("⟨[^⟩]*⟩");

    private final Desk desk;
    private final Map<String, String> lists = new HashMap<>();

    LongLists(Desk desk) {
        this.desk = desk;
    }

    /** The text as the field shows it. */
    String shown(String whole) {
        return LONG.matcher(whole).replaceAll(m -> {
            String list = m.group(2);
            long values = list.chars().filter(c -> c == ',').count() + 1;
            String mark = "⟨"
                    + desk.text(m.group(1).equals("to") ? "activity.chip.addresses" : "activity.chip.values", values)
                    + "⟩";
            while (lists.containsKey(mark) && !list.equals(lists.get(mark))) {
                mark = mark.replace("⟩", "'⟩");
            }
            lists.put(mark, list);
            return Matcher.quoteReplacement(m.group(1) + ":" + mark);
        });
    }

    /** The whole text behind what the field shows. */
    String whole(String shown) {
        return MARK.matcher(shown).replaceAll(m -> {
            String list = lists.get(m.group());
            return Matcher.quoteReplacement(list == null ? m.group() : "(" + list + ")");
        });
    }
}
