package dev.rebound.sample;

import dev.rebound.sample.SampleMail.StepKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The transactional traffic: order confirmations through two days, several to one person. */
final class SampleOrders {
    /** Plans one message. */
    interface Send {
        SampleMail send(SampleCampaign c, String address, boolean viaSes, String pool, Instant at, String subject);
    }

    private final SamplePeople people;
    private final List<String> readers;
    private final Random random;
    private final Send send;
    private int count;

    SampleOrders(SamplePeople people, List<String> readers, Random random, Send send) {
        this.people = people;
        this.readers = readers;
        this.random = random;
        this.send = send;
    }

    int count() {
        return count;
    }

    private SampleMail order(String address, boolean viaSes, String pool, Instant at, int number) {
        count++;
        return send.send(SampleCampaign.ORDERS, address, viaSes, pool, at, "Votre commande " + number);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-" + time + "Z");
    }

    private static SampleMail delivered(SampleMail mail) {
        return mail.then(StepKind.DELIVERED, mail.sentAt.plusSeconds(3), SampleReplies.OK);
    }

    /** Twelve orders of one person; three within one minute, one of them delivered only after two deferrals. */
    void claire() {
        String[] earlier = {
            "12T08:11:02",
            "12T09:20:40",
            "12T10:02:33",
            "13T07:40:10",
            "13T09:31:55",
            "13T11:05:21",
            "13T15:44:44",
            "13T17:12:09",
            "14T06:20:00"
        };
        for (int i = 0; i < earlier.length; i++) {
            delivered(order(Planted.CLAIRE, i % 2 == 0, "pool-b", at(earlier[i]), 8_701 + i * 13));
        }
        delivered(order(Planted.CLAIRE, false, "pool-b", at("14T07:00:21"), 8_839));
        delivered(order(Planted.CLAIRE, true, "pool-b", at("14T07:00:48"), 8_840));
        order(Planted.CLAIRE, false, "pool-b", at("14T07:01:07"), 8_841)
                .then(StepKind.DEFERRED, at("14T07:01:12"), SampleReplies.TOO_MANY)
                .then(StepKind.DEFERRED, at("14T07:21:30"), SampleReplies.TOO_MANY)
                .then(StepKind.DELIVERED, at("14T08:05:41"), SampleReplies.OK)
                .repeated(3)
                .then(StepKind.OPENED, at("14T10:12:00"), "");
    }

    /** Two addresses that bounce while a second message is already on its way. */
    void inFlight() {
        String first = people.at("example.net");
        order(first, false, "pool-b", at("12T09:00:00"), 8_610)
                .then(StepKind.HARD, at("12T09:00:03"), SampleReplies.UNKNOWN_USER);
        delivered(order(first, false, "pool-b", at("12T09:05:00"), 8_612));
        String second = people.at("example.org");
        order(second, true, "pool-b", at("12T09:10:00"), 8_615)
                .then(StepKind.HARD, at("12T09:10:04"), SampleReplies.UNKNOWN_USER);
        order(second, true, "pool-b", at("12T09:15:00"), 8_616)
                .then(StepKind.HARD, at("12T09:15:02"), SampleReplies.UNKNOWN_USER);
    }

    /** The one message that was really attempted after its address had been marked invalid. */
    void attemptedAfterInvalidation(String address) {
        order(address, false, "pool-b", at("13T18:30:00"), 8_790)
                .then(StepKind.HARD, at("13T18:30:03"), SampleReplies.UNKNOWN_USER);
    }

    /** Five orders inside the incident; three of them the source files as hard bounces. */
    void blockedInIncident() {
        String[] times = {"14T08:12:00", "14T08:44:10", "14T09:15:30", "14T09:58:00", "14T10:37:15"};
        for (int i = 0; i < times.length; i++) {
            SampleMail mail = order(people.at(SamplePeople.OUTLOOK), i % 2 == 0, "pool-a", at(times[i]), 8_850 + i);
            mail.then(
                    i < 3 ? StepKind.BLOCKED_FILED_AS_HARD : StepKind.BLOCKED,
                    mail.sentAt.plusSeconds(4),
                    SampleReplies.blocked(mail.sendingIp()));
        }
    }

    void softBounced() {
        for (int i = 0; i < Planted.ORDER_SOFT; i++) {
            SampleMail mail = order(people.anywhere(), i == 0, "pool-b", at("13T09:2" + i + ":00"), 8_730 + i);
            mail.then(StepKind.DEFERRED, mail.sentAt.plusSeconds(3), SampleReplies.FULL_NOW)
                    .then(StepKind.SOFT, mail.sentAt.plusSeconds(7_300), SampleReplies.FULL);
        }
    }

    /** Steady delivered traffic in every open hour, so that an hour without deliveries stands out. */
    void everyday(int howMany) {
        List<Instant> hours = new ArrayList<>();
        addHours(hours, "12", 7, 10);
        addHours(hours, "13", 7, 20);
        addHours(hours, "14", 6, 10);
        for (int i = 0; i < howMany; i++) {
            Instant hour = hours.get(i % hours.size());
            // In the hour of the planted hole every order goes by the service whose own file has the answer.
            boolean viaSes = !hour.equals(SampleTraffic.HOLE) && (i / hours.size() + i) % 2 == 0;
            String address = readers.get(random.nextInt(readers.size()));
            if (address.equals(Planted.CLAIRE)) {
                address = people.anywhere();
            }
            Instant time = hour.plusSeconds(180 + random.nextInt(2_900));
            delivered(order(
                    address,
                    viaSes,
                    random.nextInt(100) < 34 && !address.endsWith(SamplePeople.OUTLOOK) ? "pool-a" : "pool-b",
                    time,
                    8_300 + i));
        }
    }

    private static void addHours(List<Instant> hours, String day, int from, int to) {
        for (int h = from; h <= to; h++) {
            hours.add(at(day + (h < 10 ? "T0" : "T") + h + ":00:00"));
        }
    }
}
