package dev.rebound.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One planted message: who, when, by which service, and what happened to it. */
final class SampleMail {
    /** What a step of the message's life is, before any provider words it. */
    enum StepKind {
        DELIVERED,
        DEFERRED,
        SOFT,
        BLOCKED,
        BLOCKED_FILED_AS_HARD,
        HARD,
        DROPPED,
        RETURNED,
        OPENED
    }

    /**
     * One step.
     *
     * @param copies how often the source wrote the same event (an at-least-once feed repeats itself)
     */
    record Step(StepKind kind, Instant time, String reply, int attempt, int copies) {}

    final int number;
    final SampleCampaign campaign;
    final String address;
    final boolean viaSes;
    final String pool;
    final Instant sentAt;
    final String subject;
    final List<Step> steps = new ArrayList<>();

    SampleMail(
            int number,
            SampleCampaign campaign,
            String address,
            boolean viaSes,
            String pool,
            Instant sentAt,
            String subject) {
        this.number = number;
        this.campaign = campaign;
        this.address = address;
        this.viaSes = viaSes;
        this.pool = pool;
        this.sentAt = sentAt;
        this.subject = subject;
    }

    SampleMail then(StepKind kind, Instant time, String reply) {
        int attempt = 1
                + (int) steps.stream()
                        .filter(s -> s.kind() == StepKind.DEFERRED)
                        .count();
        steps.add(new Step(kind, time, reply, attempt, 1));
        return this;
    }

    SampleMail repeated(int copies) {
        Step last = steps.removeLast();
        steps.add(new Step(last.kind(), last.time(), last.reply(), last.attempt(), copies));
        return this;
    }

    String esp() {
        return viaSes ? "Amazon SES" : "SendGrid";
    }

    /** A sending domain is set up at one service, so each has its own. */
    String senderDomain() {
        return viaSes ? "offers.example.com" : "news.example.com";
    }

    /** Two addresses in the pool that carries the blocked traffic, one in the other. */
    String sendingIp() {
        return pool.equals("pool-a") ? (number % 2 == 0 ? "192.0.2.21" : "192.0.2.22") : "198.51.100.7";
    }

    String espMessageId() {
        return viaSes
                ? "0102018d%08x-7a31c2%06x-000000".formatted(number * 7919, number)
                : "sg%05d.filterdrecv-7b9c-%05d".formatted(number, number * 31 % 100_000);
    }

    String dispatchId() {
        return campaign.dispatchId(this);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Time of the hand-over to the ESP: shortly after the platform's send. */
    Instant acceptedAt() {
        return sentAt.plus(Duration.ofSeconds(1));
    }
}
