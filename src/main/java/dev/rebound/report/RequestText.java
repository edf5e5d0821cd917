package dev.rebound.report;

import dev.rebound.insight.Coverage;
import dev.rebound.words.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentence by which somebody is asked for a missing file: feed, type, date, hours, zone. */
public final class RequestText {
    private RequestText() {}

    /**
     * The request in the language of the words.
     *
     * @param file feed and type as the provider calls them
     */
    public static String of(Coverage.Hole hole, String file, Words words) {
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale()).withZone(ZoneOffset.UTC);
        DateTimeFormatter clock =
                DateTimeFormatter.ofPattern("HH:mm", words.locale()).withZone(ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(hole.to().minusMillis(1), ZoneOffset.UTC);
        boolean oneDay = LocalDate.ofInstant(hole.from(), ZoneOffset.UTC).equals(last);
        String until = clock.format(hole.to()).equals("00:00") ? "24:00" : clock.format(hole.to());
        return words.of(
                "request." + hole.sign().name().toLowerCase(Locale.ROOT),
                file,
                day.format(hole.from()),
                clock.format(hole.from()),
                oneDay ? until : day.format(hole.to().minusMillis(1)) + " " + until,
                hole.messages(),
                hole.nowhere());
    }
}
