package dev.rebound.figures;

import dev.rebound.filter.FilterValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who claims a figure: the service that stands before it, or whose columns these are; empty where nobody is named. */
record Claimant(String name, String figure) {
    private static final Map<String, String> SERVICES = new LinkedHashMap<>();

    static {
        SERVICES.put("amazon ses", "Amazon SES");
        SERVICES.put("ses", "Amazon SES");
        SERVICES.put("sendgrid", "SendGrid");
        SERVICES.put("sparkpost", "SparkPost");
        SERVICES.put("mailgun", "Mailgun");
        SERVICES.put("braze", "Braze");
    }

    /** The service at the begin of some words, and the words without it. */
    static Claimant of(String words) {
        String stripped = words.strip();
        String folded = FilterValues.folded(stripped);
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            if (folded.startsWith(service.getKey() + " ") && folded.length() == stripped.length()) {
                return new Claimant(
                        service.getValue(),
                        stripped.substring(service.getKey().length()).strip());
            }
        }
        return new Claimant("", words);
    }

    /** SendGrid's statistics are told by its columns of what it never tried. */
    static String ofColumns(Collection<String> headers) {
        return headers.stream()
                        .map(h -> FilterValues.folded(h.strip()).replace('_', ' '))
                        .anyMatch(h -> h.equals("bounce drops"))
                ? "SendGrid"
                : "";
    }
}
