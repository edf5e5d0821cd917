package dev.rebound.insight;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.LongCells;
import dev.rebound.column.RepeatCount;
import dev.rebound.column.Repeats;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Reason;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import dev.rebound.filter.Field;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventTable;
import dev.rebound.index.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One row a message, ordered by the time of the event that decided (the last one for messages still open). Immutable
 * and safe for any thread.
 */
public final class MessageTable implements Table {
    private static final MessageState[] STATES = MessageState.values();
    private static final MessageKind[] KINDS = MessageKind.values();

    final EventTable events;
    final MessageColumns columns;

    private final byte[] kind;
    private final byte[] state;
    private final int[] deciding;
    private final int[] send;
    private final int[] delivery;
    private final short[] tries;
    private final short[] kinds;

    private final AddressFacts addresses;
    private final RetryWindows windows;
    final Labelled labelled;
    private final Later<Codes> canvases;
    private final Later<Codes> steps;
    private final Later<Codes> variants;
    private final Dictionary labels;
    private final Map<EventText, LongCells> texts;
    private final LongCells repeats;
    private final LongCells campaign;
    private final LongCells esp;
    private final Map<Long, String> files;
    private final ReplyPatterns patterns;
    private @Nullable Derived derived;

    /**
     * What is told of each message beside its columns.
     *
     * @param labels the names of campaigns and sending services
     * @param repeats how often events of the message came again, as {@link RepeatCount}
     */
    record Labelled(Dictionary labels, LongCells campaign, LongCells esp, LongCells repeats) {
        static Labelled of(EventTable events, MessageColumns columns, NewestNames newest, Iterable<Repeats> repeats) {
            Dictionary labels = new Dictionary();
            return new Labelled(
                    labels,
                    columns.campaigns(events, newest, labels),
                    columns.esps(events, labels),
                    columns.repeats(events, repeats));
        }
    }

    MessageTable(
            EventTable events,
            MessageColumns columns,
            Labelled labelled,
            AddressFacts addresses,
            RetryWindows windows,
            Map<Long, String> files,
            ReplyPatterns patterns) {
        this.events = events;
        this.columns = columns;
        this.patterns = patterns;
        this.windows = windows;
        this.kind = columns.kind;
        this.state = columns.state;
        this.deciding = columns.deciding;
        this.send = columns.send;
        this.delivery = columns.delivery;
        this.tries = columns.tries;
        this.kinds = columns.kinds;
        this.texts = columns.texts;
        this.addresses = addresses;
        this.files = files;
        this.labelled = labelled;
        this.labels = labelled.labels();
        this.repeats = labelled.repeats();
        this.campaign = labelled.campaign();
        this.esp = labelled.esp();
        this.canvases = new Later<>(() -> named(EventText.CANVAS, EventText.CANVAS_ID));
        this.steps = new Later<>(() -> named(EventText.STEP, EventText.STEP_ID));
        this.variants = new Later<>(() -> named(EventText.VARIANT, EventText.VARIANT_ID));
    }

    @Override
    public int size() {
        return kind.length;
    }

    @Override
    public long timeMillis(int row) {
        return events.timeMillis(deciding[row]);
    }

    @Override
    public Bitmap named(Set<String> records) {
        return new NamedMessages(this).rows(records);
    }

    /** Whether the message counts in the sends. */
    public MessageKind kind(int row) {
        return KINDS[kind[row]];
    }

    /** The final state; null for messages without a send that also have no failure or delivery. */
    public @Nullable MessageState state(int row) {
        return state[row] < 0 ? null : STATES[state[row]];
    }

    /** When it was sent, epoch milliseconds; 0 when its send is in no file. */
    public long sentMillis(int row) {
        return send[row] < 0 ? 0 : events.timeMillis(send[row]);
    }

    /** When it was delivered, epoch milliseconds; 0 when no delivery is in any file. */
    public long deliveredMillis(int row) {
        return delivery[row] < 0 ? 0 : events.timeMillis(delivery[row]);
    }

    /** When the retry window ends, epoch milliseconds; 0 when its send is in no file. */
    public long windowEndMillis(int row) {
        return send[row] < 0
                ? 0
                : events.timeMillis(send[row]) + windows.millis(esp(row), columns.textCode(EventText.FROM_DOMAIN, row));
    }

