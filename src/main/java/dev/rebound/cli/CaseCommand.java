package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.cases.Pin;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.Picture;
import dev.rebound.report.OwnersFile;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code case}: the investigations that are kept, and what moved in each since its figures were read. */
@CommandLine.Command(
        name = "case",
        description = {
            "The cases: an investigation with its pinned messages, notes and figures, and what moved since.",
            "  list                    every case",
            "  show CASE               one case; CASE is its number or its name",
            "  begin NAME              a new case (--filter, --question)",
            "  pin CASE FILTER         pin the messages of a filter",
            "  view CASE FILTER        keep a filter as a view",
            "  note CASE TEXT          add a line to the notes",
            "  read CASE               read the figures anew",
            "  answer CASE             the question is answered; reopen CASE takes that back",
            "  export CASE -o FILE     a file for a colleague, addresses masked (--rows adds the pinned rows)",
            "  import FILE             a case that a colleague gave",
            "  remove CASE"
        },
        mixinStandardHelpOptions = true)
final class CaseCommand extends Command {
    private static final int MOST_PINS = 500;

    @CommandLine.Parameters(index = "0", paramLabel = "VERB", defaultValue = "list")
    String verb = "list";

    @CommandLine.Parameters(index = "1..*", arity = "0..*", paramLabel = "CASE|NAME|FILTER|FILE")
    List<String> words = List.of();

    @CommandLine.Option(names = "--filter", paramLabel = "FILTER", description = "With begin: what the case is about.")
    String filter = "";

    @CommandLine.Option(names = "--question", paramLabel = "TEXT", description = "With begin: what is asked.")
    String question = "";

    @CommandLine.Option(names = "-o", paramLabel = "FILE", description = "With export: the file to write.")
    @Nullable
    Path file;

