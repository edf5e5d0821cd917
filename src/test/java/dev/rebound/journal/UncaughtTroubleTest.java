package dev.rebound.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;

class UncaughtTroubleTest {
    private static String told(RuntimeException thrown) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Thread thread = new Thread(() -> {
            throw thrown;
        });
        thread.setUncaughtExceptionHandler(new UncaughtTrouble(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        thread.start();
        thread.join();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itsPlaceIsToldAndNotItsWords() throws InterruptedException {
        assertThat(told(new IllegalStateException("anna@example.com is there twice")))
                .contains("trouble code=X", "UncaughtTroubleTest")
                .doesNotContain("anna", "@example");
    }

    @Test
    void theEnginesOwnThreadsAreSilent() throws InterruptedException {
        assertThat(told(new MVStoreException(1, "Reading from /home/anna/rebound.mv.db failed")))
                .isEmpty();
    }
}