    /** Events of the message that came again and were not stored again. */
    public int repeats(int row) {
        return RepeatCount.all(repeats.get(row));
    }

    /** How many of them are known to be of a kind: by what was noted of each, or as nothing else is told of the message. */
    public int repeats(int row, EventKind kind) {
        boolean nothingElse = (kinds[row] & 0xffff) == 1 << kind.ordinal();
        return nothingElse ? repeats(row) : RepeatCount.of(repeats.get(row), kind);
    }

    /** How many users the message's events of a kind name: a dispatch to two users of one address is one message. */
    public int users(int row, EventKind kind) {
        int users = distinct(row, kind, EventText.USER_ID);
        return users > 0 ? users : distinct(row, kind, EventText.EXTERNAL_USER_ID);
    }

    private int distinct(int row, EventKind kind, EventText field) {
        int first = -1;
        Set<Integer> others = Set.of();
        for (int i = columns.starts[row]; i < columns.starts[row + 1]; i++) {
            int event = columns.rows[i];
            int code = events.kind(event) == kind ? events.text(field, event) : -1;
            if (code >= 0 && first < 0) {
                first = code;
            } else if (code >= 0 && code != first) {
                others = others.isEmpty() ? new HashSet<>() : others;
                others.add(code);
            }
        }
        return first < 0 ? 0 : 1 + others.size();
    }

    /** Tries at the receiving server. */
    public int tries(int row) {
        return tries[row];
    }

    /** Code of the address key. */
    public int address(int row) {
        return events.address(deciding[row]);
    }

    /** Campaign name, its id where the name is not known, empty where neither is. */
    public String campaign(int row) {
        return campaign.at(row) < 0 ? "" : labels.value(campaign.at(row));
    }

    /** The sending service, empty where no event names it. */
    public String esp(int row) {
        return esp.at(row) < 0 ? "" : labels.value(esp.at(row));
    }

    /** The event row that decided. */
    public int decidingEvent(int row) {
        return deciding[row];
    }

    /** The event rows of the message in time order. */
    public int[] eventsOf(int row) {
        return Arrays.copyOfRange(columns.rows, columns.starts[row], columns.starts[row + 1]);
    }

    /** The event whose reply and reason stand for the message: the deciding one of failures and returned messages. */
    public boolean hasReason(int row) {
        return state[row] >= 0
                && switch (STATES[state[row]]) {
                    case DELIVERED, UNEXPLAINED -> false;
                    case UNCOVERED, OPEN, TIMED_OUT ->
                        !events.reason(deciding[row]).equals(Reason.UNDETERMINED)
                                || events.text(EventText.REPLY, deciding[row]) >= 0;
                    default -> true;
                };
    }

    /** A text of the message, from any of its events; null where all are silent. */
    public @Nullable String text(EventText field, int row) {
        int code = texts.containsKey(field) ? columns.code(events, field, row) : -1;
        return code < 0 ? null : events.dictionaries().texts(field).value(code);
    }

    /** The name of the message's Canvas step, else its id; null where it has neither. */
    @Nullable
    String step(int row) {
        return text(steps.get(), row);
    }

    /** The name of the message's variant, else its id; null where it has neither. */
    @Nullable
    String variant(int row) {
        return text(variants.get(), row);
    }

    private static @Nullable String text(Codes codes, int row) {
        int code = codes.code(row);
        return code < 0 ? null : codes.text(code);
    }

    /** The newest name of each message's id, else the name that it carries, else the id. */
    private Codes named(EventText nameField, EventText idField) {
        Dictionary names = events.dictionaries().texts(nameField);
        Dictionary ids = events.dictionaries().texts(idField);
        if (ids.size() == 0) {
            return ofText(nameField);
        }
        int[] newest = NewestNames.of(events, idField, nameField);
        return of(
                row -> {
                    int id = columns.code(events, idField, row);
                    int name = id >= 0 && newest[id] >= 0 ? newest[id] : columns.code(events, nameField, row);
                    return name >= 0 ? name : id >= 0 ? names.size() + id : -1;
                },
                names.size() + ids.size(),
                code -> code < names.size() ? names.value(code) : ids.value(code - names.size()));
    }

    private Codes ofText(EventText field) {
        LongCells column = texts.get(field);
        Dictionary dictionary = events.dictionaries().texts(field);
        return column == null
                ? Table.codes(new int[0], 0, c -> "")
                : Table.codes(column, dictionary.size(), dictionary::value, dictionary);
    }

