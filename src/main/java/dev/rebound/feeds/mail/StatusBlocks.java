package dev.rebound.feeds.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Groups of header-like fields separated by empty lines, as RFC 3464 section 2.1 writes them; names in lower case. Where
 * the empty line was forgotten, a second recipient begins a group of its own.
 */
final class StatusBlocks {
    private StatusBlocks() {}

    static List<Map<String, String>> of(String text) {
        List<Map<String, String>> blocks = new ArrayList<>();
        Map<String, String> block = new LinkedHashMap<>();
        String name = "";
        for (String line : text.split("\r\n|\n|\r", -1)) {
            if (line.isBlank()) {
                if (!block.isEmpty()) {
                    blocks.add(block);
                    block = new LinkedHashMap<>();
                }
                name = "";
            } else if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
                block.merge(name, line.strip(), (a, b) -> a + " " + b);
            } else if (line.indexOf(':') > 0) {
                name = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
                if (name.endsWith("-recipient") && block.containsKey(name)) {
                    blocks.add(block);
                    block = new LinkedHashMap<>();
                }
                block.putIfAbsent(name, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }
}
