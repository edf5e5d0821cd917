package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.classify.Classifier;
import dev.rebound.classify.ReplyCodes;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import dev.rebound.feeds.container.Mailbox;
import dev.rebound.feeds.mail.BounceMail;
import dev.rebound.feeds.mail.BounceMailReader;
import dev.rebound.intake.Importer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** {@code classify}: what replies (lines {@code id TAB reply} of standard input) or bounce mails mean. No store. */
@CommandLine.Command(
        name = "classify",
        description = "Classifies replies from standard input, or bounce mails.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand extends Command {
    @CommandLine.Option(names = "--mail", paramLabel = "FILE|DIR", arity = "1..*", description = "Bounce mails.")
    List<Path> mails = List.of();

    @Override
    public Integer call() throws Exception {
        Classifier classifier = Classifier.standard();
        BounceMailReader reader = new BounceMailReader();
        if (!mails.isEmpty()) {
            for (Path file : Importer.files(mails)) {
                mail(file, reader, classifier);
            }
            return DONE;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal().in(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int tab = line.indexOf('\t');
            String id = tab < 0 ? "" : line.substring(0, tab);
            Verdict v = classifier.classify(Reply.ofText(line.substring(tab + 1)));
            terminal()
                    .print(id + "\t" + v.bounceClass().code() + "\t"
                            + v.reason().code() + "\t" + v.rule());
        }
        return DONE;
    }

    private void mail(Path file, BounceMailReader reader, Classifier classifier) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            Mailbox mailbox = new Mailbox(in);
            for (Mailbox.Mail mail = mailbox.next(); mail != null; mail = mailbox.next()) {
                terminal().json(said(file, reader.read(mail.bytes()), classifier));
            }
        }
    }

    private static ObjectNode said(Path file, BounceMail mail, Classifier classifier) {
        ObjectNode node = Terminal.object();
        node.put("file", file.toString());
        node.put("kind", mail.kind().code());
        ArrayNode recipients = node.putArray("recipients");
        for (BounceMail.Recipient r : mail.recipients()) {
            boolean delayed = "delayed".equals(r.action());
            Verdict v = classifier.classify(new Reply(
                    r.reply(),
                    r.reply() == null ? 0 : ReplyCodes.smtpCode(r.reply()),
                    r.status(),
                    null,
                    null,
                    delayed ? EventKind.DEFERRAL : EventKind.BOUNCE));
            ObjectNode one = recipients.addObject();
            one.put("recipient", r.address());
            // What is tried again is temporary, whatever its words.
            one.put("class", (delayed ? BounceClass.SOFT : v.bounceClass()).code());
            one.put("reason", v.reason().code());
            one.put("action", r.action());
            one.put("status", r.status());
            one.put("reply", r.reply());
            one.put("rule", v.rule());
        }
        return node;
    }
}
