package dev.rebound.sample;

import dev.rebound.sample.SampleMail.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Plans every message of the sample and its fate. Deterministic: same seed, same plan. */
final class SampleTraffic {
    static final Instant DAY_14 = Instant.parse("2026-03-14T00:00:00Z");
    static final Instant SPRING_AT = Instant.parse("2026-03-13T08:00:00Z");
    /** No Delivery file exists for this hour: the planted hole of the coverage map. */
    static final Instant HOLE = Instant.parse("2026-03-13T13:00:00Z");

    final List<SampleMail> mails = new ArrayList<>();
    final List<String> unsubscribed = new ArrayList<>();
    /** Unsubscribed by a foreign tool because of its bounce. */
    String unsubscribedByBounce = "";

    private final Random random = new Random(20260313);
    private final SamplePeople people = new SamplePeople(random);
    /** Addresses that received something and were never marked invalid: the regular readers. */
    private final List<String> readers = new ArrayList<>();

    private final List<String> bouncedBefore = new ArrayList<>();
    private String attemptedLater = "";

    SampleTraffic() {
        newsletterFirstWave();
        spring();
        newsletterSecondWave();
        orders();
        mails.sort(Comparator.comparing((SampleMail m) -> m.sentAt).thenComparingInt(m -> m.number));
    }

    private SampleMail send(SampleCampaign campaign, String address, boolean viaSes, String pool, Instant at) {
        String subject = campaign == SampleCampaign.ORDERS
                ? "Votre commande " + (8_200 + mails.size() % 500)
                : campaign == SampleCampaign.SPRING ? "Offres de printemps" : "Nouvelles de mars";
        return send(campaign, address, viaSes, pool, at, subject);
    }

    private SampleMail send(
            SampleCampaign campaign, String address, boolean viaSes, String pool, Instant at, String subject) {
        SampleMail mail = new SampleMail(mails.size() + 1, campaign, address, viaSes, pool, at, subject);
        mails.add(mail);
        return mail;
    }

    private String anyPool() {
        return random.nextInt(100) < 34 ? "pool-a" : "pool-b";
    }

    private static Instant after(SampleMail mail, long seconds) {
        return mail.sentAt.plusSeconds(seconds);
    }

    private void newsletterFirstWave() {
        Instant start = Instant.parse("2026-03-12T07:00:00Z");
        for (int i = 0; i < 360; i++) {
            boolean hard = i >= 100 && i < 108;
            boolean soft = i >= 200 && i < 210;
            String address = i == 0 ? Planted.CLAIRE : i % 5 == 4 ? people.at(SamplePeople.OUTLOOK) : people.anywhere();
            // The bounce of the address that is written to again stands at 12 March 08:02 in Paris.
            Instant at = hard ? start.plusSeconds(118) : start.plusMillis(i * 1_000L);
            SampleMail mail = send(SampleCampaign.NEWSLETTER, address, false, anyPool(), at);
            if (hard) {
                mail.then(StepKind.HARD, after(mail, 2 + i - 100), SampleReplies.UNKNOWN_USER);
                firstWaveBounce(i - 100, address);
            } else if (soft) {
                mail.then(StepKind.DEFERRED, after(mail, 4), SampleReplies.FULL_NOW)
                        .then(StepKind.DEFERRED, after(mail, 1_800), SampleReplies.FULL_NOW)
                        .then(StepKind.SOFT, after(mail, 9_000 + i * 5L), SampleReplies.FULL);
            } else {
                mail.then(StepKind.DELIVERED, after(mail, 2 + i % 4), SampleReplies.OK);
                readers.add(address);
            }
        }
    }

    private void firstWaveBounce(int which, String address) {
        switch (which) {
            case 0 -> attemptedLater = address;
            case 1, 2, 3 -> bouncedBefore.add(address);
            case 4 -> unsubscribedByBounce = address;
            default -> {}
        }
    }

    private void spring() {
        springFailures();
        springUnfinished();
        springDeliveries();
    }

    private SampleMail springMail(String address, boolean viaSes, String pool) {
        long millis = (mails.size() * 149L) % 300_000L;
        return send(SampleCampaign.SPRING, address, viaSes, pool, SPRING_AT.plusMillis(millis / 1_000 * 1_000));
    }

