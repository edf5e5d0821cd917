package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.domain.Verdict;
import dev.rebound.insight.DataSettings;
import dev.rebound.report.RuleFile;
import dev.rebound.session.Session;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code corrections}: what the operator says of replies of one pattern, over the rule book. */
@CommandLine.Command(
        name = "corrections",
        description = "List, add, remove or export the operator's own verdicts on reply patterns.",
        mixinStandardHelpOptions = true)
final class CorrectionsCommand extends Command {
    @CommandLine.Option(
            names = "--add",
            paramLabel = "REPLY",
            description = "A reply; every reply of its pattern is read anew.")
    @Nullable
    String add;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "CLASS REASON",
            description = "With --add: e.g. \"soft mailbox_full\".")
    @Nullable
    String as;

    @CommandLine.Option(names = "--remove", paramLabel = "REPLY", description = "Take the verdict on its pattern back.")
    @Nullable
    String remove;

    @CommandLine.Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write all as a settings file that others can import.")
    @Nullable
    Path export;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            if (add != null) {
                Verdict verdict = DataSettings.verdict(as == null ? "" : as)
                        .orElseThrow(
                                () -> new WrongUse(
                                        "Say what the reply means with --as, a class and a reason: --as \"soft mailbox_full\"."));
                session.change(Map.of(
                        DataSettings.CORRECTION + ReplyPattern.of(add),
                        Optional.of(verdict.bounceClass().code() + " "
                                + verdict.reason().code())));
            }
            if (remove != null) {
                session.change(Map.of(DataSettings.CORRECTION + ReplyPattern.of(remove), Optional.empty()));
            }
            Map<String, Verdict> all =
                    new TreeMap<>(session.picture().settings().corrections());
            if (export != null) {
                if (Files.exists(export)) {
                    throw new FileAlreadyExistsException(export.toString());
                }
                Files.writeString(export, RuleFile.of(all));
            }
            show(g, all);
            return DONE;
        }
    }

    private void show(Globals g, Map<String, Verdict> all) {
        if (g.json) {
            ObjectNode root = Terminal.object();
            ArrayNode list = root.putArray("corrections");
            all.forEach((pattern, v) -> list.addObject()
                    .put("pattern", pattern)
                    .put("class", v.bounceClass().code())
                    .put("reason", v.reason().code()));
            terminal().json(root);
        } else {
            terminal()
                    .table(
                            List.of("pattern", "class", "reason"),
                            all.entrySet().stream()
                                    .map(e -> List.of(
                                            e.getKey(),
                                            e.getValue().bounceClass().code(),
                                            e.getValue().reason().code()))
                                    .toList());
        }
    }
}
