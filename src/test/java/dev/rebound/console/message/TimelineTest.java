package dev.rebound.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void aReplyIsTheSameWithAndWithoutItsType() {
        assertThat(Timeline.same("smtp; 452 4.2.2 The mailbox is full", "452 4.2.2 The mailbox is full"))
                .isTrue();
        assertThat(Timeline.same("smtp; 452 4.2.2 The mailbox is full", "550 5.1.1 No such user"))
                .isFalse();
    }
}
