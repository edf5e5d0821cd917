package dev.rebound.insight;

import dev.rebound.filter.Field;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mailbox provider usually leaves undelivered: the median, over the days before a moment, of the share of that
 * day's sends without a delivery. Days with few sends say little and are left out.
 *
 * @param share from 0 to 1
 * @param days how many days it is the median of
 */
public record UsualGap(double share, int days) {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int LEAST_SENDS_OF_A_DAY = 10;

    /** Sends and missing deliveries of one day. */
    private static final class Day {
        long sends;
        long missing;
    }

    /**
     * The usual share by provider; providers without a day of enough sends are not in it.
     *
     * @param before the thirty days before this moment count
     * @param without messages that must not count, e.g. those of the campaign that is compared with the usual
     */
    static Map<String, UsualGap> byProvider(MessageTable messages, Instant before, Bitmap without, ZoneId zone) {
        Table.Codes providers = messages.codes(Field.PROVIDER);
        Map<Integer, Map<LocalDate, Day>> days = new HashMap<>();
        long until = before.toEpochMilli();
        long from = before.minus(LOOKED_BACK).toEpochMilli();
        for (int m = 0; m < messages.size() && providers != null; m++) {
            long sent = messages.sentMillis(m);
            if (messages.kind(m) != MessageKind.SENT || sent < from || sent >= until || without.get(m)) {
                continue;
            }
            Day day = days.computeIfAbsent(providers.code(m), p -> new HashMap<>())
                    .computeIfAbsent(LocalDate.ofInstant(Instant.ofEpochMilli(sent), zone), d -> new Day());
            day.sends++;
            day.missing += messages.deliveredMillis(m) == 0 ? 1 : 0;
        }
        Map<String, UsualGap> out = new HashMap<>();
        days.forEach((provider, ofProvider) -> {
            List<Double> shares = new ArrayList<>();
            ofProvider.values().stream()
                    .filter(d -> d.sends >= LEAST_SENDS_OF_A_DAY)
                    .forEach(d -> shares.add((double) d.missing / d.sends));
            if (!shares.isEmpty() && providers != null && provider >= 0) {
                Collections.sort(shares);
                out.put(providers.text(provider), new UsualGap(shares.get(shares.size() / 2), shares.size()));
            }
        });
        return out;
    }
}
