package dev.rebound.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rebound.feeds.Recognition;
import java.util.List;

/** Why a file was recognised, as it is kept with its import, which knows no feeds. */
public final class KeptRecognitions {
    private static final JsonMapper MAPPER = new JsonMapper();

    private KeptRecognitions() {}

    static String text(List<Recognition> recognitions) {
        try {
            return recognitions.isEmpty() ? "" : MAPPER.writeValueAsString(recognitions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was kept; nothing where nothing was, or where another version wrote what this one does not know. */
    public static List<Recognition> of(String kept) {
        try {
            return kept.isEmpty() ? List.of() : MAPPER.readValue(kept, new TypeReference<List<Recognition>>() {});
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
