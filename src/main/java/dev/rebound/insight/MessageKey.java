package dev.rebound.insight;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which a message is found again after other imports have come or gone: the raw record of its first event and its
 * address. Numbers of rows change with every import; this does not.
 */
public record MessageKey(long importId, int rawIndex, String address) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.(\\d{1,9}):(.+)");

    /** As part of a setting's name. No sign of an address stands before the address, so that erasing finds it. */
    public String text() {
        return importId + "." + rawIndex + ":" + address;
    }

    /** The key of a text; empty for anything else. */
    public static Optional<MessageKey> of(String text) {
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(new MessageKey(Long.parseLong(m.group(1)), Integer.parseInt(m.group(2)), m.group(3)))
                : Optional.empty();
    }
}
