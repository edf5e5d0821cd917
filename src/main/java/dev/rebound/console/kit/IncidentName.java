package dev.rebound.console.kit;

import dev.rebound.insight.Incident;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an incident is called where it leaves its view: the provider and the time in UTC, as a language writes it. */
public final class IncidentName {
    private IncidentName() {}

    /** The name of an incident. */
    public static String of(Incident incident, Locale locale) {
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", locale);
        OffsetDateTime from = incident.from().atOffset(ZoneOffset.UTC);
        OffsetDateTime to = incident.to().atOffset(ZoneOffset.UTC);
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return incident.provider() + ", " + minute.format(from)
                + (oneDay ? "–" + DateTimeFormatter.ofPattern("HH:mm", locale).format(to) : " – " + minute.format(to))
                + " UTC";
    }
}
