package dev.rebound.insight;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.filter.Field;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventTable;
import dev.rebound.index.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One row an event, for the same filters as the messages: what an event says itself is asked of the event, everything
 * else of the message that it belongs to. Events of no message, such as a bounce without any id and without a send to
 * its address, stand here only.
 */
public final class EventLog implements Table {
    private static final EventKind[] KINDS = EventKind.values();

    private final EventTable events;
    private final MessageTable messages;
    private final Table asked;
    private final AddressFacts addresses;
    private final int[] messageOf;

    /**
     * The events behind messages.
     *
     * @param asked answers for the messages
     */
    EventLog(MessageTable messages, Table asked, AddressFacts addresses) {
        this.events = messages.events;
        this.messages = messages;
        this.asked = asked;
        this.addresses = addresses;
        messageOf = new int[events.size()];
        Arrays.fill(messageOf, -1);
        for (int m = 0; m < messages.size(); m++) {
            for (int event : messages.eventsOf(m)) {
                messageOf[event] = m;
            }
        }
    }

    /** The message of an event; -1 where it belongs to none. */
    public int messageOf(int event) {
        return messageOf[event];
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public long timeMillis(int row) {
        return events.timeMillis(row);
    }

    @Override
    public @Nullable Codes codes(Field field) {
        Dictionaries d = events.dictionaries();
        return switch (field) {
            case ADDRESS ->
                of(events::address, d.addresses()::value, d.addresses().size());
            case DOMAIN -> of(r -> addresses.domain(events.address(r)), addresses::domainName, addresses.domains());
            case PROVIDER -> of(r -> addresses.provider(events.address(r)), addresses::domainName, addresses.domains());
            case KIND ->
                of(r -> events.kind(r).ordinal(), code -> KINDS[code].name().toLowerCase(Locale.ROOT), KINDS.length);
            case RAW_KIND -> text(EventText.RAW_KIND);
            case REPLY -> text(EventText.REPLY);
            case PATTERN -> messages.patternsOf(text(EventText.REPLY));
            case ENHANCED_CODE -> text(EventText.ENHANCED_CODE);
            case MESSAGE_ID -> text(EventText.MESSAGE_ID);
            case SOURCE -> of(events::source, d.sources()::value, d.sources().size());
            case FILE -> messages.fileCodes(events::importId);
            case REASON ->
                of(
                        r -> failed(r) ? events.reason(r).ordinal() : -1,
                        code -> Reason.values()[code].code(),
                        Reason.values().length);
            case CLASS ->
                of(
                        r -> failed(r) ? events.bounceClass(r).ordinal() : -1,
                        code -> BounceClass.values()[code].code(),
                        BounceClass.values().length);
            default -> ofMessage(asked.codes(field));
        };
    }

    /** Whether an event tells of trouble, so that it has a reason. */
    private boolean failed(int event) {
        return switch (events.kind(event)) {
            case HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE, DEFERRAL, DROP, REJECTION -> true;
            default -> false;
        };
    }

    private Codes text(EventText field) {
        Dictionary words = events.dictionaries().texts(field);
        return of(r -> events.text(field, r), words::value, words.size());
    }

    private @Nullable Codes ofMessage(@Nullable Codes column) {
        return column == null
                ? null
                : of(r -> messageOf[r] < 0 ? -1 : column.code(messageOf[r]), column::text, column.codes());
    }

    private static Codes of(IntUnaryOperator code, IntFunction<String> text, int count) {
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
    public Bitmap named(Set<String> records) {
        Bitmap rows = Bitmap.none(size());
        messages.named(records).forEach(message -> {
            for (int event : messages.eventsOf(message)) {
                rows.set(event);
            }
        });
        return rows;
    }

    @Override
    public @Nullable Several several(Field field) {
        if (field != Field.IMPORT && field != Field.USER && field != Field.CASE && field != Field.NOTE) {
            return null;
        }
        if (field == Field.IMPORT) {
            return messages.importsOf((row, visitor) -> visitor.accept(row));
        }
        Several column = asked.several(field);
        return column == null
                ? null
                : new Several() {
                    @Override
                    public void each(int row, java.util.function.IntConsumer code) {
                        if (messageOf[row] >= 0) {
                            column.each(messageOf[row], code);
                        }
                    }

                    @Override
                    public int codes() {
                        return column.codes();
                    }

                    @Override
                    public String text(int code) {
                        return column.text(code);
                    }
                };
    }

    @Override
    public @Nullable Numbers numbers(Field field) {
        if (field == Field.SMTP_CODE) {
            return r -> events.smtpCode(r) == 0 ? Numbers.UNKNOWN : events.smtpCode(r);
        }
        Numbers column = asked.numbers(field);
        return column == null ? null : r -> messageOf[r] < 0 ? Numbers.UNKNOWN : column.value(messageOf[r]);
    }

    @Override
    public @Nullable Bitmap flagged(FlagWord word, boolean has) {
        Bitmap rows = Bitmap.none(size());
        if (word == FlagWord.DISAGREEING) {
            for (int r = 0; r < messageOf.length; r++) {
                if (ReplyGroup.isDisagreement(events.kind(r), events.bounceClass(r))) {
                    rows.set(r);
                }
            }
            return rows;
        }
        if (word == FlagWord.ESTIMATED) {
            return events.estimates();
        }
        Bitmap of = asked.flagged(word, has);
        if (of == null) {
            return null;
        }
        for (int r = 0; r < messageOf.length; r++) {
            if (messageOf[r] < 0 ? word == FlagWord.ORPHAN : of.get(messageOf[r])) {
                rows.set(r);
            }
        }
        return rows;
    }
}
