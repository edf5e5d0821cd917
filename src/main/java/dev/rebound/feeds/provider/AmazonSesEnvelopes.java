package dev.rebound.feeds.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.feeds.container.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon's services put around an event on its way: topic ({@code Message}, itself JSON in a text), queue
 * ({@code Messages[].Body}), function ({@code Records[].Sns} or {@code .body}), bus ({@code detail}); one in the other too.
 */
final class AmazonSesEnvelopes {
    private static final int DEEPEST = 6;
    private static final List<String> WRAPPERS =
            List.of("Message", "Sns", "Records", "Messages", "body", "Body", "detail");

    private AmazonSesEnvelopes() {}

    /** Whether a record is an event with nothing around it. */
    static boolean isEvent(JsonNode r) {
        return r.path("mail").isObject() && (r.has("eventType") || r.has("notificationType"));
    }

    /** The events inside a record, in order; none where it is no envelope, or one of something else. */
    static List<JsonNode> events(JsonNode record) {
        List<JsonNode> found = new ArrayList<>();
        collect(record, null, 0, found);
        return found;
    }

    private static void collect(JsonNode at, @Nullable JsonNode posted, int depth, List<JsonNode> found) {
        if (isEvent(at)) {
            found.add(timed(at, posted));
        } else if (at.isArray() && depth < DEEPEST) {
            at.forEach(one -> collect(one, posted, depth + 1, found));
        } else if (at.isTextual() && depth < DEEPEST) {
            collect(parsed(at.textValue()), posted, depth + 1, found);
        } else if (at.isObject() && depth < DEEPEST) {
            JsonNode time = at.has("Timestamp") ? at.get("Timestamp") : at.has("time") ? at.get("time") : posted;
            for (String wrapper : WRAPPERS) {
                if (at.has(wrapper)) {
                    collect(at.get(wrapper), time, depth + 1, found);
                    return;
                }
            }
        }
    }

    private static JsonNode parsed(String text) {
        String bare = text.strip();
        try {
            return bare.startsWith("{") || bare.startsWith("[")
                    ? JsonText.read(bare)
                    : JsonText.mapper().nullNode();
        } catch (JsonProcessingException e) {
            return JsonText.mapper().nullNode();
        }
    }

    /** An event that lacks its own time happened when it was posted, or a moment before. */
    private static JsonNode timed(JsonNode event, @Nullable JsonNode posted) {
        if (posted != null && event.path("mail") instanceof ObjectNode mail && !mail.has("timestamp")) {
            mail.set("timestamp", posted);
        }
        return event;
    }
}
