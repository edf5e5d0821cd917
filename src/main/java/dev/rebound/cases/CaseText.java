package dev.rebound.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.Picture;
import dev.rebound.report.Mask;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cases as the settings in which they are kept, and as files for a colleague. */
public final class CaseText {
    /** The name of a case's setting; its id follows. */
    public static final String SETTING = "case.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseText() {}

    /** The cases among some settings, the one updated last first. What cannot be read is left out, never changed. */
    public static List<CaseFile> all(Map<String, String> settings) {
        List<CaseFile> cases = new ArrayList<>();
        settings.forEach((name, content) -> {
            if (isCase(name)) {
                read(name.substring(SETTING.length()), content).ifPresent(cases::add);
            }
        });
        cases.sort(Comparator.comparing(CaseFile::updated).reversed());
        return cases;
    }

    /** An id that none of the cases has. */
    public static String freshId(List<CaseFile> cases) {
        int id = 1;
        for (CaseFile c : cases) {
            if (c.id().matches("\\d{1,8}")) {
                id = Math.max(id, Integer.parseInt(c.id()) + 1);
            }
        }
        return Integer.toString(id);
    }

    /** The content of a case's setting, and of the file that a colleague is given. */
    public static String of(CaseFile c) {
        ObjectNode root = JSON.createObjectNode()
                .put("rebound", "case")
                .put("name", c.name())
                .put("question", c.question())
                .put("answered", c.answered())
                .put("filter", c.filter())
                .put("notes", c.notes())
                .put("created", c.created().toString())
                .put("updated", c.updated().toString());
        c.views().forEach(root.putArray("views")::add);
        var pins = root.putArray("pins");
        c.pins()
                .forEach(p -> pins.addObject()
                        .put("address", p.address())
                        .put("message_id", p.messageId())
                        .put("dispatch_id", p.dispatchId())
                        .put("first_event", p.firstEvent().toString())
                        .put("told", p.told()));
        c.kept().addresses().forEach(root.putArray("addresses")::add);
        var packs = root.putArray("packs");
        c.kept()
                .packs()
                .forEach(p -> packs.addObject()
                        .put("file", p.file())
                        .put("sha256", p.sha256())
                        .put("audience", p.audience())
                        .put("made", p.made().toString()));
        Figures f = c.figures();
        if (f != null) {
            ObjectNode figures = root.putObject("figures")
                    .put("read_at", f.readAt().toString())
                    .put("events", f.events())
                    .put("data_end", f.dataEnd() == null ? null : f.dataEnd().toString());
            ObjectNode counts = figures.putObject("counts");
            new TreeMap<>(f.counts()).forEach(counts::put);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    /** The case of a text; empty where it is none. */
    public static Optional<CaseFile> read(String id, String content) {
        try {
            JsonNode root = JSON.readTree(content);
            if (!root.path("rebound").asText().equals("case")) {
                return Optional.empty();
            }
            List<MadePack> packs = new ArrayList<>();
            for (JsonNode p : root.path("packs")) {
                packs.add(new MadePack(
                        p.path("file").asText(),
                        p.path("sha256").asText(),
                        p.path("audience").asText(),
                        Instant.parse(p.path("made").asText())));
            }
            List<Pin> pins = new ArrayList<>();
            for (JsonNode p : root.path("pins")) {
                if (!EmailAddress.isPresent(p.path("address").asText())) {
                    continue;
                }
                pins.add(new Pin(
                        p.path("address").asText(),
                        text(p.get("message_id")),
                        text(p.get("dispatch_id")),
                        Instant.parse(p.path("first_event").asText()),
                        text(p.get("told"))));
            }
            return Optional.of(new CaseFile(
                    id,
                    root.path("name").asText(),
                    root.path("question").asText(),
                    root.path("answered").asBoolean(),
                    root.path("filter").asText(),
                    root.path("notes").asText(),
                    new CaseFile.Kept(texts(root.path("views")), pins, texts(root.path("addresses")), packs),
                    figures(root.path("figures")),
                    Instant.parse(root.path("created").asText()),
                    Instant.parse(root.path("updated").asText())));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a colleague is given: no address in full, and what the pinned messages look like where rows are wanted. */
    public static String forColleague(CaseFile c, Picture picture, boolean rows) {
        List<Pin> pins = c.pins().stream()
                .map(p -> {
                    OptionalInt row = rows ? p.in(picture) : OptionalInt.empty();
                    return row.isPresent() ? Pin.told(picture.row(row.getAsInt())) : p;
                })
                .toList();
        return Mask.of(of(c.pinned(pins)));
    }

    /** Whether a setting of this name is a case. */
    public static boolean isCase(String setting) {
        return setting.startsWith(SETTING);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(v -> texts.add(v.asText()));
        return texts;
    }

    private static @Nullable Figures figures(JsonNode f) {
        if (f.isMissingNode() || f.isNull()) {
            return null;
        }
        Map<String, Long> counts = new TreeMap<>();
        f.path("counts")
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
        String end = text(f.get("data_end"));
        return new Figures(
                Instant.parse(f.path("read_at").asText()),
                f.path("events").asLong(),
                end == null ? null : Instant.parse(end),
                counts);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
