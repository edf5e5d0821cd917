package dev.rebound.feeds.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written: encoding by byte order mark, else UTF-16 where every other byte is none, else UTF-8 where its
 * bytes are that, else windows-1252; separator by which of comma, semicolon, tab and bar the header line has most of
 * outside quotation marks, or by a first line {@code sep=;} as spreadsheets write it. The header may stand behind empty
 * lines, behind a title of the report, or in a line {@code #Fields: a,b} among comments as servers' logs have it.
 *
 * @param separator between cells
 * @param linesBeforeHeader lines to pass over
 * @param commented whether the header is such a line, and lines that begin with {@code #} are none of the table
 */
record CsvDialect(Charset charset, char separator, int linesBeforeHeader, boolean commented) {
    private static final String FIELDS = "#Fields:";
    private static final Pattern DECLARED = Pattern.compile("(?i)sep=([,;|\t])");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final String SEPARATORS = ",;\t|";

    /** The dialect of a part that looks like CSV, or empty when its first line has no separator or is no text. */
    static Optional<CsvDialect> of(Head head) {
        Charset charset = charset(head);
        List<String> lines = LINE_END.splitAsStream(new String(head.bytes(), charset).replace("\uFEFF", ""))
                .toList();
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        if (at == lines.size()) {
            return Optional.empty();
        }
        Matcher declared = DECLARED.matcher(lines.get(at));
        if (declared.matches()) {
            return Optional.of(new CsvDialect(charset, declared.group(1).charAt(0), at + 1, false));
        }
        boolean commented = lines.get(at).startsWith("#");
        int fields = at;
        while (commented && !lines.get(fields).startsWith(FIELDS)) {
            if (++fields == lines.size() || !lines.get(fields).startsWith("#")) {
                // The first column's name begins with that sign.
                commented = false;
            }
        }
        int header = commented ? fields : TitledTable.header(lines, at);
        char separator = separator(lines.get(header));
        return separator == 0 ? Optional.empty() : Optional.of(new CsvDialect(charset, separator, header, commented));
    }

    /** The name of the first column, without what marks the line as the header. */
    static String bare(String firstName) {
        return firstName.startsWith(FIELDS) ? firstName.substring(FIELDS.length()) : firstName;
    }

    /** What the line has most of outside quotation marks; 0 where it has none, or is no text. */
    static char separator(String header) {
        if (header.chars().anyMatch(c -> c < 32 && c != '\t')) {
            return 0;
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            int known = quoted ? -1 : SEPARATORS.indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? 0 : SEPARATORS.charAt(best);
    }

    private static Charset charset(Head head) {
        if (head.startsWith(0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.startsWith(0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        Charset wide = withoutMark(head);
        if (wide != null) {
            return wide;
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
            return isMostlyUtf8(bytes, length) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        }
    }

    /**
     * Whether as many lines with other than plain letters are UTF-8 as are not: by chance hardly one is. The others are
     * then refused one by one, where the other encoding would turn the good ones into rubbish that nobody notices.
     */
    private static boolean isMostlyUtf8(byte[] bytes, int length) {
        int good = 0;
        int bad = 0;
        int from = 0;
        boolean plain = true;
        for (int i = 0; i < length; i++) {
            plain &= bytes[i] >= 0;
            if (bytes[i] == '\n' || i == length - 1) {
                boolean isGood = !plain && FlatText.isWellFormed(bytes, from, i + 1);
                good += isGood ? 1 : 0;
                bad += plain || isGood ? 0 : 1;
                from = i + 1;
                plain = true;
            }
        }
        return good > 0 && good >= bad;
    }

    /** UTF-16 without its mark: of plain letters every second byte is 0, and none of the others. */
    private static @Nullable Charset withoutMark(Head head) {
        int pairs = Math.min(head.length(), 400) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += head.at(2 * i) == 0 ? 1 : 0;
            low += head.at(2 * i + 1) == 0 ? 1 : 0;
        }
        if (pairs < 4 || Math.max(high, low) * 10 < pairs * 9 || Math.min(high, low) > 0) {
            return null;
        }
        return high > low ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}
