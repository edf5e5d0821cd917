package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Reason;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.EventTable;
import dev.rebound.index.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the incidents of mailbox providers. Replies of one provider for one reason that follow each other within
 * {@link #PAUSE} are one run; a run of enough messages is an incident when the provider answered so to a share of its mail that is
 * so many times its usual one as the operator's {@link Sensitivity} says. Only reasons that speak of the sender, the content or
 * the provider's servers count: a full mailbox is nobody's incident.
 */
public final class Incidents {
    static final Duration PAUSE = Duration.ofMinutes(60);
    /** A provider that never refused may refuse one in a hundred before it is remarkable. */
    static final double LEAST_USUAL = 0.01;

    private static final int DIFFERENCES = 6;
    private static final Set<Reason> OF_THE_SERVER = EnumSet.of(
            Reason.SERVER_UNAVAILABLE,
            Reason.NETWORK_ERROR,
            Reason.RATE_LIMITED,
            Reason.GREYLISTED,
            Reason.DELIVERY_EXPIRED,
            Reason.UNDETERMINED);
    private static final List<Field> COMPARED =
            List.of(Field.POOL, Field.IP, Field.ESP, Field.CAMPAIGN, Field.DOMAIN, Field.FROM, Field.SUBJECT);

    private final EventTable events;
    private final MessageTable messages;
    private final Table.Codes providers;
    private final Sensitivity sensitivity;
    private final Map<Integer, int[]> byProvider = new TreeMap<>();
    private final Map<Integer, Map<Field, Map<String, Long>>> countsOfProvider = new HashMap<>();

    /** What a message met: a reply at a time. */
    private record Met(int message, int event) {}

    private record Group(int provider, Reason reason) {}

    private Incidents(EventTable events, MessageTable messages, Table.Codes providers, Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
        this.events = events;
        this.messages = messages;
        this.providers = providers;
        int[] sizes = new int[providers.codes() + 1];
        for (int m = 0; m < messages.size(); m++) {
            if (messages.kind(m) == MessageKind.SENT) {
                sizes[providers.code(m) + 1]++;
            }
        }
        int[] used = new int[sizes.length];
        for (int m = 0; m < messages.size(); m++) {
            if (messages.kind(m) == MessageKind.SENT) {
                int provider = providers.code(m);
                byProvider.computeIfAbsent(provider, p -> new int[sizes[p + 1]])[used[provider + 1]++] = m;
            }
        }
    }

    /** The incidents of a picture: refusals first, then the delays, each with the most messages first. */
    public static List<Incident> of(Picture picture) {
        MessageTable messages = picture.messages();
        Table.Codes providers = messages.codes(Field.PROVIDER);
        if (providers == null) {
            return List.of();
        }
        Incidents incidents = new Incidents(
                picture.events(), messages, providers, picture.settings().sensitivity());
        List<Incident> found = new ArrayList<>();
        for (Incident.Kind kind : Incident.Kind.values()) {
            incidents.groups(kind).forEach((group, met) -> found.addAll(incidents.runs(kind, group, met)));
        }
        found.sort(Comparator.comparing(Incident::kind)
                .thenComparing(
                        Comparator.comparingInt((Incident i) -> i.messages().size())
                                .reversed())
                .thenComparing(Incident::from)
                .thenComparing(Incident::provider));
        return found;
    }

    private Map<Group, List<Met>> groups(Incident.Kind kind) {
        Map<Group, List<Met>> groups = new HashMap<>();
        byProvider.forEach((provider, all) -> {
            for (int m : all) {
                int event = kind == Incident.Kind.REFUSED ? refusal(m) : firstDelay(m);
                if (event >= 0) {
                    groups.computeIfAbsent(new Group(provider, events.reason(event)), g -> new ArrayList<>())
                            .add(new Met(m, event));
                }
            }
        });
        return groups;
    }

    /** The reply that refused a message for what is not the recipient's; -1 where none did. */
    private int refusal(int m) {
        MessageState state = messages.state(m);
        int event = messages.decidingEvent(m);
        return state == MessageState.BLOCKED
                        || (state == MessageState.UNRECOGNISED && events.bounceClass(event) != BounceClass.HARD)
                ? event
                : -1;
    }

    private int firstDelay(int m) {
        return firstDelay(messages, m);
    }

    private static int firstDelay(MessageTable messages, int m) {
        EventTable events = messages.events;
        if (!messages.isTold(m, EventKind.DEFERRAL)) {
            return -1;
        }
        for (int row : messages.eventsOf(m)) {
            if (events.kind(row) == EventKind.DEFERRAL) {
                return OF_THE_SERVER.contains(events.reason(row)) || events.bounceClass(row) == BounceClass.BLOCK
                        ? row
                        : -1;
            }
        }
        return -1;
    }

    private List<Incident> runs(Incident.Kind kind, Group group, List<Met> met) {
        met.sort(Comparator.comparingInt(Met::event));
        List<Incident> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= met.size(); i++) {
            boolean ends = i == met.size() || time(met.get(i)) - time(met.get(i - 1)) > PAUSE.toMillis();
            if (ends) {
                if (i - from >= sensitivity.leastMessages()) {
                    incident(kind, group, met.subList(from, i), met.size(), out);
                }
                from = i;
            }
        }
        return out;
    }

    private long time(Met met) {
        return events.timeMillis(met.event());
    }

    private void incident(Incident.Kind kind, Group group, List<Met> run, int allSuch, List<Incident> out) {
        int[] mine = byProvider.getOrDefault(group.provider(), new int[0]);
        long begin = time(run.getFirst());
        long end = time(run.getLast());
        List<Integer> answered = Arrays.stream(mine)
                .filter(m -> begin <= met(kind, m) && met(kind, m) <= end)
                .boxed()
                .toList();
        long seen = answered.size();
        double usual = (double) (allSuch - run.size()) / Math.max(1, mine.length - seen);
        double share = (double) run.size() / Math.max(1, seen);
        if (share < sensitivity.timesUsual() * Math.max(usual, LEAST_USUAL)) {
            return;
        }
        List<Integer> rows = run.stream().map(Met::message).sorted().toList();
        out.add(new Incident(
                kind,
                providers.text(group.provider()),
                group.reason(),
                Instant.ofEpochMilli(begin),
                Instant.ofEpochMilli(lastSuch(kind, group, rows, end)),
                rows,
                seen,
                usual,
                rows.stream().filter(m -> isDelivered(messages.state(m))).count(),
                byCount(rows, Field.CAMPAIGN),
                byCount(rows, Field.ESP),
                differences(group.provider(), rows, mine),
                new NamedMessages(messages).filter(answered),
                filter(kind, group, rows, begin, end)));
    }

    /** A message may be put off again and again for the same reason: the incident lasts as long as that goes on. */
    private long lastSuch(Incident.Kind kind, Group group, List<Integer> rows, long end) {
        if (kind == Incident.Kind.REFUSED) {
            return end;
        }
        return rows.stream()
                .flatMap(m -> Arrays.stream(messages.eventsOf(m)).boxed())
                .filter(row -> events.kind(row) == EventKind.DEFERRAL && events.reason(row) == group.reason())
                .mapToLong(events::timeMillis)
                .max()
                .orElse(end);
    }

    private static boolean isDelivered(@org.jspecify.annotations.Nullable MessageState state) {
        return state != null && state.isDelivery();
    }

    /** When a message counts as seen by the provider: its first delay, else what decided it. */
    private long met(Incident.Kind kind, int m) {
        return met(messages, kind, m);
    }

    /** The same for who looks at one incident alone. */
    static long met(MessageTable messages, Incident.Kind kind, int m) {
        int delay = kind == Incident.Kind.DELAYED ? firstDelay(messages, m) : -1;
        return messages.events.timeMillis(delay >= 0 ? delay : messages.decidingEvent(m));
    }

    /** A message that was put off is decided later, so a delay is told by the addresses that it touched. */
    private Filter filter(Incident.Kind kind, Group group, List<Integer> rows, long begin, long end) {
        Filter ofProvider = Filter.is(Field.PROVIDER, providers.text(group.provider()));
        if (kind == Incident.Kind.REFUSED) {
            return Filter.and(
                    ofProvider,
                    Filter.and(
                            Filter.is(Field.REASON, group.reason().code()),
                            Filter.and(Filter.is(Field.FLAG, "sent"), at(begin, end))));
        }
        Filter touched = Filter.and(
                oneOf(
                        Field.ADDRESS,
                        rows.stream()
                                .map(m -> events.dictionaries().addresses().value(messages.address(m)))
                                .distinct()
                                .toList()),
                oneOf(Field.CAMPAIGN, byCount(rows, Field.CAMPAIGN)));
        long first = rows.stream().mapToLong(messages::timeMillis).min().orElse(begin);
        long last = rows.stream().mapToLong(messages::timeMillis).max().orElse(end);
        Filter sentAndPutOff =
                Filter.and(Filter.is(Field.FLAG, "sent"), Filter.is(Field.FLAG, FlagWord.DEFERRED.word()));
        return Filter.and(ofProvider, Filter.and(sentAndPutOff, Filter.and(at(first, last), touched)));
    }

    private static Filter oneOf(Field field, List<String> values) {
        if (values.isEmpty()) {
            return Filter.all();
        }
        return values.size() == 1
                ? Filter.is(field, values.getFirst())
                : new Filter.Term(
                        field,
                        new Match.OneOf(
                                values.stream().<Match>map(Match.Exact::new).toList()));
    }

    private static Filter at(long begin, long end) {
        return new Filter.Term(
                Field.AT,
                new Match.Range(
                        Instant.ofEpochMilli(begin)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        Instant.ofEpochMilli(end)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
    }

    private Map<String, Long> counts(int[] rows, Field field) {
        Table.Codes column = messages.codes(field);
        Map<Integer, Long> byCode = new HashMap<>();
        if (column != null) {
            for (int row : rows) {
                byCode.merge(column.code(row), 1L, Long::sum);
            }
        }
        Map<String, Long> counts = new HashMap<>();
        byCode.forEach((code, n) -> {
            if (code >= 0 && column != null) {
                counts.merge(column.text(code), n, Long::sum);
            }
        });
        return counts;
    }

    private static int[] ints(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<String> byCount(List<Integer> rows, Field field) {
        return counts(ints(rows), field).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param inside some of the provider's messages, and {@code all} of them */
    private List<Incident.Difference> differences(int provider, List<Integer> inside, int[] all) {
        int outside = all.length - inside.size();
        List<Incident.Difference> out = new ArrayList<>();
        for (Field field : COMPARED) {
            Map<String, Long> known = countsOfProvider
                    .computeIfAbsent(provider, p -> new HashMap<>())
                    .computeIfAbsent(field, f -> counts(all, f));
            counts(ints(inside), field).forEach((value, n) -> {
                double share = (double) n / inside.size();
                double usual = (double) (known.getOrDefault(value, 0L) - n) / Math.max(1, outside);
                if (share > usual) {
                    out.add(new Incident.Difference(field, value, share, usual));
                }
            });
        }
        out.sort(Comparator.comparingDouble((Incident.Difference d) -> d.outsideShare() - d.insideShare())
                .thenComparingInt(d -> COMPARED.indexOf(d.field()))
                .thenComparing(Incident.Difference::value));
        return out.subList(0, Math.min(DIFFERENCES, out.size()));
    }
}
