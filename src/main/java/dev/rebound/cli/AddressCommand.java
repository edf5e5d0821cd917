package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.BorrowedLetters;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.insight.AddressEntry;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** {@code address ADDRESS}: the ledger of one address and all its messages. */
@CommandLine.Command(
        name = "address",
        description = "One address: its ledger and its messages.",
        mixinStandardHelpOptions = true)
final class AddressCommand extends Command {
    @CommandLine.Parameters(paramLabel = "ADDRESS", arity = "1")
    String address = "";

    private static final int SIMILAR = 5;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Picture picture = session.picture();
            int[] messages = picture.messagesOf(address);
            Optional<InvalidAddress> invalid = picture.invalid(address);
            Rows rows = new MessageRows(g.zone(), false).messages(picture, messages);
            if (g.json) {
                terminal().json(json(picture, rows, invalid, messages));
            } else {
                print(g, picture, invalid, messages);
            }
            return messages.length == 0 && invalid.isEmpty() ? LOOK : DONE;
        }
    }

    private ObjectNode json(Picture picture, Rows rows, Optional<InvalidAddress> invalid, int[] messages) {
        ObjectNode root = Terminal.object();
        root.put("address", address);
        root.put("validity", invalid.isEmpty() ? "valid" : invalid.get().isQuestionable() ? "questionable" : "invalid");
        root.put("subscription", picture.subscription(address).code());
        root.put("invalid_since", invalid.map(i -> i.since().toString()).orElse(null));
        root.put("invalid_reason", invalid.map(i -> i.reason().code()).orElse(null));
        root.put("invalid_cause", invalid.map(InvalidAddress::causedBy).orElse(null));
        ArrayNode ledger = root.putArray("ledger");
        picture.ledgerOf(address)
                .forEach(e -> ledger.addObject()
                        .put("at", e.at().toString())
                        .put("what", e.what().code())
                        .put("detail", e.detail()));
        root.put("total", messages.length);
        ArrayNode list = root.putArray("messages");
        rows.rows().forEach(r -> list.add(RowWriter.object(rows, r)));
        similar(picture, invalid, messages).forEach(root.putArray("similar")::add);
        return root;
    }

    /** Known addresses that one without any event may have been meant for. */
    private List<String> similar(Picture picture, Optional<InvalidAddress> invalid, int[] messages) {
        return messages.length == 0 && invalid.isEmpty() ? picture.similar(address, SIMILAR) : List.of();
    }

    private void printSubscription(Words words, Picture picture) {
        terminal()
                .print(words.of(
                        "address.subscription",
                        words.of("subscription." + picture.subscription(address).code())));
    }

    private void print(Globals g, Picture picture, Optional<InvalidAddress> invalid, int[] messages) {
        Words words = g.words();
        BorrowedLetters.inAscii(address).ifPresent(ascii -> terminal().print(words.of("address.borrowed", ascii)));
        if (messages.length == 0 && invalid.isEmpty()) {
            terminal().print(words.of("address.none", address));
            List<String> similar = similar(picture, invalid, messages);
            if (!similar.isEmpty()) {
                terminal().print(words.of("address.similar", String.join(", ", similar)));
            }
            if (picture.subscription(address) != SubscriptionStatus.UNKNOWN) {
                printSubscription(words, picture);
            }
            return;
        }
        terminal()
                .print(invalid.map(i -> words.of(
                                i.isQuestionable() ? "address.questionable" : "address.invalid",
                                g.shown(i.since()),
                                i.isQuestionable()
                                        ? picture.doubts(i).stream()
                                                .map(d -> words.of(
                                                        "doubt." + d.name().toLowerCase(java.util.Locale.ROOT)))
                                                .collect(Collectors.joining(", "))
                                        : words.of("reason." + i.reason().code())))
                        .orElse(words.of("address.valid")));
        printSubscription(words, picture);
        picture.ledgerOf(address)
                .forEach(e -> terminal()
                        .print("  " + g.shown(e.at()) + "  "
                                + words.of(
                                        e.textKey(),
                                        e.what() == AddressEntry.What.STATUS
                                                ? words.of("subscription." + e.detail())
                                                : e.detail())));
        List<List<String>> table = java.util.Arrays.stream(messages)
                .mapToObj(picture::row)
                .map(r -> List.of(
                        g.shown(r.time()),
                        r.subject() == null ? "" : r.subject(),
                        r.campaign(),
                        r.esp(),
                        r.state() == null ? "" : words.of("state." + r.state().code())))
                .toList();
        terminal()
                .table(
                        java.util.stream.Stream.of("time", "subject", "campaign", "esp", "state")
                                .map(c -> words.of("column." + c))
                                .toList(),
                        table);
    }
}
