package dev.rebound.privacy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The people whose addresses a store must not hold, known by the keyed hashes of their addresses alone. Puts each one's
 * pseudonym in the place of the address, in every disguise that {@link AddressTokens} and {@link Base64Runs} know, and
 * where an address stands inside another one as return paths carry it ({@code local=domain}). Not for several threads.
 */
public final class ErasedPeople {
    /** A purpose of its own, so that the hashes that leave the house in packs do not tell who was erased. */
    private static final String PURPOSE = "erasure";

    /** {@code anna=example.com} inside the local part of a return path, the sign also as an escape. */
    private static final Pattern RETURN_PATH = Pattern.compile(
            "([A-Za-z0-9._%+~-]{1,64})(=|%3D)([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)", Pattern.CASE_INSENSITIVE);

    /** What may stand before an address in a text though RFC 5322 lets it be part of one. */
    private static final String LIMITS = "=/'`{|}!#$%&*?^~";

    /** Where the sender's part of a return path ends and the person begins. */
    private static final String PREFIX_ENDS = "+-=/_~";

    private final PersonKey key;
    private final Map<String, String> pseudonyms;

    /** People by the hashes of their addresses. */
    public ErasedPeople(PersonKey key, Map<String, String> pseudonymsByHash) {
        this.key = key;
        this.pseudonyms = new HashMap<>(pseudonymsByHash);
    }

    /** The hash by which an address is remembered. */
    public static String hash(PersonKey key, String address) {
        return key.hash(PURPOSE, address);
    }

    /** Whether nobody is erased: then every text stays as it is. */
    public boolean isEmpty() {
        return pseudonyms.isEmpty();
    }

    /** What stands for an address; null for somebody who is not erased. */
    public @Nullable String pseudonym(String address) {
        return pseudonyms.get(hash(key, address));
    }

    /** A text without the addresses of these people; other texts stay letter by letter. */
    public String text(String text) {
        if (pseudonyms.isEmpty() || text.isEmpty()) {
            return text;
        }
        String plain = AddressTokens.replaced(text, this::concealed);
        return plain.indexOf('=') < 0 && plain.indexOf('%') < 0 ? plain : returnPaths(plain);
    }

    /** {@code email=anna@example.com} reads as one address; the person begins after the sign. */
    private @Nullable String concealed(AddressTokens.Token token) {
        String address = token.address();
        int at = address.lastIndexOf('@');
        for (int from = 0; from < at; from++) {
            if (from == 0 || LIMITS.indexOf(address.charAt(from - 1)) >= 0) {
                String other = pseudonym(address.substring(from));
                if (other != null) {
                    return address.substring(0, from) + other;
                }
            }
        }
        return null;
    }

    /** A file's name or path, where the ending of the file reads as if it were the domain's. */
    public String fileName(String path) {
        return pseudonyms.isEmpty() ? path : AddressTokens.replaced(path, this::concealedBeforeAnEnding);
    }

    private @Nullable String concealedBeforeAnEnding(AddressTokens.Token token) {
        String address = token.address();
        for (int end = address.length(); end > address.lastIndexOf('@'); end = address.lastIndexOf('.', end - 1)) {
            String other = pseudonym(address.substring(0, end));
            if (other != null) {
                return other + address.substring(end);
            }
        }
        return null;
    }

    private String returnPaths(String text) {
        return RETURN_PATH.matcher(text).replaceAll(m -> {
            // The local part of a return path has a prefix of the sender's before the person: every tail is tried.
            String local = m.group(1);
            for (int from = 0; from < local.length(); from++) {
                boolean begins = from == 0 || PREFIX_ENDS.indexOf(local.charAt(from - 1)) >= 0;
                String other = begins ? pseudonym(local.substring(from) + "@" + m.group(3)) : null;
                if (other != null) {
                    return java.util.regex.Matcher.quoteReplacement(
                            local.substring(0, from) + other.replace("@", m.group(2)));
                }
            }
            return java.util.regex.Matcher.quoteReplacement(m.group());
        });
    }

    /** A raw record without them, in what it holds in base64 too. */
    public String record(String raw) {
        return pseudonyms.isEmpty() ? raw : Base64Runs.rewritten(text(raw), this::text);
    }

    /**
     * What stands for an address from now on.
     *
     * @param keepDomain whether the domain says nothing about the person, because others share it
     */
    public static String newPseudonym(PersonKey key, String address, boolean keepDomain) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return "erased-" + hash(key, address) + "@" + (keepDomain ? domain : "erased.invalid");
    }
}
