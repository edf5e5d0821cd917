package dev.rebound.evidence;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** For whom a pack is made. */
public enum Audience {
    /** Plain words; never a full address. */
    CUSTOMER(AddressForm.MASKED),
    /** A sending service or postmaster: IPs, replies, codes, message ids, times in UTC. */
    ESP(AddressForm.MASKED),
    /** The house itself: everything. */
    INTERNAL(AddressForm.FULL);

    private final AddressForm usual;

    Audience(AddressForm usual) {
        this.usual = usual;
    }

    /** How addresses are shown where nothing else was asked for. */
    public AddressForm usualForm() {
        return usual;
    }

    /** Whether addresses may be shown like this: a customer never sees somebody's full address. */
    public boolean allows(AddressForm form) {
        return this != CUSTOMER || form != AddressForm.FULL;
    }

    /** Whether the technical facts are part of it. */
    boolean isTechnical() {
        return this != CUSTOMER;
    }

    /** The zone of its times: postmasters everywhere compare logs in UTC. */
    ZoneId zone(ZoneId own) {
        return this == ESP ? ZoneOffset.UTC : own;
    }

    /** The word of the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of a word of the command line. */
    public static Optional<Audience> named(String word) {
        for (Audience a : values()) {
            if (a.code().equalsIgnoreCase(word)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }
}
