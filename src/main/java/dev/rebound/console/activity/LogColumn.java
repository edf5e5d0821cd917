package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of the log, in their first order. */
enum LogColumn {
    TIME(Field.TIME, 132, true),
    ADDRESS(Field.ADDRESS, 170, true),
    CAMPAIGN(Field.CAMPAIGN, 144, true),
    STATE(Field.STATE, 154, true),
    REASON(Field.REASON, 150, true),
    TRIES(Field.TRIES, 66, true),
    SUBJECT(Field.SUBJECT, 180, false),
    REPLY(Field.REPLY, 320, false),
    CODE(Field.SMTP_CODE, 60, false),
    ENHANCED(Field.ENHANCED_CODE, 76, false),
    PROVIDER(Field.PROVIDER, 120, false),
    DOMAIN(Field.DOMAIN, 140, false),
    ESP(Field.ESP, 110, false),
    IP(Field.IP, 110, false),
    POOL(Field.POOL, 100, false),
    FROM(Field.FROM, 140, false),
    VARIANT(Field.VARIANT, 120, false),
    STEP(Field.STEP, 120, false),
    DISPATCH(Field.DISPATCH_ID, 220, false),
    MESSAGE(Field.MESSAGE_ID, 220, false),
    USER(Field.USER, 140, false),
    FIRST(null, 132, false),
    DELAY(Field.DELAY, 110, false),
    VALIDITY(Field.VALIDITY, 110, false),
    SUBSCRIPTION(Field.SUBSCRIPTION, 120, false),
    FILE(Field.FILE, 220, false),
    NOTE(Field.NOTE, 200, false),
    KIND(Field.KIND, 110, false),
    RAW_KIND(Field.RAW_KIND, 140, false),
    EVENT(null, 110, false);

    private final @Nullable Field field;
    private final double width;
    private final boolean shown;

    LogColumn(@Nullable Field field, double width, boolean shown) {
        this.field = field;
        this.width = width;
        this.shown = shown;
    }

    /** The field that is asked for its values; null where none is. */
    @Nullable
    Field field() {
        return field;
    }

    double width() {
        return width;
    }

    /** Whether it is there at first. */
    boolean isShown() {
        return shown;
    }

    /** Whether only events have it. */
    boolean isOfEvents() {
        return this == KIND || this == RAW_KIND || this == EVENT;
    }

    boolean isRight() {
        return this == TRIES || this == CODE || this == DELAY;
    }

    /** Whether its values are longer than a column by their nature. */
    boolean isLong() {
        return this == SUBJECT || this == REPLY || this == NOTE || this == FILE;
    }

    /** Whether rows can be put in its order. */
    boolean isSortable() {
        return field != null && this != NOTE;
    }

    /** Whether a cell's value can be kept or excluded: times and spans cannot. */
    boolean isNarrowing() {
        return field != null && this != TIME && this != DELAY;
    }

    String name(Desk desk) {
        return switch (this) {
            case FIRST -> desk.text("activity.column.first");
            case DELAY -> desk.text("activity.column.delay");
            case EVENT -> desk.text("activity.column.event");
            default -> new FilterWords(desk.words()).field(java.util.Objects.requireNonNull(field));
        };
    }

    /** The column of an exported file that holds the same. */
    String exported() {
        return switch (this) {
            case ADDRESS -> "address";
            case CODE -> "smtp_code";
            case ENHANCED -> "enhanced_code";
            case DISPATCH -> "dispatch_id";
            case MESSAGE -> "message_id";
            case FIRST -> "first_event";
            case FILE -> "source";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The name in files for machines. */
    String code() {
        return field == null ? name().toLowerCase(Locale.ROOT) : field.code();
    }

    /** The cell as it is shown. */
    String text(LogRow row, Desk desk) {
        return switch (this) {
            case TIME -> desk.formats().time(row.time());
            case FIRST -> desk.formats().time(row.message().firstEvent());
            case STATE -> {
                MessageState state = row.message().state();
                yield state == null ? desk.text("activity.nosend") : desk.text("state.short." + state.code());
            }
            case TRIES -> desk.formats().count(row.message().tries());
            case DELAY ->
                row.message().delay() == null
                        ? ""
                        : desk.formats().span(row.message().delay());
            case REASON, VALIDITY, SUBSCRIPTION, KIND -> {
                String value = value(row);
                yield value.isEmpty()
                        ? (this == REASON ? "–" : "")
                        : new FilterWords(desk.words()).value(java.util.Objects.requireNonNull(field), value);
            }
            default -> desk.person(value(row));
        };
    }

    /** The cell as it leaves the screen: times with their offset. */
    String copied(LogRow row, Desk desk) {
        return switch (this) {
            case TIME -> stamp(row.time(), desk);
            case FIRST -> stamp(row.message().firstEvent(), desk);
            case TRIES -> Integer.toString(row.message().tries());
            case DELAY ->
                row.message().delay() == null
                        ? ""
                        : Long.toString(row.message().delay().toSeconds());
            case REASON -> value(row).isEmpty() ? "" : text(row, desk);
            default -> text(row, desk);
        };
    }

    private static String stamp(Instant at, Desk desk) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(desk.formats().zone()));
    }

    /** The value that a filter compares with; empty where the row has none. */
    String value(LogRow row) {
        MessageRow m = row.message();
        ChainEvent e = row.event();
        String value = switch (this) {
            case ADDRESS -> m.address();
            case CAMPAIGN -> m.campaign();
            case STATE -> m.state() == null ? "" : m.state().code();
            case REASON -> reason(m, e);
            case TRIES -> Integer.toString(m.tries());
            case SUBJECT -> m.subject();
            case REPLY -> row.reply();
            case CODE -> code(e == null ? m.smtpCode() : e.smtpCode());
            case ENHANCED -> e == null ? m.enhancedCode() : e.enhancedCode();
            case PROVIDER -> m.provider();
            case DOMAIN -> m.domain();
            case ESP -> m.esp();
            case IP -> m.ip();
            case POOL -> m.pool();
            case FROM -> m.fromDomain();
            case VARIANT -> m.variant();
            case STEP -> m.step();
            case DISPATCH -> m.dispatchId();
            case MESSAGE -> m.messageId();
            case USER -> m.user();
            case VALIDITY -> m.validity().code();
            case SUBSCRIPTION -> m.subscription().code();
            case FILE -> e == null ? m.source() : e.file();
            case KIND -> e == null ? "" : e.kind().name().toLowerCase(Locale.ROOT);
            case RAW_KIND -> e == null ? "" : e.rawKind();
            case EVENT -> e == null ? "" : e.importId() + "." + e.rawIndex();
            case NOTE -> row.note();
            case TIME, FIRST, DELAY -> "";
        };
        return value == null ? "" : value;
    }

    private static String reason(MessageRow m, @Nullable ChainEvent e) {
        if (e == null) {
            return m.reason() == null ? "" : m.reason().code();
        }
        return switch (e.kind()) {
            case HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE, DEFERRAL, DROP, REJECTION ->
                e.reason().code();
            default -> "";
        };
    }

    private static String code(int smtpCode) {
        return smtpCode == 0 ? "" : Integer.toString(smtpCode);
    }
}
