package dev.rebound.feeds;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Packs bytes the ways that exports come packed. */
public final class Packing {
    private Packing() {}

    private interface Wrapping {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] pack(byte[] bytes, Wrapping wrapping) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = wrapping.around(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** One gzip member. */
    public static byte[] gzip(byte[] bytes) throws IOException {
        return pack(bytes, GZIPOutputStream::new);
    }

    /** One zstd frame. */
    public static byte[] zstd(byte[] bytes) throws IOException {
        return pack(bytes, ZstdOutputStream::new);
    }

    /** A zip of these entries in this order. */
    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    /** One bzip2 stream. */
    public static byte[] bzip2(byte[] bytes) throws IOException {
        return pack(bytes, BZip2CompressorOutputStream::new);
    }

    /** A tar of these entries in this order. */
    public static byte[] tar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
                header.setSize(entry.getValue().length);
                tar.putArchiveEntry(header);
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        }
        return packed.toByteArray();
    }

    /** One after the other. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
