package dev.rebound.console.kit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableRecordTest {
    @Test
    void jsonIsIndentedAndNotAnythingElse() {
        assertThat(
                        ReadableRecord.of(
                                "{\"event\":\"bounce\",\"cost\":1.10,\"mail\":{\"to\":[\"a@example.com\",\"b@example.com\"]},\"event\":2}"))
                .isEqualTo("""
                        {
                          "event": "bounce",
                          "cost": 1.10,
                          "mail": {
                            "to": [ "a@example.com", "b@example.com" ]
                          },
                          "event": 2
                        }""");
    }

    @Test
    void aLineOfATableIsOneCellALineWithTheNumberOfItsColumn() {
        assertThat(ReadableRecord.of("2026-03-14T08:05:41Z,sg02412,,\"250 2.0.0 OK, accepted\",,,,,,x"))
                .isEqualTo(" 1  2026-03-14T08:05:41Z\n 2  sg02412\n 4  250 2.0.0 OK, accepted\n10  x");
    }

    @Test
    void theNameOfAColumnStandsBesideItsNumberWhereThereIsOneForEach() {
        assertThat(ReadableRecord.of("a@example.com,,550,no such user", List.of("email", "ip", "code", "reason")))
                .isEqualTo("1  email: a@example.com\n3  code: 550\n4  reason: no such user");
        assertThat(ReadableRecord.of("a@example.com,,550,no such user", List.of("email")))
                .isEqualTo("1  a@example.com\n3  550\n4  no such user");
    }

    @Test
    void whatIsNeitherIsLeftAsItIs() {
        for (String raw : new String[] {
            "{\"torn\":",
            "status=sent (250 OK, queued)",
            "Reporting-MTA: dns; mx.example.com\nAction: failed\nStatus: 5.1.1",
            ""
        }) {
            assertThat(ReadableRecord.of(raw)).isEqualTo(raw);
        }
    }
}
