package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.index.EventTable;
import dev.rebound.insight.ResendList.Exclusion;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sending service says of an address when it drops a mail to it: that the person left or complained, that it holds
 * the address as invalid, or only that the address is on one of its lists. A drop for the mail's own sake (a quota, the
 * content, a wrong header) says nothing of the address. Read from the words of the drop and from the service's own class.
 */
final class DropWords {
    /** Left: "Unsubscribed Address", suppress-unsubscribe, UnsubscribedRecipient, "not delivering to … who opted out". */
    private static final Pattern LEFT = Pattern.compile("unsub|opt(?:ed|s)?[ -]?out|do[ -]?not[ -]?(?:e-?)?mail");

    /** Complained: "Spam Reporting Address", suppress-complaint, "marked your messages as spam", a bare "spam". */
    private static final Pattern COMPLAINED = Pattern.compile(
            "complain|spam[ -]?report|(?:report|mark|flag)\\S*(?: \\S+){0,4} (?:as )?spam|previous[ -]spam|^\\s*spam\\s*$",
            Pattern.MULTILINE);

    /** About the mail or the account, not about who it was for. */
    private static final Pattern OF_THE_MAIL = Pattern.compile(
            "quota|package|credit|(?:send\\w*|daily|rate|frequency)[ -]limit|header|smtpapi|content|virus|attachment"
                    + "|template|duplicate|test[ -]mode|invalid[ -]sender|unsigned|cancel");

    private static final Pattern INVALID =
            Pattern.compile("bounc|invalid|inactive|undeliverable|deactivated|not (?:a )?valid");

    private final EventTable events;

    DropWords(EventTable events) {
        this.events = events;
    }

    /** Why the address of a drop must not be written to again; null where the drop speaks of something else. */
    @Nullable
    Exclusion of(int row) {
        if (events.kind(row) != EventKind.DROP) {
            return null;
        }
        boolean complaint = "complaint".equalsIgnoreCase(events.textValue(EventText.RAW_KIND, row));
        String said = text(EventText.REPLY, row) + "\n" + text(EventText.SOURCE_CLASS, row);
        if (complaint || COMPLAINED.matcher(said).find()) {
            return Exclusion.COMPLAINED;
        }
        if (LEFT.matcher(said).find()) {
            return Exclusion.UNSUBSCRIBED;
        }
        return OF_THE_MAIL.matcher(said).find() ? null : ofTheAddress(row, said);
    }

    /** A drop without words, or with words that nobody knows, is taken for what most drops are: the service's own list. */
    private @Nullable Exclusion ofTheAddress(int row, String said) {
        if (events.bounceClass(row) == BounceClass.HARD || INVALID.matcher(said).find()) {
            return Exclusion.INVALID;
        }
        boolean listed = events.reason(row) == Reason.SUPPRESSED || events.reason(row) == Reason.UNDETERMINED;
        return listed ? Exclusion.SUPPRESSED : null;
    }

    private String text(EventText field, int row) {
        String text = events.textValue(field, row);
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
