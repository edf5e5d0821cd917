package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.insight.MissingHours.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that one side of the same traffic shows to be missing on the other.
 *
 * <ul>
 *   <li>An hour of a platform's events of one kind is missing when sending services tell of such events of its messages in
 *       that hour, the platform of none of them and of no such event at all, though in other hours it repeats nearly all.
 *   <li>A sending service's hours are missing when a platform names it for the messages of those hours, none of its own
 *       events of them is here, and of other messages nearly all have their service's events. Hours before and after all
 *       that services tell are not missed: an export of one day asks for no other.
 * </ul>
 */
final class EchoHoles {
    /** So many events have to be repeated elsewhere before the absence of one says anything. */
    private static final int LEAST_REPEATED = 10;

    private static final double NEARLY_ALL = 0.95;
    /** A kind that the platform uses for fewer of a service's events is not asked for. */
    private static final double SELDOM = 0.05;

    /** So many messages a service carried before its export is missed. */
    private static final int LEAST_CARRIED = 20;

    private EchoHoles() {}

    /** An hour of a platform's kind of events, and how many of them services tell. */
    record Unheard(MissingHours.Key key, long hour, long events) {}

    /** A stretch of hours of a service that tells nothing of its messages in them. */
    record Silent(int service, long firstHour, long lastHour, long messages) {}

    /** The hours of a platform's events that its services tell and it does not, oldest first within a kind. */
    static List<Unheard> unheard(int source, Echoes.Heard heard, Map<MissingHours.Key, Held> held) {
        Map<EventKind, Map<Long, Long>> found = new TreeMap<>();
        heard.byKind.forEach((kind, hours) -> {
            long both = hours.values().stream().mapToLong(p -> p.both).sum();
            long alone = hours.values().stream().mapToLong(p -> p.alone).sum();
            hours.forEach((hour, here) -> {
                long otherAlone = alone - here.alone;
                if (here.both == 0
                        && here.alone > 0
                        && both >= LEAST_REPEATED
                        && both >= NEARLY_ALL * (both + otherAlone)) {
                    for (EventKind told : kinds(heard.as.getOrDefault(kind, new long[0]), both)) {
                        Held of = held.get(new MissingHours.Key(source, told));
                        if (of != null && !isHeld(source, of, held, hour)) {
                            found.computeIfAbsent(told, k -> new TreeMap<>()).merge(hour, here.alone, Long::sum);
                            break;
                        }
                    }
                }
            });
        });
        List<Unheard> out = new ArrayList<>();
        found.forEach((kind, hours) ->
                hours.forEach((hour, n) -> out.add(new Unheard(new MissingHours.Key(source, kind), hour, n))));
        return out;
    }

    /** The kinds by which a platform repeats a service's events, the usual one first. */
    private static List<EventKind> kinds(long[] as, long all) {
        List<EventKind> kinds = new ArrayList<>();
        for (int k = 0; k < as.length; k++) {
            if (as[k] >= SELDOM * all && as[k] > 0) {
                kinds.add(EventKind.values()[k]);
            }
        }
        kinds.sort(Comparator.comparingLong(k -> -as[k.ordinal()]));
        return kinds;
    }

    /** What the source files under one word comes in one file. */
    private static boolean isHeld(int source, Held of, Map<MissingHours.Key, Held> held, long hour) {
        return held.entrySet().stream()
                .anyMatch(other -> other.getKey().source() == source
                        && (other.getValue() == of
                                || (!of.word.isEmpty() && other.getValue().word.equals(of.word)))
                        && other.getValue().hours.containsKey(hour));
    }

    /** The stretches of hours in which a service that the platform names tells nothing, by service and time. */
    static List<Silent> silent(Echoes.Heard heard) {
        long told = 0;
        long untold = 0;
        TreeSet<Long> here = new TreeSet<>();
        for (Map<Long, Echoes.Pair> hours : heard.byService.values()) {
            for (Map.Entry<Long, Echoes.Pair> hour : hours.entrySet()) {
                if (hour.getValue().both > 0) {
                    told += hour.getValue().both;
                    untold += hour.getValue().alone;
                    here.add(hour.getKey());
                }
            }
        }
        if (told < LEAST_CARRIED || told < NEARLY_ALL * (told + untold)) {
            return List.of();
        }
        List<Silent> out = new ArrayList<>();
        heard.byService.forEach((service, hours) -> {
            Silent run = null;
            for (Map.Entry<Long, Echoes.Pair> e : hours.entrySet()) {
                Echoes.Pair hour = e.getValue();
                if (hour.both > 0) {
                    add(out, run);
                    run = null;
                } else if (hour.alone > 0 && e.getKey() >= here.first() && e.getKey() <= here.last()) {
                    run = run == null
                            ? new Silent(service, e.getKey(), e.getKey(), hour.alone)
                            : new Silent(service, run.firstHour(), e.getKey(), run.messages() + hour.alone);
                }
            }
            add(out, run);
        });
        return out;
    }

    private static void add(List<Silent> out, @Nullable Silent run) {
        if (run != null && run.messages() >= LEAST_CARRIED) {
            out.add(run);
        }
    }
}
