package dev.rebound.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.Verdict;
import java.util.Map;
import java.util.TreeMap;

/** The operator's corrections as a settings file, which a colleague imports like any export. */
public final class RuleFile {
    private RuleFile() {}

    /** The file's text; corrections by reply pattern. */
    public static String of(Map<String, Verdict> corrections) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("rebound", "settings");
        ObjectNode replies = root.putObject("replies");
        new TreeMap<>(corrections)
                .forEach((pattern, v) -> replies.put(
                        pattern, v.bounceClass().code() + " " + v.reason().code()));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
