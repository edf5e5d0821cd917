package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.MessageState;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.Words;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code gap}: where the sends of each campaign went. */
@CommandLine.Command(
        name = "gap",
        description = "Sends, deliveries and every state between, by group.",
        mixinStandardHelpOptions = true)
final class GapCommand extends Command {
    @CommandLine.Option(
            names = "--campaign",
            paramLabel = "TEXT",
            description = "Only this campaign, or those whose name holds TEXT; * stands for any text.")
    @Nullable
    String campaign;

    @CommandLine.Option(
            names = "--by",
            paramLabel = "campaign|provider|domain|esp|day|variant|step",
            defaultValue = "campaign")
    String by = "campaign";

    @CommandLine.Option(names = "--fail-if-unexplained", description = "Exit with 1 when a message is unexplained.")
    boolean failIfUnexplained;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        GapBy grouping = GapBy.named(by)
                .orElseThrow(() -> WrongUse.choice(
                        g.words(),
                        by,
                        "--by",
                        Arrays.stream(GapBy.values()).map(GapBy::code).collect(Collectors.joining(", "))));
        try (Session session = g.open()) {
            Picture picture = session.picture();
            List<GapGroup> groups = picture.gap(CampaignText.filter(campaign, picture, g.words()), grouping).stream()
                    .filter(x -> x.sends() > 0 || x.orphanDeliveries() > 0 || x.testSends() > 0 || x.notSent() > 0)
                    .toList();
            if (g.json) {
                terminal().json(json(groups));
            } else {
                print(terminal(), g.words(), groups, picture);
                tellSends(g.words(), session);
                tellDeliveries(g.words(), groups);
            }
            boolean off = groups.stream().anyMatch(x -> !x.addsUp());
            boolean unexplained = groups.stream().anyMatch(x -> x.count(MessageState.UNEXPLAINED) > 0);
            return off || (failIfUnexplained && unexplained) ? LOOK : DONE;
        }
    }

    /** Names the files that would make a gap, where those held tell no sends. */
    private void tellSends(Words words, Session session) throws StoreException {
        List<String> wanted = session.picture().hasSends() ? List.of() : session.sendsToAskFor();
        if (!wanted.isEmpty()) {
            terminal().print(words.of("gap.sendsfrom", String.join(", ", wanted)));
        }
    }

    /** Some exports tell sends and failures only: then a gap of everything is no finding. */
    private void tellDeliveries(Words words, List<GapGroup> groups) {
        long sends = groups.stream().mapToLong(GapGroup::sends).sum();
        long delivered = groups.stream().mapToLong(GapGroup::deliveries).sum();
        if (sends > 0 && delivered == 0 && groups.stream().allMatch(x -> x.orphanDeliveries() == 0)) {
            terminal().print(words.of("gap.nodeliveries"));
        }
    }

    static ObjectNode json(List<GapGroup> groups) {
        ObjectNode root = Terminal.object();
        ArrayNode list = root.putArray("groups");
        for (GapGroup x : groups) {
            ObjectNode node = list.addObject();
            node.put("key", x.key());
            node.put("id", x.id());
            node.put("sends", x.sends());
            node.put("deliveries", x.deliveries());
            node.put("gap", x.gap());
            ObjectNode states = node.putObject("states");
            x.states().forEach((s, n) -> states.put(s.code(), n));
            node.put("adds_up", x.addsUp());
            node.put("orphan_deliveries", x.orphanDeliveries());
            node.put("duplicates", x.duplicates());
            node.put("test_sends", x.testSends());
            node.put("not_sent", x.notSent());
        }
        return root;
    }

    static void print(Terminal terminal, Words words, List<GapGroup> groups, Picture picture) {
        NumberFormat number = NumberFormat.getIntegerInstance(words.locale());
        if (!picture.hasSends() && picture.events().size() > 0) {
            terminal.print(words.of("gap.nosends"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (GapGroup x : groups) {
            String states = x.states().entrySet().stream()
                    .filter(e -> !e.getKey().isDelivery() && e.getValue() > 0)
                    .map(e -> words.of("state." + e.getKey().code()) + " " + number.format(e.getValue()))
                    .collect(Collectors.joining(" · "));
            rows.add(List.of(
                    x.key().isEmpty() ? words.of("gap.none") : x.key(),
                    number.format(x.sends()),
                    number.format(x.deliveries()),
                    number.format(x.gap()),
                    states));
        }
        terminal.table(
                List.of(
                        words.of("gap.group"),
                        words.of("gap.sends"),
                        words.of("gap.deliveries"),
                        words.of("gap.gap"),
                        words.of("gap.states")),
                rows);
        long sends = groups.stream().mapToLong(GapGroup::sends).sum();
        long deliveries = groups.stream().mapToLong(GapGroup::deliveries).sum();
        long gap = groups.stream()
                .flatMap(x -> x.states().entrySet().stream())
                .filter(e -> !e.getKey().isDelivery())
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        terminal.print("");
        terminal.print(
                deliveries + gap == sends
                        ? words.of("gap.adds", deliveries, gap, sends)
                        : words.of("gap.addsnot", Math.abs(sends - deliveries - gap)));
        terminal.print(words.of(
                "gap.beside",
                groups.stream().mapToLong(GapGroup::notSent).sum(),
                groups.stream().mapToLong(GapGroup::orphanDeliveries).sum(),
                groups.stream().mapToLong(GapGroup::duplicates).sum(),
                groups.stream().mapToLong(GapGroup::testSends).sum()));
    }
}
