package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ResendList;
import dev.rebound.report.MessageRows;
import dev.rebound.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code resend FILTER}: who of a set of messages could be written to again. Nothing is sent. */
@CommandLine.Command(
        name = "resend",
        description = "Addresses of failed messages that could be written to again. Rebound itself sends nothing.",
        mixinStandardHelpOptions = true)
final class ResendCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILTER", arity = "0..*", description = "e.g. is:blocked provider:Outlook")
    List<String> filter = List.of();

    @CommandLine.Option(names = "--exclude", paramLabel = "FILE", description = "Addresses to leave out, one a line.")
    @Nullable
    Path exclude;

    @CommandLine.Mixin
    RowsOutput output = new RowsOutput();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        Filter wanted = FilterParser.parse(FilterWords.text(filter));
        Set<String> own = own();
        try (Session session = g.open()) {
            Picture picture = session.picture();
            ResendList list = ResendList.of(picture, picture.questions().select(wanted), own);
            int[] rows = list.messages().stream().mapToInt(Integer::intValue).toArray();
            if (output.file != null || output.format != null) {
                output.write(
                        g,
                        terminal(),
                        rows.length,
                        new MessageRows(g.zone(), output.mask).messages(picture, rows),
                        List.of("address", "campaign", "state", "reason"));
            }
            // Where the rows themselves go to standard output, the account must not be among them.
            boolean rowsToOut = output.format != null && output.file == null;
            if (g.json && !rowsToOut) {
                terminal().json(json(picture, list));
            } else {
                tell(g, list);
            }
            return list.addsUp() ? DONE : LOOK;
        }
    }

    private Set<String> own() throws IOException {
        Set<String> own = new HashSet<>();
        if (exclude != null) {
            byte[] text = Files.readAllBytes(FileSentence.readable(exclude));
            for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
                if (EmailAddress.isPresent(line)) {
                    own.add(new EmailAddress(line).key());
                }
            }
        }
        return own;
    }

    private ObjectNode json(Picture picture, ResendList list) {
        ObjectNode root = Terminal.object();
        root.put("considered", list.considered());
        root.put("resend", list.messages().size());
        ObjectNode excluded = root.putObject("excluded");
        list.excluded().forEach((why, n) -> excluded.put(why.code(), n));
        root.put("adds_up", list.addsUp());
        ArrayNode addresses = root.putArray("addresses");
        list.messages().forEach(m -> addresses.add(picture.row(m).address()));
        return root;
    }

    private void tell(Globals g, ResendList list) {
        terminal()
                .tell(g.words()
                        .of("resend.total", list.considered(), list.messages().size()));
        list.excluded().forEach((why, n) -> {
            if (n > 0) {
                terminal().tell("  " + g.words().of("pair", g.words().of("resend." + why.code()), n));
            }
        });
        terminal().tell(g.words().of("resend.nothing"));
    }
}
