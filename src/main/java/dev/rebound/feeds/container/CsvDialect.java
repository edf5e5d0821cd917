package dev.rebound.feeds.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file is written: encoding by byte order mark, else UTF-8 where its bytes are that, else windows-1252;
 * separator by which of comma, semicolon, tab and bar the header line has most of, or by a first line {@code sep=;} as
 * spreadsheets write it.
 */
record CsvDialect(Charset charset, char separator, int linesBeforeHeader) {
    private static final Pattern DECLARED = Pattern.compile("(?i)sep=([,;|\t])");
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** The dialect of a part that looks like CSV, or empty when its first line has no separator or is no text. */
    static Optional<CsvDialect> of(Head head) {
        Charset charset = charset(head);
        String text = new String(head.bytes(), charset);
        int end = text.indexOf('\n') >= 0
                ? text.indexOf('\n')
                : text.indexOf('\r') >= 0 ? text.indexOf('\r') : text.length();
        String header = text.substring(0, end);
        if (header.chars().anyMatch(c -> c < 32 && c != '\t' && c != '\r')) {
            return Optional.empty();
        }
        Matcher declared = DECLARED.matcher(header.replace("\uFEFF", "").replace("\r", ""));
        if (declared.matches()) {
            return Optional.of(new CsvDialect(charset, declared.group(1).charAt(0), 1));
        }
        char best = 0;
        long most = 0;
        for (char c : SEPARATORS) {
            long n = header.chars().filter(x -> x == c).count();
            if (n > most) {
                most = n;
                best = c;
            }
        }
        return most == 0 ? Optional.empty() : Optional.of(new CsvDialect(charset, best, 0));
    }

    private static Charset charset(Head head) {
        if (head.startsWith(0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.startsWith(0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        byte[] bytes = head.bytes();
        // The last character may be cut by the end of what is looked at.
        int length = bytes.length == Head.BYTES ? bytes.length - 4 : bytes.length;
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }
}
