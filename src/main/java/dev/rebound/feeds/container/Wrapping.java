package dev.rebound.feeds.container;

import java.util.Locale;

/** What a file is wrapped in, told from its first bytes; the name says nothing. */
enum Wrapping {
    GZIP,
    ZSTD,
    BZIP2,
    ZIP,
    TAR,
    /** Nothing that this program takes off. */
    NONE;

    /** How many of the first bytes tell. */
    static final int BYTES = 512;

    private static final int TAR_SIGN_AT = 257;

    /** The wrapping of what begins with these bytes. */
    static Wrapping of(byte[] first) {
        if (starts(first, 0, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (isZstd(first)) {
            return ZSTD;
        }
        if (starts(first, 0, 'B', 'Z', 'h') && first.length > 10 && starts(first, 4, 0x31, 0x41, 0x59, 0x26)) {
            return BZIP2;
        }
        if (starts(first, 0, 'P', 'K', 3, 4) || starts(first, 0, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        return starts(first, TAR_SIGN_AT, 'u', 's', 't', 'a', 'r') ? TAR : NONE;
    }

    /** A frame, or a frame to be skipped (RFC 8878 section 3.1.2) as some tools put before it. */
    private static boolean isZstd(byte[] first) {
        return starts(first, 0, 0x28, 0xb5, 0x2f, 0xfd)
                || (first.length > 4 && (first[0] & 0xf0) == 0x50 && starts(first, 1, 0x2a, 0x4d, 0x18));
    }

    /** What else the bytes are where no export can be in them; empty where they may be one. */
    static String foreign(byte[] first) {
        if (starts(first, 0, '%', 'P', 'D', 'F')) {
            return "is a PDF, not an export.";
        }
        if (starts(first, 0, 0xd0, 0xcf, 0x11, 0xe0)) {
            return "is an old Excel workbook or an Outlook message. Save a workbook as CSV, a message as .eml, and import"
                    + " that.";
        }
        String packer = starts(first, 0, 0xfd, '7', 'z', 'X', 'Z')
                ? "xz"
                : starts(first, 0, '7', 'z', 0xbc, 0xaf)
                        ? "7-Zip"
                        : starts(first, 0, 'R', 'a', 'r', '!')
                                ? "RAR"
                                : starts(first, 0, 4, 0x22, 0x4d, 0x18) ? "LZ4" : "";
        return packer.isEmpty()
                ? ""
                : "is packed with " + packer + ", which is not read. Unpack it and import the files.";
    }

    /** What systems leave in archives beside the files. */
    static boolean isLitter(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return entry.startsWith("__MACOSX/")
                || name.startsWith("._")
                || name.toLowerCase(Locale.ROOT).equals(".ds_store")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini");
    }

    private static boolean starts(byte[] bytes, int at, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
