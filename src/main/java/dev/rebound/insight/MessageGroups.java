package dev.rebound.insight;

import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * Groups events into messages. A message is one send to one address. The platform's events group by dispatch (or send)
 * id, variant or step, and address; an ESP's events by its message id and address; the ESP's messages are then joined to
 * the platform's ({@link FeedJoin}); a platform's event without a dispatch belongs to the latest send of its campaign and step to its
 * address ({@link CampaignSends}); any other event without an id joins the message whose header it
 * quotes ({@link QuotedIds}), else the latest earlier message of its address within five days. Addresses without an event of the message kind form no message. A hashed address is compared as it stands, so
 * its events group inside their source and with any source that hashes alike.
 *
 * <p>An event that leaves out the variant or step belongs to the message of its dispatch that names it ({@link LooseEvents}).
 *
 * <p>A source is a platform when it names dispatches (or sends) without message ids; an ESP that passes the platform's
 * dispatch id through still groups by its own message id.
 */
final class MessageGroups {
    private static final long ID_LESS_REACH_MILLIS = 5 * 86_400_000L;

    private final EventTable events;
    private final EventRows rows;
    /** Group of each of the rows; -1 for events that belong to no message. */
    private final int[] groupOf;

    private int[] firstEvent = new int[64];
    private boolean[] platform = new boolean[64];
    private int groups;
    private final boolean[] platformSource;
    private int[] slots = new int[256];
    /** What tells each group from others, two numbers a group. */
    private long[] keys = new long[128];

    private MessageGroups(EventTable events, EventRows rows, boolean[] platformSource) {
        this.events = events;
        this.rows = rows;
        this.groupOf = new int[rows.size()];
        this.platformSource = platformSource;
    }

    /**
     * Messages as runs of event rows: message m has {@code rows[starts[m]] .. rows[starts[m + 1] - 1]}, in time order.
     *
     * @param join of each message, what {@link Joined} says
     * @param espSource of each message, the source of the ESP's part that was joined, or is alone; -1 where none is
     */
    record Messages(int[] starts, int[] rows, byte[] join, short[] espSource) {
        int count() {
            return starts.length - 1;
        }
    }

    /** The messages of some rows: all events of some addresses. What an address has depends on no other. */
    static Messages of(EventTable events, EventRows rows, boolean[] platformSource) {
        MessageGroups g = new MessageGroups(events, rows, platformSource);
        g.groupByIds();
        FeedJoin join = new FeedJoin(events, rows, g.groupOf, g.groups, g.platform, g.firstEvent);
        int[] joined = join.targets();
        g.attachIdLess(joined);
        return g.messages(joined, join);
    }

