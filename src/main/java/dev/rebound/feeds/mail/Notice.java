package dev.rebound.feeds.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a mail server tells a person what became of a message, up to the copy of that message.
 *
 * @param lines without the copy
 * @param returned the copy's header, null when there is none in the text
 */
record Notice(List<String> lines, @Nullable MailContent returned) {
    private static final int MOST_LINES = 2_000;
    private static final Pattern COPY_LINE = Pattern.compile("(?i)^[\\s\\p{Punct}]*(?:"
            + "this is (?:a|the) copy of .{0,80}"
            + "|below (?:this line )?is a copy of .{0,80}"
            + "|(?:en|at)(?:closed|tached) (?:please find|is) (?:a |the )?(?:copy|original|message).{0,60}"
            + "|(?:the )?(?:original|returned|undelivered|unsent|rejected|failed) (?:message|mail|e-?mail)"
            + "(?: text| body| headers?| info(?:rmation)?| data| content)?"
            + "(?: follows?| is (?:following|attached|below|included).{0,20})?"
            + "|(?:the )?headers? of (?:the|your) (?:original )?(?:message|mail).{0,40}"
            + "|(?:your )?(?:original )?(?:message|mail) (?:headers?|text|body|contents?|copy)(?: follows?| reads.{0,20})?"
            + "|your (?:original )?(?:message|mail) (?:reads|follows|was as follows).{0,30}"
            + "|(?:here is )?(?:a )?copy of (?:the|your) (?:original )?(?:message|mail).{0,40}"
            + "|(?:start|beginning|text|first part) of (?:the |your )?(?:returned |original )?(?:message|mail).{0,30}"
            + "|mensaje original|message (?:d'origine|original)|messaggio originale|mensagem original"
            + "|oorspronkelijk bericht|ursprüngliche nachricht|originalnachricht|исходное сообщение"
            + ")[\\s\\p{Punct}]*$");
    private static final Pattern COPY_HEADER =
            Pattern.compile("(?i)^(?:(?:received|return-path|dkim-signature|x-mailer|delivered-to)\\s?:"
                    + "|content-type:\\s?(?:message/rfc822|text/rfc822-headers|message/rfc822-headers)).*");
    private static final Pattern HEADER = Pattern.compile("^[A-Za-z][A-Za-z0-9-]{1,40}\\s?:.*");
    private static final Pattern FORWARDED = Pattern.compile("^\\s{0,3}(?:>\\s?)+");

    Notice {
        lines = List.copyOf(lines);
    }

    static Notice of(String words) {
        String[] all = words.split("\r\n|\n|\r", MOST_LINES);
        boolean quoted = isForwarded(all);
        List<String> lines = new ArrayList<>(all.length);
        boolean named = false;
        for (int i = 0; i < all.length; i++) {
            String line = quoted ? FORWARDED.matcher(all[i]).replaceFirst("") : all[i];
            boolean copy = named && COPY_LINE.matcher(line).matches();
            if (copy || (i > 0 && COPY_HEADER.matcher(line).matches())) {
                return new Notice(lines, returned(all, copy ? i + 1 : i));
            }
            named |= line.indexOf('@') >= 0 || i >= 6;
            lines.add(line);
        }
        return new Notice(lines, null);
    }

    /** All of it as one text. */
    String text() {
        return String.join("\n", lines);
    }

    private static boolean isForwarded(String[] all) {
        int quoted = 0;
        int written = 0;
        for (String line : all) {
            if (!line.isBlank()) {
                written++;
                quoted += line.startsWith(">") && !line.startsWith(">>>") ? 1 : 0;
            }
        }
        return quoted * 2 > written;
    }

    private static @Nullable MailContent returned(String[] all, int from) {
        int first = from;
        while (first < all.length && !HEADER.matcher(all[first].strip()).matches()) {
            first++;
        }
        StringBuilder header = new StringBuilder();
        for (int i = first; i < all.length && !all[i].isBlank(); i++) {
            header.append(all[i]).append('\n');
        }
        return header.isEmpty() ? null : MailContentReader.ofHeaders(header.toString());
    }
}
