package dev.rebound.store;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * The random key that an encrypted store is written under. The engine stretches a file's password by ten rounds only, so
 * it is never given a person's password: that one opens the {@link KeyFile}, which holds this.
 */
final class StoreKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    StoreKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static StoreKey random() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return new StoreKey(fresh);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What the engine takes as the file's password. */
    String filePassword() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What the engine's file layer takes. */
    byte[] fileKey() {
        return FilePathEncrypt.getPasswordBytes(filePassword().toCharArray());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StoreKey other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
