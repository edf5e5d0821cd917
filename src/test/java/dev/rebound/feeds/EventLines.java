package dev.rebound.feeds;

import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says as lines of text, so that a fixture can have its meaning beside it ({@code x.told.txt}). A line is what
 * a person checks against the fixture by eye: kind, time, address, and each fact that the feed found, by name.
 *
 * <p>A new fixture's lines are written by {@link #main} and then read against the provider's documentation: the test
 * compares, it does not judge.
 */
public final class EventLines {
    private EventLines() {}

    /** Where the meaning of a fixture stands. */
    public static Path meaningOf(Path fixture) {
        return fixture.resolveSibling(fixture.getFileName() + ".told.txt");
    }

    /** The lines of a fixture: events, statuses and rejections. */
    public static List<String> of(Path fixture) throws FeedException {
        Reading reading = Reading.of(fixture);
        List<String> lines = new ArrayList<>();
        reading.events().forEach(e -> lines.add(event(e)));
        reading.subscriptions().forEach(s -> lines.add(status(s)));
        reading.rejections().forEach(r -> lines.add("rejected line " + r.line() + ": " + r.reason()));
        return lines;
    }

    private static String event(RawEvent e) {
        List<String> parts = new ArrayList<>();
        parts.add(e.kind().name().toLowerCase(Locale.ROOT));
        parts.add(e.time().toString());
        parts.add(e.address().text());
        part(parts, "id", e.eventId());
        part(parts, "smtp", e.smtpCode() == 0 ? null : String.valueOf(e.smtpCode()));
        part(parts, "try", e.attempt() == 0 ? null : String.valueOf(e.attempt()));
        part(parts, "hint", e.hint() == null ? null : e.hint().code());
        part(parts, "test", e.test() ? "yes" : null);
        for (EventText field : EventText.values()) {
            if (field != EventText.ESP || !e.source().equals(e.text(EventText.ESP))) {
                part(parts, field.name().toLowerCase(Locale.ROOT), e.text(field));
            }
        }
        return String.join(" | ", parts);
    }

    private static String status(SubscriptionFact s) {
        return "status " + s.status().code() + " | " + s.since() + " | "
                + s.address().text() + (s.userId() == null ? "" : " | user=" + s.userId());
    }

    private static void part(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + value.replace("\n", "\\n"));
        }
    }

    /** Writes the meaning of every fixture that has none yet; those that are written again are named as arguments. */
    public static void main(String[] again) throws IOException, FeedException {
        for (FeedFixture fixture : FeedFixture.ALL) {
            Path file = FeedFixture.path(fixture.name());
            boolean wanted = List.of(again).contains(fixture.name());
            if (Files.exists(file) && (wanted || (again.length == 0 && !Files.exists(meaningOf(file))))) {
                Files.writeString(
                        meaningOf(file), of(file).stream().map(l -> l + "\n").collect(Collectors.joining()));
            }
        }
    }
}
