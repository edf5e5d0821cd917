package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.privacy.AddressTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is read back from its text, and the address in it can be erased. */
class MessageKeyTest {
    private static final MessageKey KEY = new MessageKey(12, 345, "claire.d@orange.example.com");

    @Test
    void isReadBack() {
        assertThat(MessageKey.of(KEY.text())).contains(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12.345", "12.345:", "x.345:a@example.com", "12.345.a@example.com"})
    void anythingElseIsNoKey(String text) {
        assertThat(MessageKey.of(text)).isEmpty();
    }

    @Test
    void itsAddressIsFoundWhereAPersonIsErased() {
        String name = DataSettings.NOTE + KEY.text();
        assertThat(AddressTokens.replaced(name, t -> t.address().equals(KEY.address()) ? "erased" : null))
                .isEqualTo("note.12.345:erased");
    }
}
