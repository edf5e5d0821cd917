package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that runs over lines: one array, one object, or several objects one after the other. Elements are read one at a
 * time; one that is no valid JSON is rejected and those behind it are read.
 */
final class JsonStream implements Records {
    private static final int MOST_BROKEN = 1_000;
    private static final int KEPT_OF_THE_BROKEN = 10_000;

    private final JsonPieces pieces;
    private final boolean recoded;
    private int broken;
    private boolean ended;

    /** Records of a text; one that was written in another encoding may have lost characters that were none in it. */
    JsonStream(InputStream utf8, boolean recoded) {
        this.pieces = new JsonPieces(utf8);
        this.recoded = recoded;
    }

    static String reason(JsonProcessingException e) {
        return e instanceof JsonEOFException ? "it stops in the middle" : JsonFault.inWords(e.getOriginalMessage());
    }

    /** What is wrong with a text that begins at this place; a place in a file of many lines is worth its column. */
    static String problem(JsonProcessingException e, long line, int column) {
        JsonLocation at = e.getLocation();
        boolean known = at != null && at.getColumnNr() > 0;
        long in = known ? line + at.getLineNr() - 1 : line;
        int behind = known ? at.getColumnNr() + (at.getLineNr() == 1 ? column - 1 : 0) : column;
        return "Line " + in + " is not valid JSON: " + reason(e) + " (column " + behind + ").";
    }

    @Override
    public @Nullable Found next() throws IOException {
        JsonPieces.Piece piece = ended ? null : pieces.next();
        if (piece == null) {
            return null;
        }
        Found found = found(piece);
        if (found.node() != null) {
            return found;
        }
        if (++broken > MOST_BROKEN) {
            ended = true;
            return Found.bad(
                    "",
                    piece.line(),
                    "From line " + piece.line()
                            + " on too many records are not valid JSON; the rest was left out. Fetch the export again.");
        }
        return found;
    }

    private Found found(JsonPieces.Piece piece) throws IOException {
        long line = piece.line();
        if (piece.kind() == JsonPieces.Kind.STRAY) {
            return Found.bad(beginning(piece), line, "Line " + line + " holds no object.");
        }
        if (piece.kind() == JsonPieces.Kind.CUT) {
            long at = pieces.line();
            return Found.bad(
                    beginning(piece),
                    at,
                    "The file stops at line " + at
                            + " in the middle of a record; what stood behind is missing. Fetch the export again.");
        }
        try {
            JsonNode node = JsonText.read(piece.bytes());
            String text = node.toString();
            if (recoded && text.indexOf('\uFFFD') >= 0) {
                return Found.bad(text, line, "Line " + line + " holds bytes that are no text in this file's encoding.");
            }
            return JsonText.hasHalf(text)
                    ? Found.bad(text, line, "Line " + line + " holds half a character (an unpaired surrogate).")
                    : Found.good(node, text, line);
        } catch (JsonProcessingException e) {
            return Found.bad(beginning(piece), line, problem(e, line, piece.column()));
        } catch (CharConversionException e) {
            return Found.bad(beginning(piece), line, "Line " + line + " holds bytes that are not UTF-8.");
        }
    }

    private static String beginning(JsonPieces.Piece piece) {
        String text = piece.text();
        return text.substring(0, Math.min(text.length(), KEPT_OF_THE_BROKEN));
    }
}