    private void springFailures() {
        springMail(people.at(SamplePeople.GMAIL), false, "pool-b")
                .then(StepKind.HARD, SPRING_AT.plusSeconds(400), SampleReplies.UNKNOWN_USER);
        springMail("jean.p@gamil.example.com", true, "pool-b")
                .then(StepKind.HARD, SPRING_AT.plusSeconds(420), SampleReplies.UNKNOWN_DOMAIN);
        for (int i = 0; i < Planted.SPRING_SOFT_MAILBOX_FULL; i++) {
            softBounced(people.anywhere(), i % 2 == 0, SampleReplies.FULL_NOW, SampleReplies.FULL, i);
        }
        for (int i = 0; i < Planted.SPRING_SOFT_RATE_LIMITED; i++) {
            softBounced(people.at(SamplePeople.ORANGE), i % 2 == 0, SampleReplies.TOO_MANY, SampleReplies.TOO_MANY, i);
        }
        String[] rest = {
            SampleReplies.SERVER_DOWN, SampleReplies.SERVER_DOWN, SampleReplies.SERVER_DOWN,
            SampleReplies.TOO_LARGE, SampleReplies.TOO_LARGE, SampleReplies.NO_ANSWER
        };
        for (int i = 0; i < rest.length; i++) {
            softBounced(people.anywhere(), i % 2 == 0, SampleReplies.SERVER_DOWN, rest[i], i);
        }
        springBlocks();
        springDrops();
    }

    private void softBounced(String address, boolean viaSes, String now, String atLast, int i) {
        SampleMail mail = springMail(address, viaSes, anyPool());
        mail.then(StepKind.DEFERRED, after(mail, 5), now);
        if (i % 3 != 0) {
            mail.then(StepKind.DEFERRED, after(mail, 1_205), now).then(StepKind.DEFERRED, after(mail, 3_610), now);
        }
        mail.then(StepKind.SOFT, after(mail, 13_960 + (i * 331L) % 20_000), atLast);
    }

    private void springBlocks() {
        for (int i = 0; i < Planted.SPRING_BLOCKED_OUTLOOK; i++) {
            SampleMail mail = springMail(people.at(SamplePeople.OUTLOOK), false, "pool-a");
            mail.then(StepKind.DEFERRED, after(mail, 6), SampleReplies.SERVER_DOWN)
                    .then(StepKind.DEFERRED, after(mail, 14_400 + i), SampleReplies.SERVER_DOWN)
                    .then(StepKind.BLOCKED, inIncident(i, 29), SampleReplies.blocked(mail.sendingIp()));
        }
        for (int i = 0; i < Planted.SPRING_BLOCKED - Planted.SPRING_BLOCKED_OUTLOOK; i++) {
            SampleMail mail = springMail(people.at(SamplePeople.GMAIL), i % 2 == 0, "pool-b");
            mail.then(StepKind.BLOCKED, after(mail, 3), i < 6 ? SampleReplies.SPAM : SampleReplies.DMARC);
        }
    }

    /** Spreads block number i of n over the incident, 14 March 08:10 to 10:40 UTC. */
    private static Instant inIncident(int i, int n) {
        Instant start = Instant.parse("2026-03-14T08:10:20Z");
        return start.plusSeconds(i * 8_960L / Math.max(1, n - 1));
    }

    private void springDrops() {
        for (int i = 0; i < 9; i++) {
            String address = i < bouncedBefore.size() ? bouncedBefore.get(i) : people.anywhere();
            SampleMail mail = springMail(address, i % 2 == 0, "pool-b");
            mail.then(StepKind.DROPPED, after(mail, 1), SampleReplies.SUPPRESSED_BOUNCE);
        }
        String left = people.anywhere();
        unsubscribed.add(left);
        SampleMail mail = springMail(left, false, "pool-b");
        mail.then(StepKind.DROPPED, after(mail, 1), SampleReplies.SUPPRESSED_UNSUBSCRIBE);
    }

    private void springUnfinished() {
        for (int i = 0; i < Planted.SPRING_OPEN; i++) {
            SampleMail mail = send(SampleCampaign.SPRING, people.anywhere(), false, "pool-b", SPRING_AT);
            for (long minutes : new long[] {0, 240, 720, 1_200, 1_590}) {
                mail.then(StepKind.DEFERRED, SPRING_AT.plusSeconds(minutes * 60 + 5 + i), SampleReplies.SERVER_DOWN);
            }
        }
        for (int i = 0; i < Planted.SPRING_TIMED_OUT; i++) {
            SampleMail mail = springMail(people.anywhere(), true, "pool-b");
            for (long minutes : new long[] {0, 120, 390, 630}) {
                mail.then(StepKind.DEFERRED, SPRING_AT.plusSeconds(minutes * 60 + 320 + i), SampleReplies.NO_ANSWER);
            }
        }
        springMail(people.anywhere(), true, "pool-b");
        send(SampleCampaign.SPRING, people.anywhere(), true, "pool-b", HOLE.plusSeconds(1_200));
    }