    private static Codes kept(LongCells column, int count, IntFunction<String> text) {
        return Table.codes(column, count, text, null);
    }

    /** The addresses of the deciding events, without a column of their own. */
    private record AddressCodes(MessageTable table, Dictionary dictionary) implements Codes {
        @Override
        public int code(int row) {
            return table.address(row);
        }

        @Override
        public int codes() {
            return dictionary.size();
        }

        @Override
        public String text(int code) {
            return dictionary.value(code);
        }

        @Override
        public Bitmap rows(boolean[] accepted, int size) {
            return table.events.ofAddresses(accepted, table.deciding);
        }
    }

    /** Columns that follow from others; made when first asked for, since an import need not wait for them. */
    private static final class Derived {
        final LongCells domain = new LongCells(-1);
        final LongCells provider = new LongCells(-1);
        final LongCells validity = new LongCells(-1);
        final LongCells subscription = new LongCells(-1);
        final LongCells reason = new LongCells(-1);
        final LongCells reply = new LongCells(-1);
    }

    private synchronized Derived derived() {
        Derived known = derived;
        if (known == null) {
            known = new Derived();
            for (int row = 0; row < size(); row++) {
                int address = address(row);
                known.domain.add(addresses.domain(address));
                known.provider.add(addresses.provider(address));
                known.validity.add(addresses.validity(address).ordinal());
                known.subscription.add(addresses.subscription(address).ordinal());
                known.reason.add(hasReason(row) ? events.reason(deciding[row]).ordinal() : -1);
                known.reply.add(reply(row));
            }
            derived = known;
        }
        return known;
    }

    private Codes of(IntUnaryOperator code, int count, IntFunction<String> text) {
        return new Codes() {
            @Override
            public int code(int row) {
                return code.applyAsInt(row);
            }

            @Override
            public int codes() {
                return count;
            }

            @Override
            public String text(int c) {
                return text.apply(c);
            }
        };
    }

    @Override
    public @Nullable Codes codes(Field field) {
        Dictionaries d = events.dictionaries();
        return switch (field) {
            case ADDRESS -> new AddressCodes(this, d.addresses());
            case DOMAIN -> kept(derived().domain, addresses.domains(), addresses::domainName);
            case PROVIDER -> kept(derived().provider, addresses.domains(), addresses::domainName);
            case VALIDITY -> kept(derived().validity, Validity.values().length, c -> Validity.values()[c].code());
            case SUBSCRIPTION ->
                kept(
                        derived().subscription,
                        SubscriptionStatus.values().length,
                        c -> SubscriptionStatus.values()[c].code());
            case CAMPAIGN -> kept(campaign, labels.size(), labels::value);
            case ESP -> kept(esp, labels.size(), labels::value);
            case STATE -> kept(LongCells.over(state), STATES.length, c -> STATES[c].code());
            case REASON -> kept(derived().reason, Reason.values().length, c -> Reason.values()[c].code());
            case CLASS ->
                of(
                        r -> hasReason(r) ? events.bounceClass(deciding[r]).ordinal() : -1,
                        BounceClass.values().length,
                        c -> BounceClass.values()[c].code());
            case REPLY ->
                Table.codes(
                        derived().reply,
                        d.texts(EventText.REPLY).size(),
                        d.texts(EventText.REPLY)::value,
                        d.texts(EventText.REPLY));
            case ENHANCED_CODE ->
                of(
                        r -> events.text(EventText.ENHANCED_CODE, deciding[r]),
                        d.texts(EventText.ENHANCED_CODE).size(),
                        d.texts(EventText.ENHANCED_CODE)::value);
            case PATTERN ->
                patterns.of(of(this::reply, d.texts(EventText.REPLY).size(), d.texts(EventText.REPLY)::value));
            case CAMPAIGN_ID -> ofText(EventText.CAMPAIGN_ID);
            case CANVAS -> canvases.get();
            case STEP -> steps.get();
            case VARIANT -> variants.get();
            case IP -> ofText(EventText.SENDING_IP);
            case POOL -> ofText(EventText.IP_POOL);
            case FROM -> ofText(EventText.FROM_DOMAIN);
            case MESSAGE_ID -> ofText(EventText.MESSAGE_ID);
            case DISPATCH_ID -> ofText(EventText.DISPATCH_ID);
            case USER -> ofText(EventText.EXTERNAL_USER_ID);
            case SUBJECT -> ofText(EventText.SUBJECT);
            case SOURCE -> of(r -> events.source(deciding[r]), d.sources().size(), d.sources()::value);
            case FILE -> fileCodes(r -> events.importId(deciding[r]));
            default -> null;
        };
    }

