package dev.rebound.cli;

import dev.rebound.insight.AddressLedger;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RemovalRequests;
import dev.rebound.session.Session;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code invalid list|audit|questionable|marked-valid|typos|contradictions}: the ledger of addresses. */
@CommandLine.Command(
        name = "invalid",
        description = "Addresses that a hard bounce marked invalid.",
        mixinStandardHelpOptions = true)
final class InvalidCommand extends Command {
    @CommandLine.Parameters(paramLabel = "list|audit|questionable|marked-valid|typos|contradictions", arity = "1")
    String view = "list";

    @CommandLine.Option(names = "--as-of", paramLabel = "TIME", description = "The ledger as it stood at that time.")
    @Nullable
    String asOf;

    @CommandLine.Option(
            names = "--bodies",
            paramLabel = "DIR",
            description = "Write the addresses of the list as bodies of 50 for POST /email/bounce/remove.")
    @Nullable
    Path bodies;

    @CommandLine.Mixin
    RowsOutput output = new RowsOutput();

    private static final List<String> VIEWS =
            List.of("list", "audit", "questionable", "marked-valid", "typos", "contradictions");

    private static final List<String> SHOWN =
            List.of("address", "since", "reason", "caused_by", "subscription", "verdict", "why");

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        if (!VIEWS.contains(view.toLowerCase(Locale.ROOT))) {
            throw WrongUse.choice(g.words(), view, "invalid", String.join(", ", VIEWS));
        }
        boolean today = List.of("typos", "contradictions").contains(view.toLowerCase(Locale.ROOT));
        if (asOf != null && today) {
            throw new WrongUse(g.words().of("invalid.noasof", view));
        }
        if (bodies != null && (today || view.equalsIgnoreCase("audit"))) {
            throw new WrongUse(g.words().of("invalid.nobodies", view));
        }
        try (Session session = g.open()) {
            Picture picture = session.picture();
            AddressLedger ledger =
                    asOf == null ? picture.addresses() : picture.addressesAsOf(CoverageCommand.time(g, asOf));
            terminal().tell(g.words().of("invalid.rule"));
            switch (view.toLowerCase(Locale.ROOT)) {
                case "list" -> addresses(g, picture, ledger.invalid());
                case "questionable" -> addresses(g, picture, ledger.questionable());
                case "marked-valid" -> addresses(g, picture, ledger.freed());
                case "audit" ->
                    output.write(
                            g,
                            terminal(),
                            ledger.audit().size(),
                            SpokenTable.withText(g.words(), rows(g).audit(picture, ledger.audit()), "why"),
                            List.of("address", "since", "split", "sent_at", "sent_campaign"));
                case "typos" ->
                    output.write(
                            g,
                            terminal(),
                            picture.typoDomains().size(),
                            "invalid.total",
                            rows(g).typos(picture.typoDomains()),
                            List.of("address", "domain", "meant", "since"));
                case "contradictions" ->
                    output.write(
                            g,
                            terminal(),
                            picture.contradictions().size(),
                            "invalid.total",
                            rows(g).contradictions(picture.contradictions()),
                            List.of("address", "kind", "at", "detail"));
                default -> throw new IllegalStateException(view);
            }
            return DONE;
        }
    }

    private MessageRows rows(Globals g) {
        return new MessageRows(g.zone(), output.mask);
    }

    private void addresses(Globals g, Picture picture, List<InvalidAddress> list) throws IOException {
        output.write(
                g,
                terminal(),
                list.size(),
                "invalid.total",
                SpokenTable.withText(g.words(), rows(g).invalid(picture, list), "why"),
                SHOWN);
        if (bodies != null) {
            int files;
            try {
                files = RemovalRequests.write(
                                list.stream().map(InvalidAddress::address).toList(), bodies)
                        .size();
            } catch (FileAlreadyExistsException e) {
                throw new WrongUse(g.words().of("invalid.bodiesexist", String.valueOf(e.getFile())));
            }
            int nameable = RemovalRequests.nameable(
                            list.stream().map(InvalidAddress::address).toList())
                    .size();
            long certain = list.stream().filter(a -> !a.isQuestionable()).count();
            terminal().tell(g.words().of("invalid.bodies", nameable, files, certain));
            if (nameable < list.size()) {
                terminal().tell(g.words().of("invalid.bodies.hashed", list.size() - nameable));
            }
        }
    }
}
