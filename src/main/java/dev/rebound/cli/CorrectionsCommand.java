package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import dev.rebound.insight.DataSettings;
import dev.rebound.report.OwnersFile;
import dev.rebound.report.RuleFile;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.Words;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @CommandLine.Option(names = "--force", description = "Replace the file of --export when it exists.")
    boolean force;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        String said = add == null ? null : verdict(g.words());
        try (Session session = g.open()) {
            if (add != null) {
                session.change(Map.of(DataSettings.CORRECTION + ReplyPattern.of(add), Optional.ofNullable(said)));
            }
            boolean unknown = remove != null && !removed(session, ReplyPattern.of(remove), g.words());
            Map<String, Verdict> all =
                    new TreeMap<>(session.picture().settings().corrections());
            if (export != null) {
                if (Files.exists(export) && !force) {
                    throw new FileAlreadyExistsException(export.toString());
                }
                OwnersFile.write(export, RuleFile.of(all));
            }
            show(g, all);
            return unknown ? LOOK : DONE;
        }
    }

    /** Takes the verdict on a pattern back; says so and is false where there is none. */
    private boolean removed(Session session, String pattern, Words words) throws StoreException {
        if (!session.picture().settings().corrections().containsKey(pattern)) {
            terminal().tell(words.of("corrections.unknown", pattern));
            return false;
        }
        session.change(Map.of(DataSettings.CORRECTION + pattern, Optional.empty()));
        return true;
    }

    /** The class and reason that the person says, as they are kept. */
    private String verdict(Words words) {
        return DataSettings.verdict(as == null ? "" : as)
                .map(v -> v.bounceClass().code() + " " + v.reason().code())
                .orElseThrow(() -> new WrongUse(words.of(
                        "corrections.as",
                        Arrays.stream(BounceClass.values())
                                .map(BounceClass::code)
                                .collect(Collectors.joining(", ")),
                        Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.joining(", ")))));
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
                            SpokenTable.header(g.words(), "pattern", "class", "reason"),
                            all.entrySet().stream()
                                    .map(e -> List.of(
                                            e.getKey(),
                                            g.words()
                                                    .of("class."
                                                            + e.getValue()
                                                                    .bounceClass()
                                                                    .code()),
                                            g.words()
                                                    .of("reason."
                                                            + e.getValue()
                                                                    .reason()
                                                                    .code())))
                                    .toList());
        }
    }
}
