package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the message that a bounce mail quotes. A mail knows the {@code Message-ID} header of what came back (RFC 5322, 3.6.4),
 * not the service's id; services that write the header themselves begin it with theirs ({@code ID@email.amazonses.com},
 * {@code ID@geopod-ismtpd-1}). Only addresses of which a mail quotes something are looked at.
 */
final class QuotedIds {
    private final EventTable events;
    private final Map<String, Integer> groupOf = new HashMap<>();
    private final Map<Integer, String> headerOf = new HashMap<>();

    private QuotedIds(EventTable events) {
        this.events = events;
    }

    /**
     * What the messages of some rows can be quoted by.
     *
     * @param group of each row, -1 where it has none
     * @param joined of each group the one that it is a part of, -1 for itself
     */
    static QuotedIds of(EventTable events, EventRows rows, int[] group, int[] joined) {
        QuotedIds ids = new QuotedIds(events);
        BitSet quoted = new BitSet();
        for (int i = 0; i < group.length; i++) {
            if (group[i] < 0 && events.text(EventText.HEADER_MESSAGE_ID, rows.at(i)) >= 0) {
                quoted.set(events.address(rows.at(i)));
            }
        }
        for (int i = 0; !quoted.isEmpty() && i < group.length; i++) {
            if (group[i] >= 0 && quoted.get(events.address(rows.at(i)))) {
                ids.add(rows.at(i), joined[group[i]] >= 0 ? joined[group[i]] : group[i]);
            }
        }
        return ids;
    }

    private void add(int row, int group) {
        String header = events.textValue(EventText.HEADER_MESSAGE_ID, row);
        String id = events.textValue(EventText.MESSAGE_ID, row);
        if (header == null && id != null && id.indexOf('@') > 0) {
            header = id;
        }
        if (header != null) {
            groupOf.putIfAbsent(key(row, header), group);
            headerOf.putIfAbsent(group, header);
        }
        if (id != null) {
            groupOf.putIfAbsent(key(row, id), group);
        }
    }

    private String key(int row, String id) {
        return events.address(row) + " " + id;
    }

    /** The group of the message that an event quotes; -1 where it quotes none that is known. */
    int quotedBy(int row) {
        String header = events.textValue(EventText.HEADER_MESSAGE_ID, row);
        if (header == null) {
            return -1;
        }
        int whole = groupOf.getOrDefault(key(row, header), -1);
        int at = header.indexOf('@');
        return whole >= 0 || at < 1 ? whole : groupOf.getOrDefault(key(row, header.substring(0, at)), -1);
    }

    /** Whether an event quotes another message than that of a group: both headers are known and differ. */
    boolean quotesAnother(int row, int group) {
        String header = events.textValue(EventText.HEADER_MESSAGE_ID, row);
        @Nullable String its = headerOf.get(group);
        return header != null && its != null && !header.equals(its);
    }
}
