package dev.rebound.feeds.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a notice that tell why one recipient failed: the server's answer beside the address, else an
 * answer that names the address elsewhere, else any answer, else the sentences beside it, else all of the notice.
 */
final class NoticeReply {
    private static final int LONGEST = 2_000;
    private static final int MOST_LINES = 14;
    private static final int FEWEST_LETTERS = 12;
    /** "mailbox full" beside an address says all there is to say. */
    private static final int SHORTEST_SENTENCE = 8;

    private static final Pattern ANSWER = Pattern.compile(
            "(?:^|[\\s:;<>\\[\"'(=,#-])(?:"
                    + "[45]\\d\\d(?:-(?=\\d)|(?:[ -]|$)(?=\\s*(?:$|[\\p{L}<\\[\"'(#*:]|[45]\\.\\d|[45]\\d\\d[ -])))|[45]\\.\\d\\.\\d{1,3}(?![\\d.]*\\d))");
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])[45]\\d\\d[ -](?=\\s*[\\p{L}<\\[\"'(#*:\\d])");
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)^\\W*(?:giving up on|i'?m not going to try|/?i'm not going|this is the mail system|i'm sorry to have to"
                    + "|be delivered to one or more|for further assistance|if you do so,? please|delete your own text"
                    + "|the mail system\\W*$|this message was created automatically|a message that you sent"
                    + "|recipients\\. this is a permanent|hi\\. this is the|i'm afraid i wasn't able"
                    + "|this is a permanent error|no further delivery attempts).*");
    private static final Pattern CLOSING = Pattern.compile("^[\\s>\"')\\]:,;.-]+");
    private static final Pattern COMMAND = Pattern.compile("^\\s*>>> .*");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)^\\s*(?:status|action|(?:final|original|x-actual)-recipient|last-attempt-date)\\s*:.*");
    /** How a server sums up what a program of its own said on the lines before. */
    private static final Pattern SUMMARY =
            Pattern.compile("(?i)\\.\\.\\. (?:service unavailable|unknown mailer error)");

    private static final Pattern SEQUENCE =
            Pattern.compile("(?i).*\\b503\\b.*(?:need|rcpt|sequence|valid recipient).*");

    private final Notice notice;
    private final List<Mention> mentions;
    private final List<Mention> recipients;

    NoticeReply(Notice notice, List<Mention> mentions, List<Mention> recipients) {
        this.notice = notice;
        this.mentions = mentions;
        this.recipients = recipients;
    }

    /** What the notice says of a recipient; null when it says nothing at all. */
    @Nullable
    String of(Mention recipient) {
        List<String> beside = beside(recipient);
        String answer = answerOn(recipient, beside);
        if (answer == null && recipients.size() > 1) {
            // Another recipient's answer says nothing of this one where it has a sentence of its own.
            answer = sentence(beside);
        }
        if (answer == null) {
            answer = anyAnswer();
        }
        if (answer == null) {
            String words = joined(beside);
            long label = recipient.before().strip().endsWith(":") ? letters(recipient.before()) : 0;
            boolean tells = letters(words) - label
                    >= FEWEST_LETTERS + recipient.address().length();
            answer = tells ? words : joined(notice.lines());
        }
        return answer.isBlank() ? null : cut(answer);
    }

    /**
     * What the notice says of a recipient in so many words: a server's answer, or the sentence right beside the
     * address; null when there is neither.
     */
    @Nullable
    String closeTo(Mention recipient) {
        List<String> beside = beside(recipient);
        String answer = answerOn(recipient, beside);
        if (answer != null) {
            return cut(answer);
        }
        return sentence(beside);
    }

    /** What stands in and right under the line of an address, up to the first gap; null when that says nothing. */
    private static @Nullable String sentence(List<String> beside) {
        int first = !beside.isEmpty() && beside.getFirst().isBlank() ? 1 : 0;
        int end = first;
        while (end < beside.size() && !beside.get(end).isBlank()) {
            end++;
        }
        String words = joined(beside.subList(first, end));
        return letters(words) < SHORTEST_SENTENCE ? null : cut(words);
    }

    private @Nullable String answerOn(Mention recipient, List<String> beside) {
        String answer = answer(beside, recipient);
        return answer == null ? elsewhere(recipient) : answer;
    }

    /** What the notice says of an address that stands nowhere in it; null when it says nothing at all. */
    @Nullable
    String ofUnnamed() {
        String answer = anyAnswer();
        String words = answer == null ? joined(notice.lines()) : answer;
        return words.isBlank() ? null : cut(words);
    }

    private List<String> beside(Mention recipient) {
        List<String> beside = new ArrayList<>();
        boolean sentence = recipient.before().chars().anyMatch(Character::isLetter);
        beside.add(
                sentence
                        ? notice.lines().get(recipient.line())
                        : CLOSING.matcher(recipient.after()).replaceFirst(""));
        int end = notice.lines().size();
        for (Mention other : recipients) {
            if (other.line() > recipient.line() && other.line() < end) {
                end = other.line();
            }
        }
        beside.addAll(notice.lines().subList(Math.min(recipient.line() + 1, end), end));
        return beside;
    }

    private @Nullable String elsewhere(Mention recipient) {
        for (Mention mention : mentions) {
            String line = notice.lines().get(mention.line());
            if (mention.isOf(recipient.address()) && isAnswer(line)) {
                return paragraph(notice.lines(), mention.line(), recipient);
            }
        }
        return null;
    }

    private @Nullable String anyAnswer() {
        return answer(notice.lines(), null);
    }

    /** The paragraph of the first line that holds a server's answer, unless the line is about somebody else. */
    private @Nullable String answer(List<String> lines, @Nullable Mention recipient) {
        for (int i = 0; i < lines.size(); i++) {
            if (isAnswer(lines.get(i)) && !isOnAnother(lines.get(i), recipient)) {
                return paragraph(lines, i, recipient);
            }
        }
        return null;
    }

    private boolean isOnAnother(String line, @Nullable Mention recipient) {
        if (recipient == null || line.contains(recipient.address())) {
            return false;
        }
        return recipients.stream().anyMatch(other -> line.contains(other.address()));
    }

    private static boolean isAnswer(String line) {
        return ANSWER.matcher(line).find()
                && !COMMAND.matcher(line).matches()
                && !FIELD.matcher(line).matches()
                && !SEQUENCE.matcher(line).matches();
    }

    private String paragraph(List<String> lines, int at, @Nullable Mention recipient) {
        int from = at;
        while (from > 0 && !lines.get(from - 1).isBlank() && at - from < MOST_LINES) {
            from--;
        }
        int to = at + 1;
        while (to < lines.size() && continues(lines.get(to), recipient) && to - at < MOST_LINES) {
            to++;
        }
        Matcher code = CODE.matcher(lines.get(at));
        boolean summary = from < at && SUMMARY.matcher(lines.get(at)).find();
        if (!summary && code.find()) {
            // The server's own words: what stands before them is the sender's.
            return joined(List.of(lines.get(at).substring(code.start())), lines.subList(at + 1, to));
        }
        return joined(lines.subList(from, to), List.of());
    }

    private boolean continues(String line, @Nullable Mention recipient) {
        return !line.isBlank() && !COMMAND.matcher(line).matches() && !isOnAnother(line, recipient);
    }

    private static String joined(List<String> first, List<String> rest) {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(rest);
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String bare = line.strip();
            if (!bare.isEmpty()
                    && text.length() < LONGEST
                    && !ASIDE.matcher(bare).matches()) {
                text.append(text.isEmpty() ? "" : " ").append(bare);
            }
        }
        return text.toString();
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