    private void groupByIds() {
        boolean byCampaign = false;
        boolean loose = false;
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows.at(i);
            boolean later = isLoose(row);
            groupOf[i] = isAboutAMessage(row) && !later ? groupOf(row) : -1;
            byCampaign |= !later && groupOf[i] < 0 && isNamedByCampaign(row);
            loose |= later;
        }
        if (loose) {
            groupLoose();
        }
        if (byCampaign) {
            groupByCampaign();
        }
        // All groups by ids are found; what found them is the largest thing here.
        slots = new int[0];
        keys = new long[0];
    }

    private boolean isAboutAMessage(int row) {
        return switch (events.kind(row)) {
            case LISTED_INVALID, OTHER -> false;
            default -> true;
        };
    }

    /** Those that leave the variant or step out go to the message of their dispatch that names it; else they are one themselves. */
    private void groupLoose() {
        LooseEvents close = new LooseEvents(events, firstEvent, platform, groups);
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows.at(i);
            if (groupOf[i] < 0 && isLoose(row)) {
                int of = close.groupOf(row);
                groupOf[i] = of >= 0 ? of : groupOf(row);
            }
        }
    }

    private boolean isLoose(int row) {
        return platformSource[events.source(row)] && isAboutAMessage(row) && LooseEvents.isLoose(events, row);
    }

    private boolean isNamedByCampaign(int row) {
        return isAboutAMessage(row) && PlatformSources.namesOnlyItsCampaign(events, row);
    }

    private void groupByCampaign() {
        CampaignSends sends = new CampaignSends(events);
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows.at(i);
            if (groupOf[i] < 0 && isNamedByCampaign(row)) {
                int known = sends.groupOf(row);
                groupOf[i] = known < 0 ? newGroup(row, true) : known;
                if (known < 0) {
                    sends.begin(row, groupOf[i]);
                }
            } else if (groupOf[i] >= 0 && platform[groupOf[i]] && events.kind(row) == EventKind.SEND) {
                sends.begin(row, groupOf[i]);
            }
        }
    }

    /** The group of an event by its ids; -1 where it has none. Events of one group have the same two numbers. */
    private int groupOf(int row) {
        EventColumns columns = events.columns(row);
        int at = events.place(row);
        int source = columns.source().at(at);
        if (platformSource[source]) {
            int dispatch = columns.text(EventText.DISPATCH_ID).at(at);
            int send = dispatch >= 0 ? -1 : columns.text(EventText.SEND_ID).at(at);
            if (dispatch >= 0 || send >= 0) {
                int step = columns.text(EventText.STEP_ID).at(at);
                int place = step >= 0
                        ? step + 1
                        : -1 - Math.max(0, columns.text(EventText.VARIANT_ID).at(at) + 1);
                return groupOf(row, source, true, dispatch >= 0 ? dispatch : ~send, place);
            }
        }
        int messageId = columns.text(EventText.MESSAGE_ID).at(at);
        return messageId >= 0 ? groupOf(row, source, false, messageId, 0) : -1;
    }

    private int groupOf(int row, int source, boolean fromPlatform, int id, int place) {
        long who = ((long) events.address(row) << 32) | (id & 0xffff_ffffL);
        long where = ((long) ((source << 1) | (fromPlatform ? 1 : 0)) << 32) | (place & 0xffff_ffffL);
        int mask = slots.length - 1;
        int slot = hash(who, where) & mask;
        while (slots[slot] != 0) {
            int group = slots[slot] - 1;
            if (keys[2 * group] == who && keys[2 * group + 1] == where) {
                return group;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = newGroup(row, fromPlatform) + 1;
        if (keys.length < 2 * groups) {
            keys = Arrays.copyOf(keys, keys.length + (keys.length >> 1));
        }
        keys[2 * groups - 2] = who;
        keys[2 * groups - 1] = where;
        if (groups * 2 > slots.length) {
            rehash();
        }
        return groups - 1;
    }

    private static int hash(long who, long where) {
        long h = who * 0x9E3779B97F4A7C15L + where;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (h ^ (h >>> 32));
    }

    private int newGroup(int row, boolean fromPlatform) {
        if (groups == firstEvent.length) {
            firstEvent = Arrays.copyOf(firstEvent, groups + (groups >> 1));
            platform = Arrays.copyOf(platform, groups + (groups >> 1));
        }
        firstEvent[groups] = row;
        platform[groups] = fromPlatform;
        return groups++;
    }

    private void rehash() {
        int[] wider = new int[slots.length * 2];
        for (int group = 0; group < groups; group++) {
            int slot = hash(keys[2 * group], keys[2 * group + 1]) & (wider.length - 1);
            while (wider[slot] != 0) {
                slot = (slot + 1) & (wider.length - 1);
            }
            wider[slot] = group + 1;
        }
        slots = wider;
    }

    /** Rows are visited in time order, so the latest message of an address is always an earlier one. */
    private void attachIdLess(int[] joined) {
        QuotedIds quoted = QuotedIds.of(events, rows, groupOf, joined);
        int[] latest = new int[events.dictionaries().addresses().size()];
        int[] latestRow = new int[latest.length];
        Arrays.fill(latest, -1);
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows.at(i);
            int address = events.address(row);
            if (groupOf[i] >= 0) {
                if (events.kind(row) == EventKind.SEND) {
                    latest[address] = groupOf[i];
                    latestRow[address] = row;
                }
            } else if (quoted.quotedBy(row) >= 0) {
                groupOf[i] = quoted.quotedBy(row);
            } else if (isAboutAMessage(row)) {
                boolean near = latest[address] >= 0
                        && !quoted.quotesAnother(row, whole(latest[address], joined))
                        && events.timeMillis(row) - events.timeMillis(latestRow[address]) <= ID_LESS_REACH_MILLIS;
                boolean starts = events.kind(row) == EventKind.SEND || events.kind(row) == EventKind.ABORT;
                if (near && !starts) {
                    groupOf[i] = latest[address];
                } else {
                    groupOf[i] = newGroup(row, false);
                    latest[address] = groupOf[i];
                    latestRow[address] = row;
                }
            }
        }
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = groupOf[i] >= 0 ? whole(groupOf[i], joined) : -1;
        }
    }

    private static int whole(int group, int[] joined) {
        return group < joined.length && joined[group] >= 0 ? joined[group] : group;
    }

    private Messages messages(int[] joined, FeedJoin report) {
        int[] number = new int[groups];
        int count = 0;
        for (int g = 0; g < groups; g++) {
            number[g] = g < joined.length && joined[g] >= 0 ? -1 : count++;
        }
        byte[] join = new byte[count];
        short[] espSource = new short[count];
        Arrays.fill(espSource, (short) -1);
        for (int g = 0; g < joined.length; g++) {
            int m = number[joined[g] >= 0 ? joined[g] : g];
            if (platform[g]) {
                join[m] |= report.isSent(g) ? Joined.SENT : 0;
            } else {
                join[m] |= joined[g] < 0 ? Joined.ALONE : report.isById(g) ? Joined.BY_ID : Joined.BY_TIME;
                espSource[m] = (short) events.source(firstEvent[g]);
            }
        }
        int[] starts = new int[count + 1];
        for (int g : groupOf) {
            if (g >= 0) {
                starts[number[g] + 1]++;
            }
        }
        for (int m = 0; m < count; m++) {
            starts[m + 1] += starts[m];
        }
        int[] next = Arrays.copyOf(starts, count);
        int[] of = new int[starts[count]];
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= 0) {
                of[next[number[groupOf[i]]]++] = rows.at(i);
            }
        }
        return new Messages(starts, of, join, espSource);
    }
}
