package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyPatternTest {
    @Test
    void repliesThatDifferOnlyInTheirVariablePartsShareAPattern() {
        String one = "550 5.1.1 <ann@example.com> unknown at mx1.example.net [192.0.2.1], id 4f8a9b0c1d2e - 12345";
        String two = "550 5.1.1 <bob@example.org> unknown at mx2.example.com [198.51.100.7], id 0a1b2c3d4e5f - 99";
        assertThat(ReplyPattern.of(one)).isEqualTo(ReplyPattern.of(two)).contains("<address>", "<host>", "<ip>");
    }

    @Test
    void codesAndWordsAreKept() {
        assertThat(ReplyPattern.of("452 4.2.2 Mailbox full")).isEqualTo("452 4.2.2 mailbox full");
        assertThat(ReplyPattern.of("452 4.2.2 Mailbox full")).isNotEqualTo(ReplyPattern.of("552 5.2.2 Mailbox full"));
    }

    @Test
    void theLinesOfAReplyAreJoined() {
        assertThat(ReplyPattern.of("550-5.7.1 Blocked by\r\n550 5.7.1 policy"))
                .isEqualTo("550 5.7.1 blocked by policy");
    }
}
