package dev.rebound.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail that tells what became of another, without what it says of people: of its headers and of its delivery status stay the
 * fields that are known as harmless, of its words those that are the server's reply. Read line by line, for what a parser makes of
 * a broken mail is no longer what the mail says. Pure.
 */
final class MailRecord {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r|$)");
    private static final Pattern FIELD = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9-]*)[ \\t]*:[ \\t]*(.*?)([\\r\\n]*)");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)\\bboundary\\s*=\\s*(?:\"([^\"\\r\\n]+)\"|([^\\s;\"]+))");
    private static final Pattern TYPE = Pattern.compile("\\s*[\\w.+-]+(?:/[\\w.+-]+)?");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*(?:boundary|charset|report-type|format|delsp)\\s*=\\s*(?:\"[^\"]*\"|[^\\s;\"]+)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9-]+;\\s*");
    private static final String LEFT_OUT = "…";

    /** A shorter line of a reply stands in many a line that is none. */
    private static final int SHORTEST = 4;

    /** What the lines that follow are. */
    private enum Block {
        /** Of a mail or of one of its parts: they end with an empty line. */
        HEADER,
        /** Groups of fields with empty lines between them, up to the end of the part. */
        STATUS,
        WORDS
    }

    private final List<String> replies;
    private final UnaryOperator<String> addresses;
    private final StringBuilder out = new StringBuilder();
    private Block block = Block.HEADER;
    private String type = "";
    /** Whether the last that was told is that words were left out. */
    private boolean leftOut;

    private MailRecord(Set<String> told, UnaryOperator<String> addresses) {
        replies = told.stream()
                .flatMap(reply ->
                        reply.lines().count() > 1 ? Stream.concat(Stream.of(reply), reply.lines()) : Stream.of(reply))
                .map(MailRecord::plain)
                .filter(reply -> !reply.isEmpty())
                .toList();
        this.addresses = addresses;
    }

    /**
     * The mail as far as it may stay.
     *
     * @param replies what the pack tells of the mail anyway
     * @param addresses makes of a value that may not stay what may: its addresses
     */
    static String harmless(String raw, Set<String> replies, UnaryOperator<String> addresses) {
        return new MailRecord(replies, addresses).told(raw);
    }

    private String told(String raw) {
        Set<String> edges = edges(raw);
        List<String> lines = LINE.matcher(raw)
                .results()
                .map(found -> found.group())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (edges.contains(line.stripTrailing())) {
                tell(line);
                block = line.stripTrailing().endsWith("--") ? Block.WORDS : Block.HEADER;
                type = "";
            } else if (line.isBlank()) {
                if (!leftOut) {
                    out.append(line);
                }
                empty();
            } else if (block == Block.WORDS || !FIELD.matcher(line).matches()) {
                word(line, i == 0 && line.startsWith("From "));
            } else {
                StringBuilder field = new StringBuilder(line);
                while (i + 1 < lines.size()
                        && !lines.get(i + 1).isBlank()
                        && Character.isWhitespace(lines.get(i + 1).charAt(0))) {
                    field.append(lines.get(++i));
                }
                field(field.toString());
            }
        }
        return out.toString();
    }

    /** The lines between the parts. */
    private static Set<String> edges(String raw) {
        Set<String> edges = new HashSet<>();
        BOUNDARY.matcher(raw).results().forEach(found -> {
            String boundary = "--" + (found.group(1) == null ? found.group(2) : found.group(1));
            edges.add(boundary);
            edges.add(boundary + "--");
        });
        return edges;
    }

    /** A header is over; what its part holds follows. */
    private void empty() {
        if (block == Block.HEADER) {
            block = switch (type) {
                case "message/delivery-status", "message/global-delivery-status", "message/feedback-report" ->
                    Block.STATUS;
                case "message/rfc822",
                        "message/global",
                        "text/rfc822-headers",
                        "message/rfc822-headers",
                        "message/global-headers" -> Block.HEADER;
                default -> Block.WORDS;
            };
            type = "";
        }
    }

    private void field(String field) {
        Matcher parts = FIELD.matcher(field);
        if (!parts.matches()) {
            word(field, true);
            return;
        }
        String name = parts.group(1);
        String value = parts.group(2);
        tell(field.substring(0, parts.start(2)) + value(name, value) + parts.group(3));
    }

    private void tell(String text) {
        out.append(text);
        leftOut = false;
    }

    private String value(String name, String value) {
        if (name.equalsIgnoreCase("content-type")) {
            return contentType(value);
        }
        if (value.isBlank() || HarmlessFields.inMail(name)) {
            return value;
        }
        Matcher scheme = SCHEME.matcher(value);
        boolean typed = name.toLowerCase(Locale.ROOT).endsWith("-recipient") && scheme.lookingAt();
        return typed ? scheme.group() + addresses.apply(value.substring(scheme.end())) : addresses.apply(value);
    }

    /** Without the name of a file. */
    private String contentType(String value) {
        Matcher found = TYPE.matcher(value);
        if (!found.lookingAt()) {
            return LEFT_OUT;
        }
        type = found.group().strip().toLowerCase(Locale.ROOT);
        return found.group()
                + PARAMETER
                        .matcher(value)
                        .results()
                        .map(parameter -> parameter.group())
                        .collect(Collectors.joining());
    }

    /**
     * A line that is no field: what the pack tells anyway stays, the rest of several lines is left out as one.
     *
     * @param inHeader whether the header goes on after it; otherwise it ended without an empty line
     */
    private void word(String line, boolean inHeader) {
        if (block == Block.HEADER && !inHeader) {
            block = Block.WORDS;
        }
        String plain = plain(line);
        String end = line.substring(line.stripTrailing().length());
        if (replies.stream().anyMatch(reply -> reply.contains(plain))) {
            tell(line);
            return;
        }
        String told = replies.stream()
                .filter(reply -> reply.length() >= SHORTEST && plain.contains(reply))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (!told.isEmpty()) {
            tell(LEFT_OUT + ' ' + told + end);
        } else if (!leftOut) {
            out.append(LEFT_OUT).append(end);
            leftOut = true;
        }
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
