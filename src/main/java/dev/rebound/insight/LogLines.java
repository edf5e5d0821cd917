package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.domain.Verdict;
import dev.rebound.index.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of one message or event out of the columns: a line of the log, or all that is known. */
final class LogLines {
    private final EventTable events;
    private final MessageTable messages;
    private final AddressFacts addresses;
    private final Map<Long, String> files;

    /** @param files the name of each import's file */
    LogLines(EventTable events, MessageTable messages, AddressFacts addresses, Map<Long, String> files) {
        this.events = events;
        this.messages = messages;
        this.addresses = addresses;
        this.files = files;
    }

    /** One line of the log. */
    MessageRow of(int message) {
        int deciding = messages.decidingEvent(message);
        int address = messages.address(message);
        boolean told = messages.hasReason(message);
        String reply = messages.replyText(message);
        return new MessageRow(
                message,
                Instant.ofEpochMilli(messages.timeMillis(message)),
                events.dictionaries().addresses().value(address),
                messages.campaign(message),
                messages.state(message),
                told ? events.reason(deciding) : null,
                told ? events.bounceClass(deciding) : null,
                messages.tries(message),
                reply,
                events.smtpCode(deciding),
                events.textValue(EventText.ENHANCED_CODE, deciding),
                addresses.providerOf(address),
                addresses.domainOf(address),
                messages.esp(message),
                messages.text(EventText.SENDING_IP, message),
                messages.text(EventText.IP_POOL, message),
                messages.text(EventText.SUBJECT, message),
                messages.text(EventText.DISPATCH_ID, message),
                messages.text(EventText.MESSAGE_ID, message),
                Instant.ofEpochMilli(events.timeMillis(messages.eventsOf(message)[0])),
                addresses.validity(address),
                addresses.subscription(address),
                file(events.importId(deciding)),
                messages.text(EventText.FROM_DOMAIN, message),
                messages.variant(message),
                messages.step(message),
                messages.text(EventText.EXTERNAL_USER_ID, message),
                delay(message));
    }

    private @Nullable Duration delay(int message) {
        long sent = messages.sentMillis(message);
        long delivered = messages.deliveredMillis(message);
        return sent == 0 || delivered == 0 ? null : Duration.ofMillis(delivered - sent);
    }

    /** An event that belongs to no message, as a line of the log; its number of a message is -1. */
    MessageRow lone(int event) {
        int address = events.address(event);
        EventKind kind = events.kind(event);
        boolean failed = kind != EventKind.SEND && kind != EventKind.DELIVERY && kind != EventKind.OTHER;
        return new MessageRow(
                -1,
                Instant.ofEpochMilli(events.timeMillis(event)),
                events.dictionaries().addresses().value(address),
                text(EventText.CAMPAIGN, event),
                null,
                failed ? events.reason(event) : null,
                failed ? events.bounceClass(event) : null,
                0,
                events.textValue(EventText.REPLY, event),
                events.smtpCode(event),
                events.textValue(EventText.ENHANCED_CODE, event),
                addresses.providerOf(address),
                addresses.domainOf(address),
                text(EventText.ESP, event),
                events.textValue(EventText.SENDING_IP, event),
                events.textValue(EventText.IP_POOL, event),
                events.textValue(EventText.SUBJECT, event),
                events.textValue(EventText.DISPATCH_ID, event),
                events.textValue(EventText.MESSAGE_ID, event),
                Instant.ofEpochMilli(events.timeMillis(event)),
                addresses.validity(address),
                addresses.subscription(address),
                file(events.importId(event)),
                events.textValue(EventText.FROM_DOMAIN, event),
                events.textValue(EventText.VARIANT, event),
                events.textValue(EventText.STEP, event),
                events.textValue(EventText.EXTERNAL_USER_ID, event),
                null);
    }

    private String text(EventText field, int event) {
        String text = events.textValue(field, event);
        return text == null ? "" : text;
    }

    /** Everything known of one message. */
    MessageDetails details(int message) {
        List<ChainEvent> chain = new ArrayList<>();
        int deciding = 0;
        Instant delivered = null;
        for (int row : messages.eventsOf(message)) {
            if (row == messages.decidingEvent(message)) {
                deciding = chain.size();
            }
            ChainEvent event = event(row);
            if (event.kind() == EventKind.DELIVERY && delivered == null) {
                delivered = event.time();
            }
            chain.add(event);
        }
        long sent = messages.sentMillis(message);
        return new MessageDetails(
                of(message),
                messages.kind(message),
                sent == 0 ? null : Instant.ofEpochMilli(sent),
                delivered,
                sent == 0 ? null : Instant.ofEpochMilli(messages.windowEndMillis(message)),
                chain,
                deciding);
    }

    /** What is known of an event that belongs to no message. */
    MessageDetails loneDetails(int event) {
        return new MessageDetails(lone(event), MessageKind.ORPHAN, null, null, null, List.of(event(event)), 0);
    }

    /** One event, as a person reads it. */
    ChainEvent event(int row) {
        Verdict own = events.correction(row);
        String rule =
                own != null ? own.rule() + "\t" : events.dictionaries().rules().value(events.rule(row));
        int tab = rule.indexOf('\t');
        return new ChainEvent(
                Instant.ofEpochMilli(events.timeMillis(row)),
                events.kind(row),
                events.dictionaries().sources().value(events.source(row)),
                events.textValue(EventText.RAW_KIND, row),
                events.textValue(EventText.REPLY, row),
                events.smtpCode(row),
                events.textValue(EventText.ENHANCED_CODE, row),
                events.reason(row),
                events.bounceClass(row),
                rule.substring(0, tab),
                rule.substring(tab + 1),
                events.textValue(EventText.DETAIL, row),
                MachineReading.words(events.kind(row), events.textValue(EventText.SOURCE_CLASS, row)),
                file(events.importId(row)),
                events.importId(row),
                events.rawIndex(row));
    }

    private String file(long importId) {
        return files.getOrDefault(importId, "");
    }
}
