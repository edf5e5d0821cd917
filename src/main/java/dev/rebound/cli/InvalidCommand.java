package dev.rebound.cli;

import dev.rebound.insight.AddressLedger;
import dev.rebound.report.MessageRows;
import dev.rebound.session.Session;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** {@code invalid list|audit|questionable}: the ledger of addresses. */
@CommandLine.Command(
        name = "invalid",
        description = "Addresses that a hard bounce marked invalid.",
        mixinStandardHelpOptions = true)
final class InvalidCommand extends Command {
    @CommandLine.Parameters(paramLabel = "list|audit|questionable", arity = "1")
    String view = "list";

    @CommandLine.Mixin
    RowsOutput output = new RowsOutput();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            AddressLedger ledger = session.picture().addresses();
            MessageRows rows = new MessageRows(g.zone(), output.mask);
            terminal().tell(g.words().of("invalid.rule"));
            List<String> shown = List.of("address", "since", "reason", "caused_by", "subscription", "verdict", "why");
            switch (view.toLowerCase(Locale.ROOT)) {
                case "list" ->
                    output.write(g, terminal(), ledger.invalid().size(), rows.invalid(ledger.invalid()), shown);
                case "questionable" ->
                    output.write(
                            g, terminal(), ledger.questionable().size(), rows.invalid(ledger.questionable()), shown);
                case "audit" ->
                    output.write(
                            g,
                            terminal(),
                            ledger.audit().size(),
                            rows.audit(ledger.audit()),
                            List.of("address", "since", "split", "sent_at", "sent_campaign"));
                default -> throw new WrongUse("There is no \"invalid " + view + "\". Use list, audit or questionable.");
            }
            return DONE;
        }
    }
}
