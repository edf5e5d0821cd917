package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.AddressLedger;
import dev.rebound.insight.DataSettings;
import dev.rebound.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;

/** {@code mark valid|invalid|none ADDRESS…}: the operator's own decision about addresses, in this store only. */
@CommandLine.Command(
        name = "mark",
        description = "Mark addresses valid here, keep them invalid, or take the mark back. Nobody else is told.",
        mixinStandardHelpOptions = true)
final class MarkCommand extends Command {
    @CommandLine.Parameters(index = "0", paramLabel = "valid|invalid|none")
    String mark = "";

    @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "ADDRESS")
    List<String> addresses = List.of();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        String word = mark.toLowerCase(Locale.ROOT);
        if (!List.of("valid", "invalid", "none").contains(word)) {
            throw WrongUse.choice(g.words(), mark, "mark", "valid, invalid, none");
        }
        try (Session session = g.open()) {
            Map<String, Optional<String>> change = new TreeMap<>();
            for (String address : addresses) {
                String key = new EmailAddress(address).key();
                change.put(
                        DataSettings.ADDRESS + key,
                        word.equals("none")
                                ? Optional.empty()
                                : Optional.of(new DataSettings.AddressMark(
                                                word.equals("valid"),
                                                session.clock().instant())
                                        .content()));
            }
            session.change(change);
            AddressLedger ledger = session.picture().addresses();
            if (g.json) {
                ObjectNode root = Terminal.object();
                root.put("marked", addresses.size());
                root.put("invalid", ledger.invalid().size());
                root.put("questionable", ledger.questionable().size());
                terminal().json(root);
            } else {
                terminal().print(g.words().of("mark.done", addresses.size()));
            }
            terminal().tell(g.words().of("mark.local"));
            return DONE;
        }
    }
}
