package dev.rebound.bench.scale;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Synthetic traffic of one platform, the same for the same numbers: about 49 % sends, 44 % deliveries, 3 % soft and
 * 1.5 % hard bounces, the rest deferrals, drops and complaints; event ids of 22 characters, 0.5 % of the rows twice, four
 * recipients for ten events, Zipf-like campaigns and domains, 3,000 replies. One file is a slice of the time; several
 * slices follow each other.
 */
final class Traffic {
    /** How a file is written. */
    enum Format {
        /** Columns of the warehouse tables, as the Query Builder exports them. */
        CSV,
        /** Currents as one JSON object a line. */
        NDJSON
    }

    private static final String HEADER =
            "EVENT_TYPE,ID,USER_ID,TIME,EMAIL_ADDRESS,CAMPAIGN_ID,CAMPAIGN_NAME,DISPATCH_ID,ESP,SENDING_IP,IS_DROP,BOUNCE_REASON\n";
    private static final long BEGIN_EPOCH_SECONDS = 1_767_225_600L;
    private static final long SPAN_SECONDS = 90 * 86_400L;
    private static final int CAMPAIGNS = 400;
    private static final int DISPATCHES_PER_CAMPAIGN = 30;
    private static final int DOMAINS = 4_000;
    private static final int REPLIES = 3_000;
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String[] FIRST = {
        "anna", "bruno", "carla", "dieter", "emma", "felix", "greta", "hugo", "ines", "jonas", "klara", "leon", "maria",
        "nils", "olga", "pierre", "rosa", "simon", "tilda", "ulrich", "vera", "walter", "yara", "zoe"
    };
    private static final String[] LAST = {
        "adler", "becker", "colin", "dubois", "ebert", "fischer", "garnier", "huber", "ivanov", "jung", "keller", "lemoine",
        "moreau", "novak", "oster", "petit", "quast", "richter", "schmitt", "thomas", "unger", "vogel", "weber", "zimmer"
    };
    private static final String[] SOFT = {
        "452 4.2.2 The mailbox of this person is full", "421 4.7.0 Too many messages from your address just now",
        "451 4.3.2 The system is not accepting mail now", "450 4.2.1 This mailbox is used too often at the moment"
    };
    private static final String[] HARD = {
        "550 5.1.1 No such user here", "550 5.1.1 The account does not exist", "554 5.7.1 Refused by the rules of this site"
    };

    private final int recipients;
    private final byte[] row = new byte[1_024];
    private int length;

    /** Traffic of a whole of so many events; that many decides how many recipients there are. */
    Traffic(long wholeEvents) {
        this.recipients = (int) Math.max(1_000, wholeEvents * 4 / 10);
    }

