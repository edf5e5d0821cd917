package dev.rebound.classify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text whose UTF-8 bytes somebody took for windows-1252 on the way: "EmpfÃ¤nger" is "Empfänger". */
final class TwiceEncoded {
    /** How the first byte of a letter beyond ASCII looks then: Latin, Cyrillic, and the rest of Europe. */
    private static final String LEADS = "ÃÂÐÑÅÄ";

    private static final List<Charset> TAKEN_FOR =
            List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    private TwiceEncoded() {}

    /** The text as it was meant; the same where it is not such a text. */
    static String mended(String text) {
        return isSuspect(text)
                ? TAKEN_FOR.stream()
                        .map(charset -> read(text, charset))
                        .filter(read -> !read.isEmpty())
                        .findFirst()
                        .orElse(text)
                : text;
    }

    private static boolean isSuspect(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && LEADS.indexOf(c) >= 0 && text.charAt(i + 1) > 127) {
                return true;
            }
        }
        return false;
    }

    private static String read(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