    private void springDeliveries() {
        long viaSes = mails.stream()
                .filter(m -> m.campaign == SampleCampaign.SPRING && m.viaSes)
                .count();
        for (int i = 0; i < Planted.SPRING_DELIVERIES; i++) {
            boolean ses = viaSes < 1_000 && (i % 2 == 0 || i >= Planted.SPRING_DELIVERIES - (1_000 - viaSes));
            viaSes += ses ? 1 : 0;
            deliver(i, ses);
        }
    }

    private void deliver(int i, boolean ses) {
        boolean wave = i < 60;
        String address = wave
                ? i == 0 ? Planted.CLAIRE : people.at(SamplePeople.ORANGE)
                : i % 6 == 5
                        ? people.at(SamplePeople.OUTLOOK)
                        : i % 11 == 3 ? people.at(SamplePeople.ORANGE) : people.anywhere();
        SampleMail mail = springMail(address, ses, anyPool());
        if (wave) {
            // The delayed wave: every one of the sixty arrives the same day.
            mail.then(StepKind.DEFERRED, after(mail, 5), SampleReplies.TOO_MANY)
                    .then(StepKind.DELIVERED, outsideHole(after(mail, 1_800 + i * 520L)), SampleReplies.OK);
        } else if (i < 100) {
            mail.then(StepKind.DEFERRED, after(mail, 4), SampleReplies.SERVER_DOWN)
                    .then(StepKind.DEFERRED, after(mail, 1_200), SampleReplies.SERVER_DOWN)
                    .then(StepKind.DELIVERED, outsideHole(after(mail, 4_000 + i * 97L)), SampleReplies.OK);
        } else {
            mail.then(StepKind.DELIVERED, after(mail, 2 + i % 9), SampleReplies.OK);
        }
        if (i >= 200 && i < 200 + Planted.SPRING_RETURNED) {
            mail.then(StepKind.RETURNED, SPRING_AT.plusSeconds(28_800 + i), SampleReplies.RETURNED_FULL);
        }
        if (i % 40 == 7) {
            mail.then(StepKind.OPENED, after(mail, 2_400 + i), "");
        }
        readers.add(address);
    }

    private static Instant outsideHole(Instant time) {
        return time.isBefore(HOLE) || !time.isBefore(HOLE.plus(Duration.ofHours(1))) ? time : time.plusSeconds(3_600);
    }

    private void newsletterSecondWave() {
        Instant start = Instant.parse("2026-03-14T08:00:00Z");
        for (int i = 0; i < 40; i++) {
            if (i < Planted.NEWSLETTER_BLOCKED) {
                SampleMail mail =
                        send(SampleCampaign.NEWSLETTER, people.at(SamplePeople.OUTLOOK), true, "pool-a", start);
                mail.then(StepKind.DEFERRED, after(mail, 5), SampleReplies.SERVER_DOWN)
                        .then(
                                i == 0 ? StepKind.BLOCKED : StepKind.BLOCKED_FILED_AS_HARD,
                                start.plusSeconds(1_500 + i * 1_800L),
                                SampleReplies.blocked(mail.sendingIp()));
            } else {
                String address = i % 4 == 0 ? people.at(SamplePeople.OUTLOOK) : people.anywhere();
                SampleMail mail = send(
                        SampleCampaign.NEWSLETTER,
                        address,
                        true,
                        i % 4 == 0 ? "pool-b" : anyPool(),
                        start.plusSeconds(i));
                mail.then(StepKind.DELIVERED, after(mail, 2), SampleReplies.OK);
                readers.add(address);
            }
        }
    }

    private void orders() {
        SampleOrders orders = new SampleOrders(people, readers, random, this::send);
        orders.claire();
        orders.inFlight();
        orders.attemptedAfterInvalidation(attemptedLater);
        orders.blockedInIncident();
        orders.softBounced();
        orders.everyday(Planted.ORDER_SENDS - orders.count());
    }
}
