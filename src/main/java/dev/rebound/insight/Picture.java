package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventText;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import dev.rebound.index.Questions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at one state of the data and one moment: the messages with their states, the gaps, the ledger of
 * addresses, the coverage. Immutable and safe for any thread; after an import a new one replaces it.
 */
public final class Picture {
    /** Above this share of the events, making all anew is the shorter way. */
    private static final double LARGEST_CHANGE = 0.4;

    private final EventTable events;
    private final MessageTable messages;
    private final Later<AddressLedger> ledger;
    private final AddressFacts addresses;
    private final Coverage coverage;
    private final Later<JoinReport> joins;
    private final Map<Long, SourceFile> files;
    private final ReplyPatterns patterns;
    private final Questions questions;
    private final Filter pinned;
    private final Notes notes;
    private final LogLines lines;
    private final CasePins casePins;
    private final PinnedRows pinnedRows;
    private final Instant now;
    private final ZoneId zone;
    private final List<SubscriptionFact> subscriptions;
    private final DataSettings settings;
    private final UnaryOperator<String> replyPattern;
    private final boolean[] platformSource;
    private final CoverageCounts counts;
    private final RetryWindows windows;
    /** The accounts of all messages, which every screen asks for. */
    private final Map<GapBy, List<GapGroup>> gaps = new ConcurrentHashMap<>();

    private @Nullable List<Incident> incidents;
    private @Nullable Set<Integer> refused;
    private @Nullable EventLog eventLog;
    private @Nullable Questions eventQuestions;

    /** What an import, an undo or a decision does not change of a picture, and what is known anew. */
    public record Base(
            List<SubscriptionFact> subscriptions,
            Iterable<Repeats> repeats,
            List<SourceFile> sources,
            DataSettings settings,
            UnaryOperator<String> replyPattern,
            Instant now,
            ZoneId zone) {}

    /** What was worked out of the events before the picture is put together. */
    record Worked(
            EventTable events,
            boolean[] platformSource,
            CoverageCounts counts,
            Coverage coverage,
            RetryWindows windows,
            MessageColumns columns,
            MessageTable.Labelled labelled,
            AddressDomains domains) {}

    /** @param validities of the addresses, where they are known; null has the ledger tell them */
    private Picture(Worked worked, Base base, @Nullable Later<byte[]> validities) {
        this.events = worked.events();
        this.subscriptions = List.copyOf(base.subscriptions());
        this.settings = base.settings();
        this.replyPattern = base.replyPattern();
        this.now = base.now();
        this.zone = base.zone();
        this.platformSource = worked.platformSource();
        this.counts = worked.counts();
        this.coverage = worked.coverage();
        this.windows = worked.windows();
        Dictionary keys = events.dictionaries().addresses();
        int known = keys.size();
        this.addresses = new AddressFacts(
                worked.domains(),
                keys,
                base.subscriptions(),
                validities != null ? validities : new Later<>(() -> ledger().validities(keys, known)));
        files = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        base.sources().forEach(f -> {
            files.put(f.importId(), f);
            names.put(f.importId(), f.name());
        });
        patterns = new ReplyPatterns(events.dictionaries().texts(EventText.REPLY), replyPattern);
        joins = new Later<>(() -> Joined.report(events(), worked.columns()));
        messages = new MessageTable(events, worked.columns(), worked.labelled(), addresses, windows, names, patterns);
        ledger = new Later<>(() -> addressesAsOf(Instant.MAX));
        lines = new LogLines(events, messages, addresses, names);
        pinned = Filter.all();
        notes = new Notes(settings.notes(), settings.addressNotes(), messages);
        casePins = CasePins.NONE;
        pinnedRows = new PinnedRows(CasePins.NONE, null);
        questions = new Questions(asked(), relativeTo(), zone);
    }

    static Picture of(Worked worked, Base base, Later<byte[]> validities) {
        return new Picture(worked, base, validities);
    }

    AddressFacts facts() {
        return addresses;
    }

    RetryWindows windows() {
        return windows;
    }

    CoverageCounts counts() {
        return counts;
    }

    static AddressDomains domains(EventTable events, DataSettings settings) {
        return new AddressDomains(
                events.dictionaries().addresses(), MailboxProviders.with(settings.providersByDomain()));
    }

    private AddressLedger ledger() {
        return ledger.get();
    }

