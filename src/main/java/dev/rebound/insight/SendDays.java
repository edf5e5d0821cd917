package dev.rebound.insight;

import dev.rebound.filter.Field;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages with what a stored column cannot have: the day of their send in one zone, their age, the operator's notes
 * and cases.
 *
 * @param now the moment from which ages count
 */
record SendDays(MessageTable messages, Instant now, ZoneId zone, Notes notes, PinnedRows pins) implements Table {
    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public long timeMillis(int row) {
        return messages.timeMillis(row);
    }

    @Override
    public @Nullable Codes codes(Field field) {
        if (field != Field.SENT_ON) {
            return messages.codes(field);
        }
        int[] days = new int[messages.size()];
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < days.length; row++) {
            long sent = messages.sentMillis(row);
            days[row] =
                    (int) LocalDate.ofInstant(Instant.ofEpochMilli(sent == 0 ? messages.timeMillis(row) : sent), zone)
                            .toEpochDay();
            first = Math.min(first, days[row]);
            last = Math.max(last, days[row]);
        }
        int base = first;
        for (int row = 0; row < days.length; row++) {
            days[row] -= base;
        }
        return Table.codes(
                days,
                days.length == 0 ? 0 : last - base + 1,
                c -> LocalDate.ofEpochDay((long) base + c).toString());
    }

    @Override
    public @Nullable Numbers numbers(Field field) {
        if (field == Field.AGE) {
            long end = now.toEpochMilli();
            return row -> messages.sentMillis(row) == 0 ? Numbers.UNKNOWN : end - messages.sentMillis(row);
        }
        return messages.numbers(field);
    }

    @Override
    public @Nullable Several several(Field field) {
        return switch (field) {
            case NOTE -> notes.column();
            case CASE -> pins.column();
            default -> messages.several(field);
        };
    }

    @Override
    public Bitmap named(Set<String> records) {
        return messages.named(records);
    }

    @Override
    public @Nullable Bitmap flagged(FlagWord word, boolean has) {
        return switch (word) {
            case NOTED -> notes.noted();
            case PINNED -> pins.pinned(messages.size());
            default -> messages.flagged(word, has);
        };
    }
}
