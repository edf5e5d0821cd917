package dev.rebound.feeds.mail;

import dev.rebound.feeds.mail.Mention.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the recipients that a notice tells of: those in the surest places, never the sender by chance. */
final class NoticeRecipients {
    private static final Pattern ANNOUNCING =
            Pattern.compile("(?i).*(?:recipients?|address(?:es)?|users?|mailbox(?:es)?)\\b.*:\\s*$");
    private static final Pattern LOCAL_NAME = Pattern.compile("^\\s+<?([\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{1,63})>?\\s*$");

    private NoticeRecipients() {}

    /**
     * The names without a domain that a house lists for mailboxes of its own, one a line under a sentence that announces
     * them.
     *
     * @param domain that of the author of the notice
     */
    static List<Mention> ofHouse(Notice notice, String domain) {
        List<Mention> found = new ArrayList<>();
        boolean announced = false;
        for (int i = 0; i < notice.lines().size(); i++) {
            String line = notice.lines().get(i);
            Matcher name = LOCAL_NAME.matcher(line);
            if (announced && name.matches()) {
                found.add(new Mention(name.group(1) + "@" + domain, i, Strength.NAMED, "", ""));
            } else if (!line.isBlank()) {
                announced = ANNOUNCING.matcher(line).matches();
            }
        }
        return found;
    }

    /** Every address of the notice with its place, in order. */
    static List<Mention> mentions(Notice notice) {
        List<Mention> all = new ArrayList<>();
        for (int i = 0; i < notice.lines().size(); i++) {
            all.addAll(Mention.in(notice.lines().get(i), i));
        }
        return all;
    }

    /**
     * The recipients, one mention of each.
     *
     * @param senders addresses of those who wrote or get the notice, in lower case
     */
    static List<Mention> of(List<Mention> mentions, Set<String> senders) {
        for (Strength strength : new Strength[] {Strength.NAMED, Strength.ANSWERED, Strength.PASSING}) {
            Map<String, Mention> found = new LinkedHashMap<>();
            for (Mention mention : mentions) {
                boolean stranger = !senders.contains(mention.key()) && !mention.isOffice();
                if (mention.strength() == strength && (stranger || isListed(mention))) {
                    found.putIfAbsent(mention.key(), mention);
                }
            }
            if (!found.isEmpty() && (strength != Strength.PASSING || found.size() == 1)) {
                return List.copyOf(found.values());
            }
        }
        return List.of();
    }

    /** {@code <a@b>:} alone in its line is how servers list recipients, whoever that is. */
    private static boolean isListed(Mention mention) {
        String after = mention.after().strip();
        boolean first = mention.before().strip().chars().noneMatch(Character::isLetterOrDigit);
        return mention.strength() == Strength.NAMED
                && first
                && (after.isEmpty() || after.startsWith(":") || after.startsWith(">:") || after.startsWith("> ("));
    }
}
