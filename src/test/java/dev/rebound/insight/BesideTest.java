package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BesideTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 100_003})
    void everyNumberIsVisitedOnce(int size) {
        byte[] visits = new byte[size];
        Beside.each(size, (from, to) -> {
            for (int i = from; i < to; i++) {
                visits[i]++;
            }
        });
        assertThat(IntStream.range(0, size)).allMatch(i -> visits[i] == 1);
    }
}