    private Picture(Picture same, Filter pinned, ZoneId zone, CasePins casePins, PinnedRows pinnedRows) {
        this.events = same.events;
        this.messages = same.messages;
        this.ledger = same.ledger;
        this.addresses = same.addresses;
        this.coverage = same.coverage;
        this.joins = same.joins;
        this.lines = same.lines;
        this.files = same.files;
        this.now = same.now;
        this.zone = zone;
        this.subscriptions = same.subscriptions;
        this.settings = same.settings;
        this.patterns = same.patterns;
        this.replyPattern = same.replyPattern;
        this.platformSource = same.platformSource;
        this.counts = same.counts;
        this.windows = same.windows;
        this.pinned = pinned;
        this.notes = same.notes;
        this.casePins = casePins;
        this.pinnedRows = pinnedRows;
        Questions whole = new Questions(asked(), relativeTo(), zone);
        this.questions = pinned instanceof Filter.All ? whole : whole.within(whole.select(pinned));
    }

    private SendDays asked() {
        return new SendDays(messages, relativeTo(), zone, notes, pinnedRows);
    }

    /**
     * The same data with only the messages of a filter in every answer, and days that begin in a zone. What is told of
     * addresses and hours as a whole, the ledger and the coverage, stays whole.
     */
    public Picture seen(Filter only, ZoneId in) {
        return new Picture(this, only, in, casePins, pinnedRows);
    }

    /** The same data where {@code case:} and {@code is:pinned} find these pins. */
    public Picture pinning(CasePins pins) {
        return new Picture(this, pinned, zone, pins, new PinnedRows(pins, whole()));
    }

    /** What is pinned to the operator's cases. */
    public CasePins casePins() {
        return casePins;
    }

    /** The same data with every message. */
    public Picture whole() {
        return pinned instanceof Filter.All ? this : seen(Filter.all(), zone);
    }

    /** The filter that holds in every answer. */
    public Filter pinned() {
        return pinned;
    }

    /** The addresses of the messages that are seen. */
    private Set<String> pinnedAddresses() {
        Set<String> known = new HashSet<>();
        questions.select(Filter.all()).forEach(message -> known.add(address(message)));
        return known;
    }

    /**
     * Reads the meaning out of the events.
     *
     * @param replyPattern folds the variable parts of a reply; replies of one pattern are corrected together
     */
    public static Picture of(
            EventTable events,
            List<SubscriptionFact> subscriptions,
            Iterable<Repeats> repeats,
            List<SourceFile> files,
            DataSettings settings,
            UnaryOperator<String> replyPattern,
            Instant now,
            ZoneId zone) {
        return whole(events, new Base(subscriptions, repeats, files, settings, replyPattern, now, zone));
    }

    private static Picture whole(EventTable told, Base base) {
        EventTable events = ReplyPatterns.corrected(told, base.settings().corrections(), base.replyPattern());
        boolean[] platforms = PlatformSources.of(events);
        MessageGroups.Messages groups = MessageGroups.of(events, EventRows.all(events), platforms);
        CoverageCounts counts = CoverageCounts.of(events, groups, platforms);
        Coverage coverage = Coverage.of(events, counts, HourFolders.of(base.sources()));
        RetryWindows windows = RetryWindows.of(events, base.settings());
        MessageColumns columns = MessageColumns.judged(
                events, groups, new StateRules(events, coverage, windows, base.settings(), base.now()));
        return new Picture(
                new Worked(
                        events,
                        platforms,
                        counts,
                        coverage,
                        windows,
                        columns,
                        MessageTable.Labelled.of(events, columns, NewestNames.of(events), base.repeats()),
                        domains(events, base.settings())),
                base,
                null);
    }

