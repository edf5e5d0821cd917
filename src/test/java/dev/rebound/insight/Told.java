package dev.rebound.insight;

import dev.rebound.classify.Classifier;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.column.Dictionaries;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Reply;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.Verdict;
import dev.rebound.index.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A little language for event streams: what Braze and an ESP told, minute by minute. */
final class Told {
    static final Instant START = Instant.parse("2026-03-13T08:00:00Z");
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final String BRAZE = "Braze";
    static final String UNKNOWN_USER = "550 5.1.1 User unknown";
    static final String FULL = "452 4.2.2 Mailbox full";
    static final String LISTED = "550 5.7.1 Client host blocked using a reputation list";

    private static final Classifier CLASSIFIER = Classifier.standard();

    private Told() {}

    static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Something Braze tells of a message of a dispatch. */
    static RawEvent braze(EventKind kind, long minute, String address, String dispatch, @Nullable String reply) {
        return event(BRAZE, kind, minute, address)
                .with(EventText.DISPATCH_ID, dispatch)
                .with(EventText.CAMPAIGN, "Campaign " + dispatch.charAt(0))
                .with(EventText.ESP, "SendGrid")
                .with(EventText.REPLY, reply)
                .build();
    }

    /** The same with a sending domain; as in Braze Currents, a send names no service. */
    static RawEvent brazeFrom(
            String domain, EventKind kind, long minute, String address, String dispatch, @Nullable String reply) {
        return event(BRAZE, kind, minute, address)
                .with(EventText.DISPATCH_ID, dispatch)
                .with(EventText.CAMPAIGN, "Campaign " + dispatch.charAt(0))
                .with(EventText.ESP, kind == EventKind.SEND ? null : "Amazon SES")
                .with(EventText.FROM_DOMAIN, domain)
                .with(EventText.REPLY, reply)
                .build();
    }

    /** Something Braze tells of a message that a named service carries. */
    static RawEvent brazeVia(String service, EventKind kind, long minute, String address, String dispatch) {
        return event(BRAZE, kind, minute, address)
                .with(EventText.DISPATCH_ID, dispatch)
                .with(EventText.CAMPAIGN, "Campaign " + dispatch.charAt(0))
                .with(EventText.ESP, kind == EventKind.SEND ? null : service)
                .build();
    }

    /** Something an ESP tells of a message of its own id. */
    static RawEvent esp(
            String esp, EventKind kind, long minute, String address, String messageId, @Nullable String reply) {
        return event(esp, kind, minute, address)
                .with(EventText.MESSAGE_ID, messageId)
                .with(EventText.ESP, esp)
                .with(EventText.REPLY, reply)
                .build();
    }

    private static RawEvent.Builder event(String source, EventKind kind, long minute, String address) {
        return RawEvent.builder(
                kind, minute(minute), address, source, new RawRecord(kind + " " + minute + " " + address, 1, ""));
    }

    static Verdict verdict(RawEvent event) {
        String reply = event.text(EventText.REPLY);
        return reply == null || !(event.kind().isFailure() || event.kind() == EventKind.DEFERRAL)
                ? Verdict.UNDETERMINED
                : CLASSIFIER.classify(Reply.ofText(reply));
    }

    /** The picture after imports of these streams, judged at a minute. */
    static Picture picture(List<List<RawEvent>> imports, long nowMinute, SubscriptionFact... subscriptions) {
        return pictureUnder(Map.of(), imports, nowMinute, subscriptions);
    }

    /** The same under settings as they are stored. */
    static Picture pictureUnder(
            Map<String, String> settings,
            List<List<RawEvent>> imports,
            long nowMinute,
            SubscriptionFact... subscriptions) {
        Dictionaries dictionaries = new Dictionaries();
        List<EventTable.Part> parts = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        long id = 1;
        for (List<RawEvent> stream : imports) {
            EventColumns columns = new EventColumns();
            int raw = 0;
            for (RawEvent event : stream) {
                columns.append(event, verdict(event), raw++, dictionaries);
            }
            parts.add(new EventTable.Part(id, columns));
            files.add(new SourceFile(id, "file " + id, "file " + id, "feed", 0));
            id++;
        }
        return Picture.of(
                new EventTable(parts, dictionaries),
                List.of(subscriptions),
                List.of(),
                files,
                DataSettings.of(settings),
                ReplyPattern::of,
                minute(nowMinute),
                ZONE);
    }

    static Picture picture(long nowMinute, RawEvent... events) {
        return picture(List.of(List.of(events)), nowMinute);
    }
}