    @CommandLine.Option(names = "--rows", description = "With export: what the pinned messages look like, masked.")
    boolean rows;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Instant now = session.clock().instant();
            Picture picture = session.picture();
            switch (verb.toLowerCase(Locale.ROOT)) {
                case "list" -> list(g, session);
                case "show" -> show(g, session, named(session));
                case "begin" -> {
                    String name = word(0, "begin needs a name.");
                    Figures figures = Figures.of(picture, filter, now);
                    keep(g, session, CaseFile.begun(freshId(session), name, question, filter.strip(), figures, now));
                }
                case "pin" -> {
                    CaseFile c = named(session).pinning(pins(picture), now);
                    // A case without a filter counts its rows: others are another count, and nothing moved.
                    keep(g, session, c.filter().isBlank() ? c.read(Figures.of(picture, c, now)) : c);
                }
                case "view" -> {
                    FilterParser.parse(rest());
                    keep(g, session, named(session).viewing(rest(), now));
                }
                case "note" -> {
                    CaseFile c = named(session);
                    String notes = c.notes().isEmpty() ? rest() : c.notes() + "\n" + rest();
                    keep(g, session, c.said(c.name(), c.question(), c.answered(), notes, now));
                }
                case "read" -> {
                    CaseFile c = named(session);
                    keep(g, session, c.read(Figures.of(picture, c, now)));
                }
                case "answer", "reopen" -> {
                    CaseFile c = named(session);
                    keep(g, session, c.said(c.name(), c.question(), verb.equalsIgnoreCase("answer"), c.notes(), now));
                }
                case "export" -> export(g, picture, named(session));
                case "import" -> keep(g, session, given(session));
                case "remove" -> {
                    CaseFile c = named(session);
                    session.change(Map.of(CaseText.SETTING + c.id(), Optional.empty()));
                    terminal().tell(g.words().of("case.removed", c.name()));
                }
                default -> throw new WrongUse("There is no \"case " + verb + "\". See rebound case --help.");
            }
            return DONE;
        }
    }

    private String word(int place, String otherwise) throws WrongUse {
        if (words.size() <= place || words.get(place).isBlank()) {
            throw new WrongUse(otherwise);
        }
        return words.get(place);
    }

    private String rest() {
        return FilterWords.text(words.subList(1, words.size()));
    }

    private CaseFile named(Session session) throws WrongUse, StoreException {
        String wanted = word(0, verb + " needs a case: its number or its name.");
        return CaseText.all(session.ownSettings()).stream()
                .filter(c -> c.id().equals(wanted) || c.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new WrongUse("There is no case \"" + wanted + "\". See rebound case list."));
    }

    private static String freshId(Session session) throws StoreException {
        return CaseText.freshId(CaseText.all(session.ownSettings()));
    }

    private List<Pin> pins(Picture picture) throws FilterSyntaxException, WrongUse {
        int[] found = picture.questions()
                .page(picture.questions().select(FilterParser.parse(rest())), true, 0, MOST_PINS + 1);
        if (found.length == 0 || found.length > MOST_PINS) {
            throw new WrongUse("The filter finds " + (found.length == 0 ? "no message" : "more than " + MOST_PINS)
                    + "; a case holds single messages. Narrow it, or keep it with: case view CASE FILTER.");
        }
        return java.util.Arrays.stream(found)
                .mapToObj(m -> Pin.of(picture.row(m)))
                .toList();
    }

    private CaseFile given(Session session) throws WrongUse, IOException, StoreException {
        Path from = Path.of(word(0, "import needs a file."));
        return CaseText.read(freshId(session), Files.readString(from))
                .orElseThrow(() -> new WrongUse(from.getFileName()
                        + " is no case of Rebound. A case is written by: rebound case export CASE -o FILE."));
    }

    private void export(Globals g, Picture picture, CaseFile c) throws IOException, WrongUse {
        Path to = file;
        if (to == null) {
            throw new WrongUse("export needs a file: -o FILE.");
        }
        if (Files.exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        OwnersFile.write(to, CaseText.forColleague(c, picture, rows));
        terminal().tell(g.words().of("case.exported", c.name(), to.getFileName()));
    }

    private void keep(Globals g, Session session, CaseFile c) throws StoreException, WrongUse {
        session.change(Map.of(CaseText.SETTING + c.id(), Optional.of(CaseText.of(c))));
        show(g, session, c);
    }

    private static @Nullable Figures now(Session session, CaseFile c) {
        try {
            return Figures.of(session.picture(), c, session.clock().instant());
        } catch (FilterSyntaxException e) {
            return null;
        }
    }

    private void list(Globals g, Session session) throws StoreException {
        List<CaseFile> all = CaseText.all(session.ownSettings());
        if (g.json) {
            ObjectNode root = Terminal.object().put("total", all.size());
            ArrayNode cases = root.putArray("cases");
            all.forEach(c -> cases.add(json(session, c)));
            terminal().json(root);
            return;
        }
        terminal()
                .table(
                        List.of("case", "name", "question", "state", "moved"),
                        all.stream()
                                .map(c -> List.of(
                                        c.id(),
                                        c.name(),
                                        c.question(),
                                        g.words().of(c.answered() ? "case.answered" : "case.open"),
                                        moved(g, session, c)))
                                .toList());
    }

    private void show(Globals g, Session session, CaseFile c) {
        if (g.json) {
            terminal().json(json(session, c));
            return;
        }
        Figures read = c.figures();
        terminal().print(c.id() + "  " + c.name() + (c.question().isEmpty() ? "" : "  –  " + c.question()));
        terminal().print(g.words().of("case.about", c.filter().isEmpty() ? "*" : c.filter()));
        if (read != null) {
            terminal().print(g.words().of("case.moved", read.readAt().toString(), moved(g, session, c)));
        }
        terminal().print(g.words().of("case.pins", c.pins().size(), c.pinned(session.picture()).length));
        c.views().forEach(v -> terminal().print("  " + v));
        if (!c.notes().isEmpty()) {
            terminal().print(c.notes());
        }
    }

    private static String moved(Globals g, Session session, CaseFile c) {
        Figures read = c.figures();
        Figures now = now(session, c);
        List<Figures.Move> moves = read == null || now == null ? List.of() : read.movedTo(now);
        return moves.isEmpty()
                ? g.words().of("case.unmoved")
                : moves.stream()
                        .map(m -> figure(g, m.figure()) + " " + m.before() + " → " + m.now())
                        .collect(Collectors.joining(" · "));
    }

    private static String figure(Globals g, String code) {
        return switch (code) {
            case "sends", "gap" -> g.words().of("case." + code);
            default -> g.words().of("state." + code);
        };
    }

    private static ObjectNode json(Session session, CaseFile c) {
        ObjectNode root = Terminal.object()
                .put("id", c.id())
                .put("name", c.name())
                .put("question", c.question())
                .put("answered", c.answered())
                .put("filter", c.filter())
                .put("notes", c.notes());
        c.views().forEach(root.putArray("views")::add);
        c.kept().addresses().forEach(root.putArray("addresses")::add);
        ArrayNode pins = root.putArray("pins");
        for (Pin p : c.pins()) {
            pins.addObject()
                    .put("address", p.address())
                    .put("message_id", p.messageId())
                    .put("dispatch_id", p.dispatchId())
                    .put("first_event", p.firstEvent().toString())
                    .put("found", p.in(session.picture()).isPresent());
        }
        ArrayNode packs = root.putArray("packs");
        c.kept()
                .packs()
                .forEach(p -> packs.addObject()
                        .put("file", p.file())
                        .put("sha256", p.sha256())
                        .put("audience", p.audience())
                        .put("made", p.made().toString()));
        Figures read = c.figures();
        Figures now = now(session, c);
        figures(root, "figures", read);
        figures(root, "now", now);
        ArrayNode moved = root.putArray("moved");
        if (read != null && now != null) {
            read.movedTo(now)
                    .forEach(m -> moved.addObject()
                            .put("figure", m.figure())
                            .put("before", m.before())
                            .put("now", m.now()));
            root.put("adds_up", now.addsUp());
        }
        return root.put("created", c.created().toString())
                .put("updated", c.updated().toString());
    }

    private static void figures(ObjectNode root, String name, @Nullable Figures f) {
        if (f == null) {
            root.putNull(name);
            return;
        }
        Instant end = f.dataEnd();
        ObjectNode node = root.putObject(name)
                .put("read_at", f.readAt().toString())
                .put("events", f.events())
                .put("data_end", end == null ? null : end.toString());
        ObjectNode counts = node.putObject("counts");
        new java.util.TreeMap<>(f.counts()).forEach(counts::put);
    }
}
