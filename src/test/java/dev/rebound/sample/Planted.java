package dev.rebound.sample;

import java.time.Instant;

/** The planted truth of the sample data: what every screen and every command must answer at {@link #NOW}. */
public final class Planted {
    /** The fixed clock of the sample: 14 March 2026 12:00 in Paris. */
    public static final Instant NOW = Instant.parse("2026-03-14T11:00:00Z");

    public static final String SPRING = "Spring Sale 2026";
    public static final String ORDERS = "Order confirmations";
    public static final String NEWSLETTER = "Newsletter March";

    public static final int SPRING_SENDS = 2_000;
    public static final int SPRING_DELIVERIES = 1_816;
    public static final int SPRING_RETURNED = 2;
    public static final int SPRING_HARD = 2;
    public static final int SPRING_SOFT = 120;
    public static final int SPRING_SOFT_MAILBOX_FULL = 84;
    public static final int SPRING_SOFT_RATE_LIMITED = 30;
    public static final int SPRING_SOFT_OTHER = 6;
    public static final int SPRING_BLOCKED = 40;
    public static final int SPRING_BLOCKED_OUTLOOK = 29;
    public static final int SPRING_DROPPED = 10;
    public static final int SPRING_OPEN = 7;
    public static final int SPRING_TIMED_OUT = 3;
    public static final int SPRING_UNCOVERED = 1;
    public static final int SPRING_UNEXPLAINED = 1;
    public static final int SPRING_GAP = 184;

    public static final int ORDER_SENDS = 300;
    public static final int ORDER_DELIVERIES = 289;
    public static final int ORDER_HARD = 4;
    public static final int ORDER_BLOCKED = 5;
    public static final int ORDER_SOFT = 2;

    public static final int NEWSLETTER_SENDS = 400;
    public static final int NEWSLETTER_DELIVERIES = 379;
    public static final int NEWSLETTER_HARD = 8;
    public static final int NEWSLETTER_BLOCKED = 3;
    public static final int NEWSLETTER_SOFT = 10;

    public static final int INVALID = 20;
    public static final int QUESTIONABLE = 6;
    public static final int AUDIT_IN_FLIGHT = 2;
    public static final int AUDIT_DROPPED = 3;
    public static final int AUDIT_ATTEMPTED = 1;

    /** The person of the second investigation: 14 messages, three of them on one morning. */
    public static final String CLAIRE = "claire.d@orange.example.com";

    public static final int CLAIRE_MESSAGES = 14;

    private Planted() {}
}
