package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Backups: a ZIP that holds the closed store's file, the wrapped keys of an encrypted one, and a page of facts. A backup
 * counts as made when it was read back and its SHA-256 is that of the store.
 */
final class Backups {
    private static final String FACTS = "backup.txt";
    private static final String STORE = "rebound.mv.db";
    private static final String KEYS = "rebound.key";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Backups() {}

    static String stamp(Instant at) {
        return STAMP.format(at);
    }

    /** Writes a backup of a closed store. The file appears when it is whole, and replaces an older one of its name. */
    static BackupReport write(StoreFiles files, Path file, int format, Instant now) throws StoreException {
        Path target = file.toAbsolutePath().normalize();
        Path half = target.resolveSibling(target.getFileName() + ".part");
        try {
            Path parent = target.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                StoreFiles.makeFolder(parent);
            }
            Files.deleteIfExists(half);
            Files.createFile(half);
            StoreFiles.ownersOnly(half);
            Instant at = now.truncatedTo(ChronoUnit.SECONDS);
            String sha256 = zipped(files, half, format, at);
            StoreFiles.force(half);
            String readBack = readBack(half);
            if (!readBack.equals(sha256)) {
                throw new StoreException(
                        Trouble.OTHER,
                        "The backup " + target
                                + " could not be read back as it was written, so it was thrown away. Try another disk.",
                        null);
            }
            StoreFiles.replace(half, target);
            return new BackupReport(target, at, Files.size(target), sha256, format);
        } catch (IOException e) {
            throw troubleOf(target, e);
        } finally {
            deleteQuietly(half);
        }
    }

    private static StoreException troubleOf(Path target, IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left")) {
            return new StoreException(
                    Trouble.DISK_FULL,
                    "There is no room for the backup " + target + ". Choose another disk; nothing was changed.",
                    e);
        }
        return new StoreException(
                Trouble.OTHER,
                "The backup " + target + " cannot be written. Check that the folder exists and can be written to.",
                e);
    }

    private static String zipped(StoreFiles files, Path half, int format, Instant at) throws IOException {
        MessageDigest digest = sha256();
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(entry(STORE, at));
            long bytes;
            try (InputStream in = new DigestInputStream(Files.newInputStream(files.store()), digest)) {
                bytes = in.transferTo(zip);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            if (Files.exists(files.keys())) {
                zip.putNextEntry(entry(KEYS, at));
                Files.copy(files.keys(), zip);
            }
            zip.putNextEntry(entry(FACTS, at));
            zip.write(("Rebound backup\nmade: " + at + "\nformat: " + format + "\nbytes: " + bytes + "\nsha256: "
                            + sha256 + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return sha256;
        }
    }

    private static ZipEntry entry(String name, Instant at) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        return entry;
    }

    private static String readBack(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (ZipInputStream zip = open(file)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(STORE)) {
                    new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
                } else {
                    zip.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads the facts of a backup and refuses what is none. */
    static BackupReport facts(Path file) throws StoreException {
        Map<String, String> facts = new LinkedHashMap<>();
        try (ZipInputStream zip = open(file)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(FACTS)) {
                    for (String line : new String(zip.readNBytes(1 << 16), StandardCharsets.UTF_8).split("\n", -1)) {
                        int colon = line.indexOf(": ");
                        if (colon > 0) {
                            facts.put(line.substring(0, colon), line.substring(colon + 2));
                        }
                    }
                }
            }
            return new BackupReport(
                    file,
                    Instant.parse(facts.getOrDefault("made", "")),
                    Files.size(file),
                    facts.getOrDefault("sha256", ""),
                    Integer.parseInt(facts.getOrDefault("format", "")));
        } catch (ZipException e) {
            throw none(file, e);
        } catch (IOException e) {
            throw Files.isReadable(file)
                    ? none(file, e)
                    : new StoreException(Trouble.OTHER, "The backup " + file + " is not there or cannot be read.", e);
        } catch (java.time.DateTimeException | NumberFormatException e) {
            throw none(file, e);
        }
    }

    private static StoreException none(Path file, Exception e) {
        return new StoreException(
                Trouble.DAMAGED, file + " is no backup of Rebound, or it is damaged. Choose another backup.", e);
    }

    /** Writes the store of a backup; refuses it when it is not what was backed up. */
    static void unpack(Path file, BackupReport facts, Path to) throws IOException, StoreException {
        MessageDigest digest = sha256();
        try (ZipInputStream zip = open(file)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(STORE)) {
                    Files.createFile(to);
                    StoreFiles.ownersOnly(to);
                    try (OutputStream out = Files.newOutputStream(to)) {
                        new DigestInputStream(zip, digest).transferTo(out);
                    }
                }
            }
        } catch (ZipException e) {
            throw none(file, e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(facts.sha256())) {
            throw none(file, new IOException("the store's SHA-256 is another"));
        }
    }

    /** The wrapped keys of an encrypted backup; without lines where it is plain. */
    static KeyFile keys(Path file) throws IOException {
        try (ZipInputStream zip = open(file)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                if (e.getName().equals(KEYS)) {
                    return new KeyFile(new String(zip.readNBytes(1 << 16), StandardCharsets.UTF_8)
                            .lines()
                            .filter(l -> !l.isBlank())
                            .toList());
                }
            }
        }
        return new KeyFile(List.of());
    }

    private static ZipInputStream open(Path file) throws IOException {
        return new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deleteQuietly(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // What is left of it has a name that no one takes for a backup.
            return;
        }
    }

    /** Copies from before upgrades and restores. */
    static List<Path> own(StoreFiles files) throws StoreException {
        if (!Files.isDirectory(files.backups())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(files.backups())) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw files.trouble(e, "The folder " + files.backups() + " cannot be read.");
        }
    }

    static void deleteOwn(StoreFiles files) throws StoreException {
        try {
            StoreFiles.delete(files.backups());
        } catch (IOException e) {
            throw files.trouble(
                    e, "The backups in " + files.backups() + " still hold what was removed. Delete them by hand.");
        }
    }
}
