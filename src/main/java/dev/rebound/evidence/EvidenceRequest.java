package dev.rebound.evidence;

import dev.rebound.filter.Filter;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a pack.
 *
 * @param about how the messages are called in the heading, e.g. the campaign's name
 * @param filter which messages
 * @param zone in which the days and clock times of the filter are meant and, but for a postmaster, times are told
 * @param parts what it holds beside the summary
 * @param claimed figures of a dashboard to compare with; null for none
 * @param ofCase the case that it is made of; null for none
 */
public record EvidenceRequest(
        String about,
        Filter filter,
        Audience audience,
        Locale locale,
        ZoneId zone,
        AddressForm form,
        Set<Part> parts,
        @Nullable ClaimedFigures claimed,
        @Nullable CaseSubject ofCase) {
    /** A pack of no case that compares nothing. */
    public EvidenceRequest(
            String about,
            Filter filter,
            Audience audience,
            Locale locale,
            ZoneId zone,
            AddressForm form,
            Set<Part> parts) {
        this(about, filter, audience, locale, zone, form, parts, null, null);
    }

    public EvidenceRequest {
        if (!audience.allows(form)) {
            throw new IllegalArgumentException("a customer's pack shows no full address");
        }
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
    }

    /** Whether it holds original records. */
    boolean hasRecords() {
        return has(Part.SAMPLE_RECORDS) || has(Part.ALL_RECORDS);
    }

    boolean has(Part part) {
        return parts.contains(part) && (part != Part.COMPARISON || claimed != null);
    }
}
