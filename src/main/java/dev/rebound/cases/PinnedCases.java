package dev.rebound.cases;

import dev.rebound.insight.CasePins;
import dev.rebound.insight.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The pins of all cases; a case is found by its number and by its name. */
public record PinnedCases(List<Pinned> cases) implements CasePins {
    /** One case's pins. */
    public record Pinned(String id, String name, List<Pin> pins) {}

    public PinnedCases {
        cases = List.copyOf(cases);
    }

    /** The pins among some settings. */
    public static PinnedCases of(Map<String, String> settings) {
        return of(CaseText.all(settings));
    }

    /** The pins of some cases. */
    static PinnedCases of(List<CaseFile> cases) {
        return new PinnedCases(cases.stream()
                .filter(c -> !c.pins().isEmpty())
                .map(c -> new Pinned(c.id(), c.name(), c.pins()))
                .toList());
    }

    @Override
    public Map<String, int[]> in(Picture picture) {
        Map<String, int[]> rows = new LinkedHashMap<>();
        for (Pinned c : cases) {
            int[] of = Pin.rows(c.pins(), picture);
            for (String word : List.of(c.id(), c.name())) {
                rows.merge(
                        word,
                        of,
                        (a, b) -> IntStream.concat(IntStream.of(a), IntStream.of(b))
                                .distinct()
                                .toArray());
            }
        }
        return rows;
    }
}
