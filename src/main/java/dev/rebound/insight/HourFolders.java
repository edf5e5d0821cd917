package dev.rebound.insight;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exports laid out in folders by kind and hour, as Braze Currents writes them ({@code event_type=WORD/date=2026-03-14-07/…};
 * Braze documentation, "Data warehouse storage"). Each file shows that its hour is held, even where it holds no event.
 */
final class HourFolders {
    private static final Pattern FOLDERS = Pattern.compile(
            "event_type=([\\w.]+)[/\\\\](?:.*[/\\\\])?date=(\\d{4}-\\d\\d-\\d\\d)-([01]\\d|2[0-3])[/\\\\]");

    private final Map<String, Set<Long>> hoursByWord = new HashMap<>();

    /** What the paths of some files tell. */
    static HourFolders of(List<SourceFile> files) {
        HourFolders folders = new HourFolders();
        for (SourceFile file : files) {
            Matcher path = FOLDERS.matcher(file.path());
            if (path.find()) {
                long hour = Instant.parse("%sT%s:00:00Z".formatted(path.group(2), path.group(3)))
                                .toEpochMilli()
                        / CoverageCounts.HOUR_MILLIS;
                folders.hoursByWord
                        .computeIfAbsent(path.group(1), w -> new HashSet<>())
                        .add(hour);
            }
        }
        return folders;
    }

    /**
     * The hours that have a file of a kind, as hours since 1970.
     *
     * @param word the source's word for the kind, with or without what stands before its last dot
     */
    Set<Long> hours(String word) {
        Set<Long> hours = new HashSet<>();
        hoursByWord.forEach((name, its) -> {
            if (!word.isEmpty() && (name.equals(word) || name.endsWith("." + word))) {
                hours.addAll(its);
            }
        });
        return hours;
    }
}
