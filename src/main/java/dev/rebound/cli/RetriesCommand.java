package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.insight.Picture;
import dev.rebound.insight.RetryAccount;
import dev.rebound.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code retries}: at which try messages were delivered, how long that took, and what is still being tried. */
@CommandLine.Command(
        name = "retries",
        description = "Deliveries by try, waits, and what is still open.",
        mixinStandardHelpOptions = true)
final class RetriesCommand extends Command {
    @CommandLine.Option(
            names = "--campaign",
            paramLabel = "TEXT",
            description = "Only this campaign, or those whose name holds TEXT; * stands for any text.")
    @Nullable
    String campaign;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Picture picture = session.picture();
            RetryAccount account = RetryAccount.of(
                    picture.messages(), picture.questions().select(CampaignText.filter(campaign, picture, g.words())));
            if (g.json) {
                terminal().json(json(account));
            } else {
                print(g, account);
            }
            return DONE;
        }
    }

    private static ObjectNode json(RetryAccount a) {
        ObjectNode root = Terminal.object();
        root.put("sends", a.sends());
        ObjectNode tries = root.putObject("delivered_at_try");
        tries.put("1", a.deliveredAtTry().get(0));
        tries.put("2", a.deliveredAtTry().get(1));
        tries.put("3+", a.deliveredAtTry().get(2));
        root.put("median_wait", a.medianWait() == null ? null : a.medianWait().toString());
        root.put("open", a.open());
        root.put("open_until", a.openUntil() == null ? null : a.openUntil().toString());
        root.put("gave_up", a.gaveUp());
        root.put("timed_out", a.timedOut());
        root.put("ended_otherwise", a.endedOtherwise());
        a.deliveredByHour().forEach(root.putArray("delivered_by_hour")::add);
        return root;
    }

    private void print(Globals g, RetryAccount a) {
        List<Long> tries = a.deliveredAtTry();
        terminal().print(g.words().of("retries.delivered", a.sends(), tries.get(0), tries.get(1), tries.get(2)));
        if (a.medianWait() != null) {
            terminal().print(g.words().of("retries.wait", a.medianWait().toMinutes()));
        }
        if (a.openUntil() != null) {
            terminal().print(g.words().of("retries.open", a.open(), g.shown(a.openUntil())));
        }
        terminal().print(g.words().of("retries.gaveup", a.gaveUp()));
        terminal().print(g.words().of("retries.otherwise", a.endedOtherwise()));
    }
}