    @Override
    public @Nullable Several several(Field field) {
        Dictionaries d = events.dictionaries();
        return switch (field) {
            case KIND -> {
                EventKind[] kinds = EventKind.values();
                yield ofEvents(
                        row -> events.kind(row).ordinal(),
                        kinds.length,
                        code -> kinds[code].name().toLowerCase(Locale.ROOT));
            }
            case RAW_KIND -> ofEvents(EventText.RAW_KIND);
            case MESSAGE_ID -> either(ofEvents(EventText.MESSAGE_ID), ofEvents(EventText.HEADER_MESSAGE_ID));
            case USER -> either(ofEvents(EventText.EXTERNAL_USER_ID), ofEvents(EventText.USER_ID));
            case SOURCE -> ofEvents(events::source, d.sources().size(), d.sources()::value);
            case FILE -> {
                Codes names = fileCodes(events::importId);
                yield ofEvents(names::code, names.codes(), names::text);
            }
            case IMPORT -> imports();
            default -> null;
        };
    }

    private Several ofEvents(EventText field) {
        Dictionary texts = events.dictionaries().texts(field);
        return ofEvents(row -> events.text(field, row), texts.size(), texts::value);
    }

    private Several imports() {
        return importsOf((row, event) -> {
            for (int i = columns.starts[row]; i < columns.starts[row + 1]; i++) {
                event.accept(columns.rows[i]);
            }
        });
    }

    /** Imports by their number, of whatever rows have events; the newest one is called {@code last} too. */
    Several importsOf(EventsOfRow eventsOf) {
        long[] ids = files.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        return new Several() {
            @Override
            public void each(int row, IntConsumer code) {
                eventsOf.each(row, event -> {
                    int place = Arrays.binarySearch(ids, events.importId(event));
                    if (place >= 0) {
                        code.accept(place);
                    }
                    if (place == ids.length - 1) {
                        code.accept(ids.length);
                    }
                });
            }

            @Override
            public int codes() {
                return ids.length + 1;
            }

            @Override
            public String text(int code) {
                return code == ids.length ? "last" : Long.toString(ids[code]);
            }
        };
    }

    /** Gives the events of a row. */
    interface EventsOfRow {
        void each(int row, IntConsumer event);
    }

    /** The column of patterns of a column of replies. */
    Codes patternsOf(Codes reply) {
        return patterns.of(reply);
    }

    private static Several either(Several a, Several b) {
        return new Several() {
            @Override
            public void each(int row, IntConsumer code) {
                a.each(row, code);
                b.each(row, c -> code.accept(a.codes() + c));
            }

            @Override
            public int codes() {
                return a.codes() + b.codes();
            }

            @Override
            public String text(int code) {
                return code < a.codes() ? a.text(code) : b.text(code - a.codes());
            }
        };
    }

    private Several ofEvents(IntUnaryOperator code, int count, IntFunction<String> text) {
        return new Several() {
            @Override
            public void each(int row, IntConsumer visitor) {
                for (int i = columns.starts[row]; i < columns.starts[row + 1]; i++) {
                    int c = code.applyAsInt(columns.rows[i]);
                    if (c >= 0) {
                        visitor.accept(c);
                    }
                }
            }

            @Override
            public int codes() {
                return count;
            }

            @Override
            public String text(int c) {
                return text.apply(c);
            }
        };
    }

    Codes fileCodes(IntToLongFunction importId) {
        java.util.List<Long> ids = files.keySet().stream().sorted().toList();
        Map<Long, Integer> codes = new java.util.HashMap<>();
        ids.forEach(id -> codes.put(id, codes.size()));
        return of(
                r -> codes.getOrDefault(importId.applyAsLong(r), -1),
                ids.size(),
                c -> files.getOrDefault(ids.get(c), ""));
    }

    /** The server's words that stand for the message; null where no server said any. For who asks for a few. */
    @Nullable
    String replyText(int row) {
        int code = reply(row);
        return code < 0 ? null : events.dictionaries().texts(EventText.REPLY).value(code);
    }

