package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * Groups events into messages. A message is one send to one address. The platform's events group by dispatch (or send)
 * id, variant or step, and address; an ESP's events by its message id and address; the ESP's messages are then joined to
 * the platform's ({@link FeedJoin}); an event without any id joins the latest earlier message of its address within five
 * days. Addresses without an event of the message kind form no message. A hashed address is compared as it stands, so
 * its events group inside their source and with any source that hashes alike.
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
        for (int i = 0; i < groupOf.length; i++) {
            int row = rows.at(i);
            groupOf[i] = isAboutAMessage(row) && hasId(row) ? groupOf(row) : -1;
        }
    }

    private boolean isAboutAMessage(int row) {
        return switch (events.kind(row)) {
            case LISTED_INVALID, OTHER -> false;
            default -> true;
        };
    }

    private boolean isPlatform(int row) {
        return platformSource[events.source(row)] && (dispatch(row) >= 0 || send(row) >= 0);
    }

    private boolean hasId(int row) {
        return isPlatform(row) || messageId(row) >= 0;
    }

    private int dispatch(int row) {
        return events.text(EventText.DISPATCH_ID, row);
    }

    private int send(int row) {
        return events.text(EventText.SEND_ID, row);
    }

    private int messageId(int row) {
        return events.text(EventText.MESSAGE_ID, row);
    }

    private int place(int row) {
        int step = events.text(EventText.STEP_ID, row);
        return step >= 0 ? step + 1 : -1 - Math.max(0, events.text(EventText.VARIANT_ID, row) + 1);
    }

    private int hash(int row) {
        int h = events.address(row) * 0x9E3779B1 + events.source(row);
        if (isPlatform(row)) {
            h = h * 31 + (dispatch(row) >= 0 ? dispatch(row) : ~send(row));
            h = h * 31 + place(row);
        } else {
            h = h * 31 + messageId(row) * 0x85EBCA6B;
        }
        return (h ^ h >>> 16) * 0x45D9F3B;
    }

    private boolean same(int a, int b) {
        if (events.address(a) != events.address(b)
                || events.source(a) != events.source(b)
                || isPlatform(a) != isPlatform(b)) {
            return false;
        }
        if (!isPlatform(a)) {
            return messageId(a) == messageId(b);
        }
        boolean sameSend = dispatch(a) >= 0 ? dispatch(a) == dispatch(b) : dispatch(b) < 0 && send(a) == send(b);
        return sameSend && place(a) == place(b);
    }

    private int groupOf(int row) {
        int mask = slots.length - 1;
        int slot = hash(row) & mask;
        while (slots[slot] != 0) {
            int group = slots[slot] - 1;
            if (same(firstEvent[group], row)) {
                return group;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = newGroup(row, isPlatform(row)) + 1;
        if (groups * 2 > slots.length) {
            rehash();
        }
        return groups - 1;
    }

    private int newGroup(int row, boolean fromPlatform) {
        if (groups == firstEvent.length) {
            firstEvent = Arrays.copyOf(firstEvent, groups * 2);
            platform = Arrays.copyOf(platform, groups * 2);
        }
        firstEvent[groups] = row;
        platform[groups] = fromPlatform;
        return groups++;
    }

    private void rehash() {
        int[] wider = new int[slots.length * 2];
        for (int s : slots) {
            if (s != 0) {
                int slot = hash(firstEvent[s - 1]) & (wider.length - 1);
                while (wider[slot] != 0) {
                    slot = (slot + 1) & (wider.length - 1);
                }
                wider[slot] = s;
            }
        }
        slots = wider;
    }

    /** Rows are visited in time order, so the latest message of an address is always an earlier one. */
    private void attachIdLess(int[] joined) {
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
            } else if (isAboutAMessage(row)) {
                boolean near = latest[address] >= 0
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
            if (groupOf[i] >= 0 && groupOf[i] < joined.length && joined[groupOf[i]] >= 0) {
                groupOf[i] = joined[groupOf[i]];
            }
        }
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
