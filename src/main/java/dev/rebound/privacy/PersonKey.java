package dev.rebound.privacy;

import dev.rebound.domain.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one store by which an address becomes a hash (HMAC-SHA-256) that nobody without the secret can guess an
 * address by. The same address has the same hash for as long as the store keeps its secret. Not for several threads.
 */
public final class PersonKey {
    private static final int SECRET_BYTES = 32;
    private static final int HASH_BYTES = 10;

    private final Mac mac;

    private PersonKey(byte[] secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        }
    }

    /** A new secret, as the text that a store keeps. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** The key of a secret that {@link #newSecret} gave. */
    public static PersonKey of(String secret) {
        return new PersonKey(HexFormat.of().parseHex(secret));
    }

    /**
     * The hash of an address for one purpose, 20 hexadecimal digits. Two purposes give hashes that cannot be matched, so
     * that a pack that left the house does not tell who was erased.
     */
    public String hash(String purpose, String address) {
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] whole = mac.doFinal(new EmailAddress(address).key().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
    }
}
