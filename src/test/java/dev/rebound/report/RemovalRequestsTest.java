package dev.rebound.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bodies that ask a platform to take addresses off its list. */
class RemovalRequestsTest {
    @TempDir
    Path folder;

    @Test
    void aHashIsNoAddressThatARequestCanName() throws Exception {
        List<String> wanted = List.of("nina@example.com", "9f86d081884c7d659a2feaa0c55ad015", "nina@example.com");
        List<Path> files = RemovalRequests.write(wanted, folder);
        assertThat(files).hasSize(1);
        assertThat(new ObjectMapper()
                        .readTree(files.getFirst().toFile())
                        .path("email")
                        .toString())
                .isEqualTo("[\"nina@example.com\"]");
        assertThat(RemovalRequests.nameable(wanted)).hasSize(1);
    }
}
