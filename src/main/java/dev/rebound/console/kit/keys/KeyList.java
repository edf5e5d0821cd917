package dev.rebound.console.kit.keys;

import dev.rebound.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every key of the window by what it is for, as the texts of a language tell them. */
public final class KeyList {
    /** Keys of one kind. */
    record Group(String name, List<Key> keys) {}

    /** What a key does. */
    record Key(String keys, String does) {}

    private static final Pattern ACT = Pattern.compile("@([a-z0-9-]+)");
    private static final List<String> GROUPS = List.of("go", "log", "work", "look", "parts");

    private KeyList() {}

    /** What each act that can have other keys does, in the order of the list; the views are named by their numbers. */
    public static Map<KeyAct, String> acts(Words words) {
        Map<KeyAct, String> acts = new LinkedHashMap<>();
        for (String group : GROUPS) {
            for (String line : words.of("keys." + group + ".list").split("\n", -1)) {
                int bar = line.indexOf('|');
                for (KeyAct act : KeyAct.values()) {
                    if (line.substring(0, bar).strip().equals("@" + act.code())) {
                        acts.put(act, line.substring(bar + 1).strip());
                    }
                }
            }
        }
        return acts;
    }

    /** Keys that can be others stand in the texts by the code of their act. */
    private static String named(String keys, Words words, KeyMap map) {
        return ACT.matcher(keys)
                .replaceAll(m -> Matcher.quoteReplacement(KeyNames.of(map.of(KeyAct.ofCode(m.group(1))), words)));
    }

    /** A line of the texts holds the keys, a bar, and what they do. */
    static List<Group> of(Words words, KeyMap map) {
        List<Group> groups = new ArrayList<>();
        for (String group : GROUPS) {
            List<Key> keys = new ArrayList<>();
            for (String line : words.of("keys." + group + ".list").split("\n", -1)) {
                int bar = line.indexOf('|');
                keys.add(new Key(
                        named(line.substring(0, bar).strip(), words, map),
                        line.substring(bar + 1).strip()));
            }
            groups.add(new Group(words.of("keys." + group), keys));
        }
        return groups;
    }

    /** All keys as a page of Markdown. */
    public static String markdown(Words words, KeyMap map) {
        StringBuilder page = new StringBuilder("# " + words.of("keys.title") + "\n");
        for (Group group : of(words, map)) {
            page.append("\n## ").append(group.name()).append("\n\n|  |  |\n|---|---|\n");
            group.keys()
                    .forEach(k -> page.append("| ")
                            .append(k.keys())
                            .append(" | ")
                            .append(k.does())
                            .append(" |\n"));
        }
        return page.toString();
    }

    /** All keys as one page for a browser, which prints it on one sheet. */
    public static String html(Words words, KeyMap map) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(words.locale().getLanguage())
                .append("\"><head><meta charset=\"utf-8\"><title>Rebound · ")
                .append(escaped(words.of("keys.title")))
                .append("</title>\n<style>\n")
                .append("body { font: 10.5pt sans-serif; columns: 2; column-gap: 2em; margin: 1.5cm; }\n")
                .append("h1 { column-span: all; font-size: 15pt; } h2 { font-size: 11pt; margin: 0.8em 0 0.2em; }\n")
                .append("section { break-inside: avoid; } td { vertical-align: top; padding: 1px 8px 1px 0; }\n")
                .append("td:first-child { white-space: nowrap; font-weight: bold; }\n")
                .append("</style></head><body>\n<h1>")
                .append(escaped(words.of("keys.title")))
                .append("</h1>\n");
        for (Group group : of(words, map)) {
            page.append("<section><h2>").append(escaped(group.name())).append("</h2><table>\n");
            group.keys()
                    .forEach(k -> page.append("<tr><td>")
                            .append(escaped(k.keys()))
                            .append("</td><td>")
                            .append(escaped(k.does()))
                            .append("</td></tr>\n"));
            page.append("</table></section>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
