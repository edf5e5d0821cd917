package dev.rebound.feeds.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Profiles as files: one profile, or a list of several, as JSON with comments allowed. A list of one may be written as its
 * element. What is written is read again as the same profile.
 */
public final class Profiles {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(
                    DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Profiles() {}

    /**
     * Reads the profiles of a file.
     *
     * @throws IllegalArgumentException with one sentence that names the place and what is wrong there
     */
    public static List<FeedProfile> read(InputStream in, String name) throws IOException {
        List<FeedProfile> profiles = bundled(in, name);
        try {
            profiles.forEach(profile -> new ProfileFeed(profile).info());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no reader: " + e.getMessage() + ".", e);
        }
        return profiles;
    }

    /** The same without a look at what stands in it: for files that the program brings along and its tests look at. */
    public static List<FeedProfile> bundled(InputStream in, String name) throws IOException {
        try {
            return List.of(MAPPER.readValue(in, FeedProfile[].class));
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(name + " is no reader: " + reason(e) + place(e) + ".", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " is not valid JSON" + place(e) + ".", e);
        }
    }

    /** Writes one profile; the stream stays open. */
    public static void write(FeedProfile profile, OutputStream out) throws IOException {
        out.write(MAPPER.writeValueAsBytes(profile));
        out.write('\n');
    }

    private static String reason(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.indexOf(" (class ");
        return end > 0 ? message.substring(0, end) : message;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}
