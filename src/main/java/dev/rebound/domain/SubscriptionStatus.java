package dev.rebound.domain;

/** What the person agreed to, as an imported user export says. Nothing in Rebound derives it from a bounce. */
public enum SubscriptionStatus {
    OPTED_IN,
    SUBSCRIBED,
    UNSUBSCRIBED,
    UNKNOWN;

    /** The name used on the command line and in files. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
