package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for each message of an ESP, the platform's send that it carried out. Where the ESP passes the platform's
 * dispatch id through, or the platform knows the ESP's message id, the two ids decide. Else the join is by address and
 * time: an ESP message that was accepted belongs to a send at most {@link JoinReport#ACCEPTED_WITHIN} away; one whose
 * acceptance is not in the data belongs to the nearest send before its first event within
 * {@link JoinReport#ANSWERED_WITHIN}. Where the file with the platform's send is missing, the two are one message when both
 * tell the same answer at about the same time. Each send is carried out once. Two that contradict each other are joined last; a
 * send of the same campaign name wins over a nearer one, and one that tells the same answer over one that tells none. What is
 * left is told by nearness, and by the order in which both were made: a service takes mails in the order in which they come.
 * The result does not depend on the order of the files.
 */
final class FeedJoin {
    /** Clocks of two companies differ a little. */
    static final long CLOCK_SKEW_MILLIS = 2 * 60_000L;

    /** Two answers of the same kind this far apart are one; {@link #NONE} stands for no such answer. */
    private static final long NONE = Long.MAX_VALUE;

    private record Pair(
            int esp,
            int send,
            boolean byTime,
            boolean contradicts,
            boolean otherCampaign,
            long answersApart,
            long apart) {
        /** Whether only nearness speaks for these and for those. */
        boolean isAsWeakAs(Pair other) {
            return byTime
                    && other.byTime
                    && answersApart == NONE
                    && other.answersApart == NONE
                    && contradicts == other.contradicts
                    && otherCampaign == other.otherCampaign;
        }
    }

    private final EventTable events;
    private final int groups;
    private final boolean[] platform;
    private final int[] firstEvent;
    private final boolean[] accepted;
    private final boolean[] sent;
    private final int[] target;
    private final boolean[] byId;
    /** The rows of group g are {@code rows[starts[g]] .. rows[starts[g + 1] - 1]}, in time order. */
    private final int[] starts;

    private final int[] rows;

    FeedJoin(EventTable events, EventRows of, int[] groupOf, int groups, boolean[] platform, int[] firstEvent) {
        this.events = events;
        this.groups = groups;
        this.platform = platform;
        this.firstEvent = firstEvent;
        this.accepted = new boolean[groups];
        this.sent = new boolean[groups];
        this.target = new int[groups];
        this.byId = new boolean[groups];
        Arrays.fill(target, -1);
        starts = new int[groups + 1];
        for (int i = 0; i < groupOf.length; i++) {
            int g = groupOf[i];
            if (g >= 0) {
                starts[g + 1]++;
                if (events.kind(of.at(i)) == EventKind.SEND) {
                    accepted[g] |= !platform[g];
                    sent[g] |= platform[g];
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        rows = new int[starts[groups]];
        int[] next = Arrays.copyOf(starts, groups);
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= 0) {
                rows[next[groupOf[i]]++] = of.at(i);
            }
        }
    }

    /** For each group the platform's group that it belongs to, or -1 for itself. */
    int[] targets() {
        int[] byAddress = groupsByAddress();
        int from = 0;
        while (from < byAddress.length) {
            int to = from;
            boolean esp = false;
            boolean send = false;
            while (to < byAddress.length && address(byAddress[to]) == address(byAddress[from])) {
                esp |= !platform[byAddress[to]];
                send |= platform[byAddress[to]];
                to++;
            }
            if (esp && send) {
                pair(byAddress, from, to);
            }
            from = to;
        }
        return target;
    }

    private int address(int group) {
        return events.address(firstEvent[group]);
    }

    private long time(int group) {
        return events.timeMillis(firstEvent[group]);
    }

    /** Groups are numbered by their first event, so a stable sort by address keeps each address in time order. */
    private int[] groupsByAddress() {
        int[] starts = new int[events.dictionaries().addresses().size() + 1];
        for (int g = 0; g < groups; g++) {
            starts[address(g) + 1]++;
        }
        for (int a = 1; a < starts.length; a++) {
            starts[a] += starts[a - 1];
        }
        int[] out = new int[groups];
        for (int g = 0; g < groups; g++) {
            out[starts[address(g)]++] = g;
        }
        return out;
    }

    private void pair(int[] byAddress, int from, int to) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int esp = byAddress[i];
            for (int j = from; !platform[esp] && j < to; j++) {
                Pair pair = platform[byAddress[j]] ? possible(esp, byAddress[j]) : null;
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::byTime)
                .thenComparing(Pair::contradicts)
                .thenComparing(Pair::otherCampaign)
                .thenComparingLong(Pair::answersApart)
                .thenComparingLong(Pair::apart)
                .thenComparingInt(Pair::send)
                .thenComparingInt(Pair::esp));
        Set<Integer> taken = new HashSet<>();
        List<Pair> made = new ArrayList<>();
        for (Pair p : pairs) {
            if (!taken.contains(p.esp()) && !taken.contains(p.send())) {
                taken.add(p.esp());
                taken.add(p.send());
                made.add(p);
            }
        }
        if (made.size() > 1) {
            uncross(made, pairs);
        }
        for (Pair p : made) {
            target[p.esp()] = p.send();
            byId[p.esp()] = !p.byTime();
        }
    }

    /** The pair of a message and a send that can be one; null where they cannot. */
    private @Nullable Pair possible(int esp, int send) {
        long after = time(esp) - time(send);
        boolean named = sharesId(esp, send);
        if (!named && otherIds(esp, send)) {
            return null;
        }
        Duration reach = accepted[esp] ? JoinReport.ACCEPTED_WITHIN : JoinReport.ANSWERED_WITHIN;
        boolean near = after >= -CLOCK_SKEW_MILLIS && after <= reach.toMillis();
        if (!named && sent[send] && !near) {
            return null;
        }
        long answersApart = answersApart(esp, send);
        if (!named && !sent[send] && answersApart == NONE) {
            return null;
        }
        return new Pair(
                esp, send, !named, contradict(esp, send), otherCampaign(esp, send), answersApart, Math.abs(after));
    }

    private static long key(int esp, int send) {
        return ((long) esp << 32) | send;
    }

    /** Nearest pairs may cross; where nothing but nearness speaks, the earlier message carries out the earlier send. */
    private void uncross(List<Pair> made, List<Pair> pairs) {
        Map<Long, Pair> possible = new HashMap<>();
        pairs.forEach(p -> possible.put(key(p.esp(), p.send()), p));
        made.sort(Comparator.comparingLong((Pair p) -> time(p.send())).thenComparingInt(Pair::send));
        boolean crossed = true;
        while (crossed) {
            crossed = false;
            for (int i = 1; i < made.size(); i++) {
                Pair a = made.get(i - 1);
                Pair b = made.get(i);
                Pair first = possible.get(key(b.esp(), a.send()));
                Pair second = possible.get(key(a.esp(), b.send()));
                if (time(a.esp()) > time(b.esp())
                        && first != null
                        && second != null
                        && a.isAsWeakAs(b)
                        && a.isAsWeakAs(first)
                        && a.isAsWeakAs(second)) {
                    made.set(i - 1, first);
                    made.set(i, second);
                    crossed = true;
                }
            }
        }
    }

    /** How far apart the nearest two answers of the same kind are, at most the clocks' skew; else {@link #NONE}. */
    private long answersApart(int a, int b) {
        long nearest = NONE;
        for (int i = starts[a]; i < starts[a + 1]; i++) {
            for (int j = starts[b]; j < starts[b + 1]; j++) {
                long apart = Math.abs(events.timeMillis(rows[i]) - events.timeMillis(rows[j]));
                if (apart <= CLOCK_SKEW_MILLIS && sameAnswer(events.kind(rows[i]), events.kind(rows[j]))) {
                    nearest = Math.min(nearest, apart);
                }
            }
        }
        return nearest;
    }

    /**
     * Whether one was delivered and the other failed. The platform's soft bounce may be one of several tries, which the
     * service calls a deferral.
     */
    private boolean contradict(int a, int b) {
        Set<EventKind> of = kinds(a);
        Set<EventKind> other = kinds(b);
        boolean sameFails = isFailed(of) && isFailed(other);
        boolean bothArrive = of.contains(EventKind.DELIVERY) && other.contains(EventKind.DELIVERY);
        return isLast(of) && isLast(other) && !sameFails && !bothArrive && !isTry(of, other) && !isTry(other, of);
    }

    private Set<EventKind> kinds(int group) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            kinds.add(events.kind(rows[i]));
        }
        return kinds;
    }

    private static boolean isFailed(Set<EventKind> kinds) {
        return kinds.stream().anyMatch(EventKind::isFailure);
    }

    private static boolean isLast(Set<EventKind> kinds) {
        return kinds.contains(EventKind.DELIVERY) || isFailed(kinds);
    }

    private static boolean isTry(Set<EventKind> soft, Set<EventKind> deferred) {
        return soft.contains(EventKind.SOFT_BOUNCE) && deferred.contains(EventKind.DEFERRAL);
    }

    /** What one feed calls a block or a drop another may call a bounce; a send is no answer. */
    private static boolean sameAnswer(EventKind a, EventKind b) {
        return a != EventKind.SEND && b != EventKind.SEND && (a == b || (a.isFailure() && b.isFailure()));
    }

    private boolean sharesId(int esp, int send) {
        return same(EventText.DISPATCH_ID, esp, send) || same(EventText.MESSAGE_ID, esp, send);
    }

    /** Whether both name a dispatch and name different ones: then no nearness makes them one message. */
    private boolean otherIds(int esp, int send) {
        return events.text(EventText.DISPATCH_ID, firstEvent[esp]) >= 0
                && events.text(EventText.DISPATCH_ID, firstEvent[send]) >= 0;
    }

    private boolean same(EventText id, int a, int b) {
        int code = events.text(id, firstEvent[a]);
        return code >= 0 && code == events.text(id, firstEvent[b]);
    }

    /** Whether both name a campaign and the names differ. */
    private boolean otherCampaign(int esp, int send) {
        String a = events.textValue(EventText.CAMPAIGN, firstEvent[esp]);
        String b = events.textValue(EventText.CAMPAIGN, firstEvent[send]);
        return a != null && b != null && !a.equalsIgnoreCase(b);
    }

    /** Whether a group of the platform has a send. */
    boolean isSent(int group) {
        return sent[group];
    }

    /** Whether a group that was joined was joined by an id. */
    boolean isById(int group) {
        return byId[group];
    }
}