    /** Writes slice {@code slice} of {@code slices}, with about {@code events} rows. */
    Path write(Path file, Format format, long events, int slice, int slices) throws IOException {
        SplittableRandom random = new SplittableRandom(7_919L * slice + 1);
        long from = BEGIN_EPOCH_SECONDS + SPAN_SECONDS * slice / slices;
        double secondsAnEvent = (double) SPAN_SECONDS / slices / events;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (format == Format.CSV) {
                out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            }
            long number = (long) slice << 40;
            for (long written = 0; written < events; ) {
                written += message(out, format, random, from + (long) (written * secondsAnEvent), number);
                number += 8;
            }
        }
        return file;
    }

    private long message(OutputStream out, Format format, SplittableRandom random, long at, long number)
            throws IOException {
        int campaign = skewed(random, CAMPAIGNS);
        int dispatch = (int) ((at - BEGIN_EPOCH_SECONDS) * DISPATCHES_PER_CAMPAIGN / SPAN_SECONDS);
        int who = random.nextInt(recipients);
        long rows = row(out, format, random, "Send", who, at, campaign, dispatch, number, "");
        double fate = random.nextDouble();
        long later = at + 1 + random.nextInt(240);
        if (fate < 0.905) {
            if (fate < 0.02) {
                String slow = SOFT[random.nextInt(SOFT.length)] + " " + random.nextInt(REPLIES / 6);
                rows += row(out, format, random, "SoftBounce", who, later, campaign, dispatch, number + 1, slow);
                later += 300 + random.nextInt(1_200);
            }
            rows += row(out, format, random, "Delivery", who, later, campaign, dispatch, number + 2, "");
            if (fate > 0.897) {
                later += 3_600 + random.nextInt(80_000);
                rows += row(out, format, random, "MarkAsSpam", who, later, campaign, dispatch, number + 3, "");
            }
        } else if (fate < 0.96) {
            String why = SOFT[random.nextInt(SOFT.length)] + " " + random.nextInt(REPLIES / 6);
            rows += row(out, format, random, "SoftBounce", who, later, campaign, dispatch, number + 4, why);
        } else if (fate < 0.988) {
            String why = HARD[random.nextInt(HARD.length)] + " " + random.nextInt(REPLIES / 9);
            rows += row(out, format, random, "Bounce", who, later, campaign, dispatch, number + 5, why);
        } else if (fate < 0.994) {
            rows += row(out, format, random, "Drop", who, later, campaign, dispatch, number + 6, "Bounced Address");
        }
        return rows;
    }

    /** Small numbers are likely, large ones rare. */
    private static int skewed(SplittableRandom random, int most) {
        double u = random.nextDouble();
        return (int) (most * u * u * u);
    }

    private long row(
            OutputStream out,
            Format format,
            SplittableRandom random,
            String type,
            int who,
            long at,
            int campaign,
            int dispatch,
            long number,
            String reply)
            throws IOException {
        length = 0;
        if (format == Format.CSV) {
            csv(type, who, at, campaign, dispatch, number, reply);
        } else {
            json(type, who, at, campaign, dispatch, number, reply);
        }
        put('\n');
        out.write(row, 0, length);
        if (random.nextInt(200) == 0) {
            out.write(row, 0, length);
            return 2;
        }
        return 1;
    }

    private void csv(String type, int who, long at, int campaign, int dispatch, long number, String reply) {
        put(type.equals("Drop") ? "Bounce" : type);
        put(',');
        id(number);
        put(',');
        hex(mix(who), 24);
        put(',');
        put(Long.toString(at));
        put(',');
        put(address(who, new StringBuilder()));
        put(',');
        hex(mix(campaign + 77_000_000L), 32);
        put(",Letter of team ");
        put(Integer.toString(campaign));
        put(',');
        hex(mix(campaign * 1_000L + dispatch), 32);
        put(",SendGrid,");
        ip(type, campaign);
        put(type.equals("Drop") ? ",true," : ",,");
        put(reply);
    }

    private void json(String type, int who, long at, int campaign, int dispatch, long number, String reply) {
        put("{\"event_type\":\"");
        put(type.equals("Drop") ? "Bounce" : type);
        put("\",\"id\":\"");
        id(number);
        put("\",\"user_id\":\"");
        hex(mix(who), 24);
        put("\",\"time\":");
        put(Long.toString(at));
        put(",\"email_address\":\"");
        put(address(who, new StringBuilder()));
        put("\",\"campaign_id\":\"");
        hex(mix(campaign + 77_000_000L), 32);
        put("\",\"campaign_name\":\"Letter of team ");
        put(Integer.toString(campaign));
        put("\",\"dispatch_id\":\"");
        hex(mix(campaign * 1_000L + dispatch), 32);
        put("\",\"esp\":\"SendGrid\"");
        switch (type) {
            case "Send" -> put(",\"message_extras\":\"\"");
            case "MarkAsSpam" -> put(",\"user_agent\":\"loop\"");
            default -> {
                put(",\"sending_ip\":\"");
                ip(type, campaign);
                put("\"");
            }
        }
        if (type.equals("Bounce") || type.equals("Drop")) {
            put(type.equals("Drop") ? ",\"is_drop\":true" : ",\"is_drop\":false");
        }
        if (!reply.isEmpty()) {
            put(",\"bounce_reason\":\"");
            put(reply);
            put("\"");
        }
        put('}');
    }

    private void ip(String type, int campaign) {
        if (!type.equals("Send") && !type.equals("MarkAsSpam")) {
            put("192.0.2.");
            put(Integer.toString(1 + campaign % 20));
        }
    }

    /** To whom the first message of the first slice goes: somebody who surely had mail. */
    static String firstAddress(long wholeEvents) {
        SplittableRandom random = new SplittableRandom(1);
        skewed(random, CAMPAIGNS);
        return address(random.nextInt(new Traffic(wholeEvents).recipients));
    }

    /** Everybody has one address for good. */
    static String address(int who) {
        return address(who, new StringBuilder()).toString();
    }

    private static CharSequence address(int who, StringBuilder to) {
        long h = mix(who + 5_000_000_000L);
        double u = (h >>> 11) * 0x1.0p-53;
        return to.append(FIRST[(int) (h & 0xffff) % FIRST.length])
                .append('.')
                .append(LAST[(int) (h >>> 16 & 0xffff) % LAST.length])
                .append(who)
                .append("@mail")
                .append((int) (DOMAINS * u * u * u * u))
                .append(".example.com");
    }

    private void id(long number) {
        long a = mix(number + 1_000_000_007L);
        long b = mix(a ^ number);
        for (int i = 0; i < 11; i++) {
            put(DIGITS.charAt((int) Long.remainderUnsigned(a, 62)));
            a = Long.divideUnsigned(a, 62);
        }
        for (int i = 0; i < 11; i++) {
            put(DIGITS.charAt((int) Long.remainderUnsigned(b, 62)));
            b = Long.divideUnsigned(b, 62);
        }
    }

    private void hex(long value, int digits) {
        long v = value;
        for (int i = 0; i < digits; i++) {
            put(DIGITS.charAt((int) (v & 15)));
            v = (v >>> 4) == 0 ? mix(value + i) : v >>> 4;
        }
    }

    private void put(char c) {
        row[length++] = (byte) c;
    }

    private void put(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            row[length++] = (byte) text.charAt(i);
        }
    }

    private static long mix(long n) {
        long z = (n + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
