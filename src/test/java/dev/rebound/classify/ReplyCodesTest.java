package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyCodesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 5.1.1 gone                                            | 550 | 5.1.1
            550-5.1.10 gone                                           | 550 | 5.1.10
            host mx.example.net[5.1.1.4] said: 452 4.2.2 full         | 452 | 4.2.2
            554 5.4.7 [internal] (last transfail: 452 4.2.2 full)     | 452 | 4.2.2
            smtp; 550 #5.1.0 Address rejected.                        | 550 | 5.1.0
            Client host 1.2.3.4 refused                               | 0   |
            Exim 4.94.2 spoke                                         | 0   |
            delivered to 450 recipients                               | 0   |
            5.2.2 full (no base code)                                 | 0   | 5.2.2
            smtp;550 5.1.1 (#5.1.1).                                  | 550 | 5.1.1
            version 5.1.1.2                                           | 0   |
            """)
    void codesAreReadAndLookAlikesAreNot(String text, int smtp, String enhanced) {
        assertThat(ReplyCodes.smtpCode(text)).isEqualTo(smtp);
        assertThat(ReplyCodes.enhancedCode(text)).isEqualTo(enhanced);
    }
}
