package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.container.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * To whom a Mailgun event happened. Most events name one recipient; a refused or stored message names those of its
 * envelope, or has nothing but its {@code To} header (the page "Events", samples "Rejected" and "Stored").
 */
final class MailgunRecipients {
    private MailgunRecipients() {}

    /** The addresses in the order given; empty when the event names none. */
    static List<String> of(JsonNode event) {
        String one = RecordContext.text(event, "recipient");
        if (one != null) {
            return List.of(one);
        }
        JsonNode message = event.path("message");
        List<String> several = new ArrayList<>();
        for (JsonNode recipient : message.path("recipients")) {
            String address = Fields.text(recipient);
            if (address != null) {
                several.add(address);
            }
        }
        String to = RecordContext.text(message.path("headers"), "to");
        return several.isEmpty() && to != null ? addresses(to) : several;
    }

    /** The addresses of a header: names go, quoted ones first since they may hold a comma. */
    private static List<String> addresses(String header) {
        List<String> found = new ArrayList<>();
        for (String mailbox : header.replaceAll("\"[^\"]*\"", "").split(",", -1)) {
            String address =
                    mailbox.substring(mailbox.indexOf('<') + 1).replace(">", "").strip();
            if (address.indexOf('@') > 0) {
                found.add(address);
            }
        }
        return found;
    }
}
