package dev.rebound.store;

import java.time.Instant;

/** The file of an import before it is read: what it is called, where it lay, what it weighs, which bytes it is. */
public record ImportSource(String name, String path, long bytes, String sha256, String zone, Instant startedAt) {
    /** The same file, its bytes known. */
    ImportSource withSha256(String digest) {
        return new ImportSource(name, path, bytes, digest, zone, startedAt);
    }
}
