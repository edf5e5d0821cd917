package dev.rebound.feeds.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip as they stand in the stream. The stream's reader takes anything that is no entry for the end, so
 * the directory at the archive's end is asked how many there should have been.
 */
final class ZipEntries implements ArchiveEntries {
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_BYTES = 22;
    private static final int UNTOLD = 0xffff;

    private final PackedBytes packed;
    private final ZipInputStream zip;
    private final InputStream watched;
    private final String name;
    private int entries;

    ZipEntries(InputStream in, BombGuard guard, String name) {
        this.packed = PackedBytes.remembered(in);
        // Names that are not marked as UTF-8 may be in any code page; each byte is kept and looked at below.
        this.zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
        this.watched = guard.around(zip);
        this.name = name;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                end();
                return null;
            }
            entries++;
            FileTime changed = entry.getLastModifiedTime();
            return new Entry(
                    readable(entry.getName()),
                    !entry.isDirectory(),
                    changed == null ? null : changed.toInstant(),
                    watched);
        } catch (IOException | IllegalArgumentException e) {
            throw BombGuard.damaged(name, e);
        }
    }

    private void end() throws IOException {
        packed.transferTo(OutputStream.nullOutputStream());
        ByteBuffer tail = ByteBuffer.wrap(packed.tail()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.limit() - DIRECTORY_END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == DIRECTORY_END) {
                int told = tail.getShort(at + 10) & 0xffff;
                if (told != UNTOLD && told > entries) {
                    throw new UnreadableException(
                            name + " is damaged: it lists " + told + " files and only " + entries
                                    + " are there. Nothing of it was stored; fetch it again.",
                            null);
                }
                return;
            }
        }
        throw new UnreadableException(
                name + " stops in the middle: the list of its files is missing. Nothing of it was stored; fetch it"
                        + " again.",
                null);
    }

    private static String readable(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
