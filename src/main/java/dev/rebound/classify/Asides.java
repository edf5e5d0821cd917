package dev.rebound.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a folded reply that the sending server wrote beside it and that mean nothing by themselves: the command that was
 * answered ("in reply to RCPT TO command") and the registered name of an enhanced code ("5.1.1 (bad destination mailbox
 * address)", which some servers add to their log whatever the receiver said).
 */
final class Asides {
    private static final String STAGE = "in reply to ";
    private static final Pattern COMMAND = Pattern.compile(
            "\\bin reply to (?:the )?(?:end of )?(?:rcpt to|mail from|data|helo|ehlo|lhlo|rset|quit|auth|[a-z]{4,5})(?: command)?(?= |$|[,.;])");
    private static final Pattern CODE_NAME = Pattern.compile(
            "(?<=\\d\\.\\d{1,3} )(?:bad destination mailbox address(?: syntax| ambiguous)?|bad destination system address|undefined status"
                    + "|other undefined status|delivery not authori[sz]ed,? message refused|mailbox disabled,? not accepting messages"
                    + "|bad sender's mailbox address syntax|bad sender's system address)(?= ?[,;])");
    private static final String ADDRESS = "bad destination ";

    private static final String SCHEME = "://";
    private static final String WEB = "www.";
    private static final Pattern LINK = Pattern.compile("\\S*(?:://|www\\.)\\S*");

    private static final String IP = "#ip";
    private static final Pattern QUOTED = Pattern.compile(
            "#ip(?= ?(?::\\d+ ?)?:? ?(?:said|says|responded|replied|answered|returned|does not like)\\b)|relay=(?:\\S+ )?#ip");

    private Asides() {}

    /** The text with those words made dots, each in its place. */
    static String masked(String text) {
        String without = text.contains(STAGE) ? masked(COMMAND, text) : text;
        return without.contains(ADDRESS) ? masked(CODE_NAME, without) : without;
    }

    /** The text without its links and the address of whom it quotes; how those are called says nothing about the failure. */
    static String bare(String text) {
        String words =
                text.contains(SCHEME) || text.contains(WEB) ? LINK.matcher(text).replaceAll(" ") : text;
        return words.contains(IP) ? QUOTED.matcher(words).replaceAll(" ") : words;
    }

    /** Whether a place lies inside a link. */
    static boolean isInLink(String text, int place) {
        int from = text.lastIndexOf(' ', place) + 1;
        String word = text.substring(from, place);
        return word.contains(SCHEME) || word.contains(WEB) || word.contains("#host/");
    }

    private static String masked(Pattern words, String text) {
        Matcher matcher = words.matcher(text);
        return matcher.replaceAll(found -> ".".repeat(found.group().length()));
    }
}