    /**
     * The picture after imports came or went: the same as {@link #of} makes of all events, at the price of the addresses
     * that the change touches.
     *
     * @param parts all that is held now, with codes of the dictionaries of this picture's events
     */
    public Picture after(
            List<EventTable.Part> parts,
            List<SubscriptionFact> nowSubscribed,
            Iterable<Repeats> repeats,
            List<SourceFile> nowFiles,
            DataSettings nowSettings,
            Instant moment) {
        Base base = new Base(nowSubscribed, repeats, nowFiles, nowSettings, replyPattern, moment, zone);
        EventChange change = events.changed(parts);
        if (change.after().isWorn()) {
            return whole(new EventTable(parts, events.dictionaries()), base);
        }
        if (!settings.judgesAlike(nowSettings)
                || change.size() > LARGEST_CHANGE * change.after().size()) {
            return whole(change.after(), base);
        }
        EventTable after = ReplyPatterns.corrected(change.after(), nowSettings.corrections(), replyPattern);
        boolean[] platforms = PlatformSources.after(change, platformSource);
        RetryWindows nowWindows = RetryWindows.of(after, nowSettings);
        if (!PlatformSources.isSame(platformSource, platforms) || !nowWindows.isSameAs(windows)) {
            return whole(change.after(), base);
        }
        PictureChange step = new PictureChange(change, after, platforms);
        CoverageCounts nowCounts = counts.after(change, platforms);
        MessageGroups.Messages fresh = step.regrouped();
        step.recount(messages.columns, fresh, nowCounts);
        Coverage nowCoverage = Coverage.of(after, nowCounts, HourFolders.of(nowFiles));
        MessageColumns columns = step.rejudged(
                messages.columns, fresh, new StateRules(after, nowCoverage, nowWindows, nowSettings, moment));
        boolean sameProviders = settings.providersByDomain().equals(nowSettings.providersByDomain());
        return new Picture(
                new Worked(
                        after,
                        platforms,
                        nowCounts,
                        nowCoverage,
                        nowWindows,
                        columns,
                        MessageTable.Labelled.of(after, columns, NewestNames.of(after), repeats),
                        sameProviders ? addresses.names() : domains(after, nowSettings)),
                base,
                null);
    }

    /** Relative times count from the end of the data, so that an old file does not look empty. */
    private Instant relativeTo() {
        Instant end = dataEnd();
        return end == null || end.isAfter(now) ? now : end;
    }

    /** The moment at which open messages were judged. */
    public Instant now() {
        return now;
    }

    /** The zone in which days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** The events behind everything. */
    public EventTable events() {
        return events;
    }

    /** One row a message. */
    public MessageTable messages() {
        return messages;
    }

    /** Questions over the messages. */
    public Questions questions() {
        return questions;
    }

    /** One row an event. Worked out when first asked. */
    public synchronized EventLog eventLog() {
        EventLog known = eventLog;
        if (known == null) {
            known = new EventLog(messages, asked(), addresses);
            eventLog = known;
        }
        return known;
    }

    /** Questions over the events. Made when first asked. */
    public synchronized Questions eventQuestions() {
        Questions known = eventQuestions;
        if (known == null) {
            known = askEvents();
            eventQuestions = known;
        }
        return known;
    }

    private Questions askEvents() {
        Questions all = new Questions(eventLog(), relativeTo(), zone);
        if (pinned instanceof Filter.All) {
            return all;
        }
        Bitmap of = questions.select(Filter.all());
        Bitmap rows = Bitmap.none(events.size());
        of.forEach(message -> {
            for (int event : messages.eventsOf(message)) {
                rows.set(event);
            }
        });
        return all.within(rows);
    }

    /** The address ledger. */
    public AddressLedger addresses() {
        return ledger();
    }

    /** Number of the addresses that are marked invalid; does not make the ledger for it. */
    public int invalidAddresses() {
        return ledger.isMade() ? ledger().invalid().size() : AddressLedger.invalidIn(events, settings);
    }

    /** The ledger as it stood at a moment, from the events up to then and what was said of subscriptions until then. */
    public AddressLedger addressesAsOf(Instant moment) {
        AddressFacts then = moment.equals(Instant.MAX)
                ? addresses
                : addresses.saying(
                        events.dictionaries().addresses(),
                        subscriptions.stream()
                                .filter(s -> s.since() == null || !s.since().isAfter(moment))
                                .toList());
        return AddressLedger.asOf(moment, events, messages, then, settings);
    }

    /** The dated ledger of one address; empty for an address that nothing names. */
    public List<AddressEntry> ledgerOf(String address) {
        return AddressHistory.of(new EmailAddress(address).key(), events, messages, subscriptions, settings);
    }

