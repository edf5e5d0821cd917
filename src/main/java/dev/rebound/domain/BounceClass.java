package dev.rebound.domain;

/** What a failure says about the address and the message; stored beside the reason, never derived from a code alone. */
public enum BounceClass {
    /** The address cannot receive mail. */
    HARD,
    /** Transient: another message may well arrive. */
    SOFT,
    /** Refused because of sender, content or policy; says nothing about the address. */
    BLOCK,
    /** No rule fits; an honest answer. */
    UNDETERMINED;

    /** The name used on the command line and in files, e.g. {@code hard}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
