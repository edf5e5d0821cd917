package dev.rebound.feeds.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The bytes of a mail part as text, whatever its header claims about them. */
final class PartText {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Charset JAPANESE = Charset.forName("ISO-2022-JP");
    private static final byte ESCAPE = 0x1b;

    private PartText() {}

    /**
     * Decodes: an escape sequence of ISO-2022-JP speaks for itself; then UTF-8 where it fits, since a false label is
     * commoner than a chance fit; then the stated charset; then windows-1252.
     */
    static String of(byte[] bytes, @Nullable String charset) {
        for (byte b : bytes) {
            if (b == ESCAPE) {
                return new String(bytes, JAPANESE);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, stated(charset));
        }
    }

    /** The sentences of an HTML page: block elements end a line, styles and scripts are left out. */
    static String ofHtml(String markup) {
        Document page = Jsoup.parse(markup);
        page.select("style,script,head").remove();
        page.select("br,p,div,tr,li,h1,h2,h3,h4,blockquote").before("\\n");
        return page.text().replace("\\n", "\n");
    }

    /** A header field's value with its encoded words (RFC 2047) read. */
    static String ofHeader(String value) {
        return value.contains("=?")
                ? DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                : value;
    }

    private static Charset stated(@Nullable String name) {
        if (name == null) {
            return LATIN;
        }
        try {
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                    ? LATIN
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return LATIN;
        }
    }
}