    /** Those of some invalid addresses that a filter accepts, newest first. */
    public List<InvalidAddress> matching(List<InvalidAddress> newestFirst, Filter filter) {
        InvalidTable table = new InvalidTable(within(newestFirst), this);
        Bitmap rows = new Questions(table, relativeTo(), zone).select(filter);
        List<InvalidAddress> out = new ArrayList<>();
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            out.add(table.address(row));
        }
        return out.reversed();
    }

    /** Those of some invalid addresses to which a message of the pinned filter went. */
    public List<InvalidAddress> within(List<InvalidAddress> addresses) {
        if (pinned instanceof Filter.All) {
            return addresses;
        }
        Set<String> known = pinnedAddresses();
        return addresses.stream().filter(a -> known.contains(a.address())).toList();
    }

    /** What the providers left undelivered in the thirty days before a moment, some messages aside. */
    public Map<String, UsualGap> usualGaps(Instant before, Bitmap without) {
        return UsualGap.byProvider(messages, before, without, zone);
    }

    /** Invalid addresses whose domain looks like a slip of the finger. */
    public List<TypoDomain> typoDomains() {
        return TypoDomain.of(ledger(), messages, addresses, providers().all().keySet());
    }

    /** Where validity and subscription contradict each other. */
    public List<Contradiction> contradictions() {
        return Contradictions.of(events, messages, ledger(), subscriptions, settings);
    }

    /** The failures and deferrals of some messages, grouped by what their replies have in common. */
    public List<ReplyGroup> replyGroups(Bitmap chosen) {
        return ReplyGroups.of(events, messages, patterns, chosen);
    }

    /** The incidents of mailbox providers that the operator has not dismissed. Worked out when first asked. */
    public synchronized List<Incident> incidents() {
        List<Incident> known = incidents;
        if (known == null) {
            Bitmap of = questions.select(Filter.all());
            known = Incidents.of(whole()).stream()
                    .filter(i -> !settings.dismissedIncidents().contains(i.id()))
                    .map(i -> pinned instanceof Filter.All ? i : i.within(of))
                    .filter(i -> !i.messages().isEmpty())
                    .map(this::exact)
                    // What may go on is what can still be acted on.
                    .sorted(Comparator.comparing(i -> !i.mayGoOn(now())))
                    .toList();
            incidents = known;
        }
        return known;
    }

    /** Another message of a touched address may match what an incident's messages have in common: then they are named. */
    private Incident exact(Incident incident) {
        return questions.select(incident.rows()).cardinality()
                        == incident.messages().size()
                ? incident
                : incident.opening(naming(incident.messages()));
    }

    /** Why an invalid address is in doubt, an incident around its bounce among it. */
    public List<InvalidAddress.Doubt> doubts(InvalidAddress address) {
        List<InvalidAddress.Doubt> doubts = new ArrayList<>(address.doubts());
        if (address.message() >= 0 && refused().contains(address.message())) {
            doubts.add(InvalidAddress.Doubt.IN_AN_INCIDENT);
        }
        return doubts;
    }

    /** The messages of every incident of refusals. */
    private synchronized Set<Integer> refused() {
        Set<Integer> known = refused;
        if (known == null) {
            Set<Integer> of = new HashSet<>();
            incidents().stream().filter(i -> i.kind() == Incident.Kind.REFUSED).forEach(i -> of.addAll(i.messages()));
            known = of;
            refused = of;
        }
        return known;
    }

    /** What the operator decided about reading the data. */
    public DataSettings settings() {
        return settings;
    }

    /** Who stands behind which domain. */
    public MailboxProviders providers() {
        return addresses.names().providers();
    }

    /** Which hours are missing. */
    public Coverage coverage() {
        return coverage;
    }

    /** How well the feeds of the ESPs joined the platform's. */
    public JoinReport joins() {
        return joins.get();
    }

    /**
     * The time of the first event whose time was told; null without events. What the day of a file stands for says nothing of
     * when the data begins or ends.
     */
    public @Nullable Instant dataStart() {
        return events.size() == 0 ? null : Instant.ofEpochMilli(events.timeMillis(events.firstTimed()));
    }

    /** The time of the last event whose time was told, likewise; null without events. */
    public @Nullable Instant dataEnd() {
        return events.size() == 0 ? null : Instant.ofEpochMilli(events.timeMillis(events.lastTimed()));
    }

    /** Whether any file holds sends; without them no gap can be computed. */
    public boolean hasSends() {
        return questions.select(Filter.is(Field.FLAG, "sent")).next(0) >= 0;
    }

    /** The gap of all messages that a filter accepts, by group. */
    public List<GapGroup> gap(Filter restriction, GapBy by) {
        if (!(restriction instanceof Filter.All)) {
            return new GapAccount(messages, zone).of(questions.select(restriction), by);
        }
        List<GapGroup> known = gaps.get(by);
        if (known == null) {
            known = List.copyOf(new GapAccount(messages, zone).of(questions.select(restriction), by));
            gaps.put(by, known);
        }
        return known;
    }

    /** One line of the log. */
    public MessageRow row(int message) {
        return lines.of(message);
    }

    /** An event that belongs to no message, as a line of the log; its number of a message is -1. */
    public MessageRow lone(int event) {
        return lines.lone(event);
    }

    /** Everything known of one message. */
    public MessageDetails message(int message) {
        return lines.details(message);
    }

    /** What is known of an event that belongs to no message. */
    public MessageDetails loneDetails(int event) {
        return lines.loneDetails(event);
    }

    /** One event, as a person reads it. */
    public ChainEvent chainEvent(int row) {
        return lines.event(row);
    }

    /** The operator's note on a message; null where there is none. */
    public @Nullable String note(int message) {
        return message < 0 ? null : notes.of(message);
    }

    /** The name by which a message is found again in a later picture. */
    public MessageKey key(int message) {
        int first = messages.eventsOf(message)[0];
        return new MessageKey(events.importId(first), events.rawIndex(first), address(message));
    }

    /** The key of the address that a message went to. */
    public String address(int message) {
        return events.dictionaries().addresses().value(messages.address(message));
    }

    /** The filter that finds these messages and no others, where no words say what they have in common. */
    public Filter naming(Collection<Integer> rows) {
        return new NamedMessages(messages).filter(rows);
    }

    /** The message of a key; empty once its import was taken back. */
    public OptionalInt find(MessageKey key) {
        for (int message : whole().messagesOf(key.address())) {
            for (int event : messages.eventsOf(message)) {
                if (events.importId(event) == key.importId() && events.rawIndex(event) == key.rawIndex()) {
                    return OptionalInt.of(message);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The name of an import's file, which no other has; empty for an import that is not known. */
    public String file(long importId) {
        SourceFile f = files.get(importId);
        return f == null ? "" : f.name();
    }

    /** The name of the feed that an import was read by; empty for an import that is not known. */
    public String feedName(long importId) {
        SourceFile f = files.get(importId);
        return f == null ? "" : f.feedName();
    }

    /** The messages of one address, newest first; empty when the address was never seen. */
    public int[] messagesOf(String address) {
        Bitmap rows = questions.select(Filter.is(Field.ADDRESS, address.strip()));
        return questions.page(rows, true, 0, Integer.MAX_VALUE);
    }

    /** Known addresses that differ from one by a slip of the finger, the nearest first. */
    public List<String> similar(String address, int limit) {
        return SimilarAddresses.of(address, events.dictionaries().addresses(), limit);
    }

    /** The operator's own words about a message and about its address; null where there are none. */
    public @Nullable String notes(int message) {
        return message < 0 ? null : notes.ofBoth(message);
    }

    /** The operator's own words about an address; null where there are none. */
    public @Nullable String addressNote(String address) {
        return settings.addressNotes().get(new EmailAddress(address).key());
    }

    /** Whether the address is valid; empty for one that nothing names. */
    public Optional<Validity> validity(String address) {
        int code = events.dictionaries().addresses().find(new EmailAddress(address).key());
        return code < 0 ? Optional.empty() : Optional.of(addresses.validity(code));
    }

    /** The messages with this message id (angle brackets aside) or dispatch id, newest first. */
    public int[] messagesWithId(String id) {
        Filter either = new Filter.Or(
                List.of(Filter.is(Field.MESSAGE_ID, id.strip()), Filter.is(Field.DISPATCH_ID, id.strip())));
        return questions.page(questions.select(either), true, 0, Integer.MAX_VALUE);
    }

    /** What the imported users say of an address; unknown for an address that no export of users names. */
    public SubscriptionStatus subscription(String address) {
        return addresses.subscription(new EmailAddress(address).key());
    }

    /** The statement that an address's subscription is taken from; empty where no file says anything of it. */
    public Optional<SubscriptionFact> subscriptionTold(String address) {
        return addresses.subscriptionTold(new EmailAddress(address).key());
    }

    /** The ledger entry of an address that is marked invalid. */
    public Optional<InvalidAddress> invalid(String address) {
        String key = new EmailAddress(address).key();
        return ledger().invalid().stream().filter(a -> a.address().equals(key)).findFirst();
    }
}
