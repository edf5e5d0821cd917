package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.insight.MessageDetails;
import dev.rebound.report.TicketSentence;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The ticket sentence in every language that is spoken: who answers in one language may work in another. */
public final class Tickets {
    private Tickets() {}

    /** The sentence of a message by the name of the format; the window's language first. */
    public static Map<String, Function<MessageDetails, String>> of(Desk desk) {
        Map<String, Function<MessageDetails, String>> ways = new LinkedHashMap<>();
        Locale own = desk.words().locale();
        ways.put(
                desk.text("activity.copy.ticket"),
                d -> TicketSentence.of(d, desk.words(), desk.formats().zone()));
        for (Language language : Language.values()) {
            if (!language.code().equals(own.getLanguage())) {
                Words words = desk.words().in(language);
                ways.put(
                        desk.text("activity.copy.ticket.in", language.locale().getDisplayLanguage(own)),
                        d -> TicketSentence.of(d, words, desk.formats().zone()));
            }
        }
        return ways;
    }
}
