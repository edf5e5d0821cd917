package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What a program of the system answered.
 *
 * @param code how it ended; 0 is done
 * @param said what it printed
 * @param complaint what it said went wrong
 */
record Answer(int code, String said, String complaint) {
    /** The system may ask the person to unlock the key store first. */
    private static final long PATIENCE_SECONDS = 120;

    private static final int GIVEN_UP = -1;

    boolean isDone() {
        return code == 0;
    }

    /**
     * Asks a program.
     *
     * @param missing what is said where there is no such program
     * @param in what it reads
     */
    static Answer of(String missing, String in, String... command) throws StoreException {
        try {
            Process process = new ProcessBuilder(command).start();
            try (OutputStream out = process.getOutputStream()) {
                out.write(in.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading; how it ended says why.
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(GIVEN_UP, "", "no answer");
            }
            return new Answer(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Sealed.refused(missing);
        } catch (InterruptedException e) {
            // Nobody interrupts a thread that works for a store; who does so all the same wants no answer.
            return new Answer(GIVEN_UP, "", "interrupted");
        }
    }
}
