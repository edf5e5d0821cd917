package dev.rebound.words;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** A short code for a trouble that nobody foresaw: the same trouble has the same code, and it tells nothing personal. */
public final class TroubleCode {
    private TroubleCode() {}

    /** The code, made from where the trouble happened, not from what it said; e.g. {@code X1A2B3C4D}. */
    public static String of(Throwable trouble) {
        CRC32 crc = new CRC32();
        crc.update(trouble.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement at : trouble.getStackTrace()) {
            if (at.getClassName().startsWith("dev.rebound")) {
                String place = at.getClassName() + at.getMethodName() + at.getLineNumber();
                crc.update(place.getBytes(StandardCharsets.UTF_8));
                break;
            }
        }
        return "X" + Long.toHexString(crc.getValue()).toUpperCase(Locale.ROOT);
    }
}
