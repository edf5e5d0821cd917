package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.feeds.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who opened is told where the source tells it, and left open where it does not. */
class MachineReadingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "machine_open|{\"id\":\"e1\",\"user_id\":\"u\",\"time\":1773388800,\"email_address\":\"a@example.com\","
                        + "\"dispatch_id\":\"d\",\"event_type\":\"users.messages.email.Open\",\"machine_open\":\"true\"}",
                "|{\"id\":\"e1\",\"user_id\":\"u\",\"time\":1773388800,\"email_address\":\"a@example.com\","
                        + "\"dispatch_id\":\"d\",\"event_type\":\"users.messages.email.Open\",\"machine_open\":\"false\"}",
                "is_suspected_bot_click|{\"id\":\"e1\",\"user_id\":\"u\",\"time\":1773388800,\"email_address\":"
                        + "\"a@example.com\",\"dispatch_id\":\"d\",\"event_type\":\"users.messages.email.Click\","
                        + "\"url\":\"https://example.com\",\"is_suspected_bot_click\":true}",
                "sg_machine_open|{\"email\":\"a@example.com\",\"timestamp\":1773388800,\"event\":\"open\","
                        + "\"sg_event_id\":\"e1\",\"sg_message_id\":\"m1\",\"sg_machine_open\":true}",
                "|{\"email\":\"a@example.com\",\"timestamp\":1773388800,\"event\":\"open\","
                        + "\"sg_event_id\":\"e1\",\"sg_message_id\":\"m1\",\"sg_machine_open\":false}",
                "is_prefetched|{\"type\":\"open\",\"event_id\":\"1\",\"timestamp\":\"1773388800\",\"rcpt_to\":"
                        + "\"a@example.com\",\"message_id\":\"m\",\"is_prefetched\":true}",
                "bot: apple|{\"event\":\"opened\",\"timestamp\":1773388800.1,\"id\":\"x\",\"log-level\":\"info\","
                        + "\"recipient\":\"a@example.com\",\"client-info\":{\"bot\":\"apple\"}}",
                "|{\"event\":\"opened\",\"timestamp\":1773388800.1,\"id\":\"x\",\"log-level\":\"info\","
                        + "\"recipient\":\"a@example.com\",\"client-info\":{\"bot\":\"\"}}",
                "unique_proxy_open|{\"event\":\"unique_proxy_open\",\"email\":\"a@example.com\",\"ts_event\":1773388800,"
                        + "\"message-id\":\"<m@example.com>\"}",
                "|{\"event\":\"opened\",\"email\":\"a@example.com\",\"ts_event\":1773388800,"
                        + "\"message-id\":\"<m@example.com>\"}"
            })
    void onlyWhatTheSourceCallsAMachineIsOne(String words, String record) throws Exception {
        assertThat(Reading.of(folder, "events.json", record + "\n").events())
                .singleElement()
                .satisfies(e -> assertThat(MachineReading.words(e.kind(), e.text(EventText.SOURCE_CLASS)))
                        .isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource({"true,machine_open", "false,"})
    void aTableOfThousandsOfRowsSaysTheSame(String flag, String words) throws Exception {
        StringBuilder file = new StringBuilder("id,user_id,time,email_address,dispatch_id,event_type,machine_open\n");
        for (int i = 0; i < 3; i++) {
            file.append("e%d,u,177338880%d,a%d@example.com,d,users.messages.email.Open,%s\n".formatted(i, i, i, flag));
        }
        List<String> told = Reading.of(folder, "opens.csv", file.toString()).events().stream()
                .map(e -> String.valueOf(MachineReading.words(e.kind(), e.text(EventText.SOURCE_CLASS))))
                .toList();
        assertThat(told).hasSize(3).containsOnly(String.valueOf(words));
    }
}