    private int reply(int row) {
        return state[row] >= 0 && STATES[state[row]] == MessageState.UNEXPLAINED
                ? -1
                : events.text(EventText.REPLY, deciding[row]);
    }

    @Override
    public @Nullable Numbers numbers(Field field) {
        return switch (field) {
            case TRIES -> row -> tries[row];
            case SMTP_CODE ->
                row -> events.smtpCode(deciding[row]) == 0 ? Numbers.UNKNOWN : events.smtpCode(deciding[row]);
            case SENT_AT -> row -> sentMillis(row) == 0 ? Numbers.UNKNOWN : sentMillis(row);
            case DELIVERED_AT -> row -> deliveredMillis(row) == 0 ? Numbers.UNKNOWN : deliveredMillis(row);
            case DELAY ->
                row -> send[row] < 0 || delivery[row] < 0
                        ? Numbers.UNKNOWN
                        : events.timeMillis(delivery[row]) - events.timeMillis(send[row]);
            default -> null;
        };
    }

    @Override
    public @Nullable Bitmap flagged(FlagWord word, boolean has) {
        EventKind told = told(word, has);
        if (told != null) {
            return rows(r -> isTold(r, told));
        }
        MessageState wanted = word.state();
        if (wanted != null) {
            return rows(r -> state[r] == wanted.ordinal());
        }
        return switch (word) {
            case SENT -> rows(r -> kind(r) == MessageKind.SENT);
            case TEST -> rows(r -> kind(r) == MessageKind.TEST);
            case ABORTED -> rows(r -> kind(r) == MessageKind.NOT_SENT);
            case ORPHAN -> rows(r -> kind(r) == MessageKind.ORPHAN_DELIVERY || kind(r) == MessageKind.ORPHAN);
            case REPLIED -> rows(r -> reply(r) >= 0);
            case RETRIED -> rows(r -> tries[r] > 1);
            case DUPLICATE -> rows(r -> repeats(r) > 0);
            case PROBABLE_DUPLICATE -> rows(r -> RepeatCount.isProbable(repeats.get(r)));
            case SHARED -> rows(r -> users(r, EventKind.SEND) > 1);
            case DISAGREEING -> rows(this::isDisagreed);
            case ESTIMATED -> {
                Bitmap estimates = events.estimates();
                yield rows(r -> hasAny(r, estimates));
            }
            case JOINED_ID -> rows(r -> columns.espSource[r] >= 0 && (columns.join[r] & Joined.BY_ID) != 0);
            case JOINED_TIME ->
                rows(r -> columns.espSource[r] >= 0 && (columns.join[r] & (Joined.ALONE | Joined.BY_ID)) == 0);
            default -> null;
        };
    }

    private boolean isDisagreed(int row) {
        for (int event : eventsOf(row)) {
            if (ReplyGroup.isDisagreement(events.kind(event), events.bounceClass(event))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAny(int row, Bitmap wanted) {
        for (int event : eventsOf(row)) {
            if (wanted.get(event)) {
                return true;
            }
        }
        return false;
    }

    /** The kind of event that a word asks for: {@code has:} a state's word means what a source called it. */
    private static @Nullable EventKind told(FlagWord word, boolean has) {
        return switch (word) {
            case OPENED -> EventKind.OPEN;
            case CLICKED -> EventKind.CLICK;
            case COMPLAINT -> EventKind.COMPLAINT;
            case UNSUBSCRIBED -> EventKind.UNSUBSCRIBE;
            case DEFERRED -> EventKind.DEFERRAL;
            case OPEN -> has ? EventKind.OPEN : null;
            case DELIVERED -> has ? EventKind.DELIVERY : null;
            case HARD -> has ? EventKind.HARD_BOUNCE : null;
            case SOFT -> has ? EventKind.SOFT_BOUNCE : null;
            case BLOCKED -> has ? EventKind.BLOCK : null;
            case DROPPED -> has ? EventKind.DROP : null;
            case REJECTED -> has ? EventKind.REJECTION : null;
            default -> null;
        };
    }

    /** Whether some source told an event of this kind of the message. */
    public boolean isTold(int row, EventKind told) {
        return (kinds[row] & 1 << told.ordinal()) != 0;
    }

    private Bitmap rows(java.util.function.IntPredicate accepted) {
        return Bitmap.where(size(), accepted);
    }
}
