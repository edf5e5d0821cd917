package dev.rebound.evidence;

import java.util.Locale;

/** How addresses are shown in a pack. */
public enum AddressForm {
    /** First and last letters: {@code c…d@o…e.fr}. */
    MASKED,
    /** A keyed hash in place of the address, the same in every pack of this store. */
    PSEUDONYMS,
    /** As they are. */
    FULL;

    /** The name used in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
