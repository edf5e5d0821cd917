package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a store, each wrapped by AES-GCM under a password stretched by PBKDF2. A wrong password is known here, before
 * the store is touched. While a store changes its key the file holds both, so that a crash leaves no store without one.
 */
record KeyFile(List<String> lines) {
    private static final String FORM = "1";
    /** What OWASP asks of PBKDF2 with HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int MARK_BYTES = 12;

    KeyFile {
        lines = List.copyOf(lines);
    }

    static KeyFile read(Path file) throws StoreException {
        try {
            return new KeyFile(
                    Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList());
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The store is encrypted and its key file " + file
                            + " is missing. Put it back, or restore a backup.",
                    e);
        } catch (IOException e) {
            throw new StoreException(Trouble.OTHER, "The key file " + file + " cannot be read.", e);
        }
    }

    /** A key file of one key under one password. */
    static KeyFile of(StoreKey key, char[] password) throws StoreException {
        byte[] salt = random(SALT_BYTES);
        byte[] iv = random(IV_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, stretched(password, salt, ROUNDS), new GCMParameterSpec(TAG_BITS, iv));
            byte[] wrapped = cipher.doFinal(key.bytes());
            return new KeyFile(
                    List.of(String.join(" ", FORM, String.valueOf(ROUNDS), text(salt), text(iv), text(wrapped))));
        } catch (GeneralSecurityException e) {
            throw new StoreException(Trouble.OTHER, "This Java cannot encrypt a store.", e);
        }
    }

    /** Tells this file from all others; says nothing of the key or the password. */
    String mark() throws StoreException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new StoreException(Trouble.OTHER, "This Java cannot encrypt a store.", e);
        }
    }

    KeyFile and(KeyFile other) {
        List<String> both = new ArrayList<>(lines);
        both.addAll(other.lines);
        return new KeyFile(both);
    }

    void write(Path file) throws IOException {
        StoreFiles.write(file, String.join("\n", lines) + "\n");
    }

    /** The keys that a password opens; never none. */
    List<StoreKey> unlock(PasswordSource passwords) throws StoreException {
        if (passwords instanceof KnownKey known) {
            return List.of(known.key());
        }
        char[] password = passwords.password();
        if (password == null) {
            throw new StoreException(
                    Trouble.LOCKED,
                    "The store is encrypted. Give its password: --password-file FILE, REBOUND_PASSWORD, or type it"
                            + " where Rebound asks.",
                    null);
        }
        List<StoreKey> keys = new ArrayList<>();
        try {
            for (String line : lines) {
                unlocked(line, password, keys);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StoreException(
                    Trouble.DAMAGED, "The store's key file is damaged. Restore a backup with its own key file.", e);
        } finally {
            Arrays.fill(password, '\0');
        }
        if (keys.isEmpty()) {
            throw new StoreException(
                    Trouble.WRONG_PASSWORD, "That is not the store's password. Nothing was changed; try again.", null);
        }
        return keys;
    }

    private static void unlocked(String line, char[] password, List<StoreKey> into) throws GeneralSecurityException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 5 || !parts[0].equals(FORM)) {
            throw new IllegalArgumentException("not a key line");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                stretched(password, base64.decode(parts[2]), Integer.parseInt(parts[1])),
                new GCMParameterSpec(TAG_BITS, base64.decode(parts[3])));
        try {
            into.add(new StoreKey(cipher.doFinal(base64.decode(parts[4]))));
        } catch (AEADBadTagException e) {
            return;
        }
    }

    private static SecretKeySpec stretched(char[] password, byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
