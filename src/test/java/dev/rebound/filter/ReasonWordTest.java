package dev.rebound.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.cli.CommandLineProgram;
import dev.rebound.domain.Reason;
import dev.rebound.words.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program shows as a reason can be asked for in the same words. */
class ReasonWordTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void aReasonIsAskedForByItsCodeAndByItsNameInBothLanguages(Reason reason) {
        for (Locale language : new Locale[] {Locale.UK, Locale.FRANCE}) {
            String shown = new Words(language, CommandLineProgram.class).of("reason." + reason.code());
            assertThat(ReasonWord.named(shown)).as(shown).containsExactly(reason.code());
        }
        assertThat(ReasonWord.named(reason.code())).containsExactly(reason.code());
        assertThat(ReasonWord.named(reason.code().replace('_', ' '))).containsExactly(reason.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "reason:\"Too many messages at once\" | reason:rate_limited",
                "motif:\"Boîte pleine\" | reason:mailbox_full",
                "reason:full | reason:mailbox_full",
                "reason:\"mailbox full\" | reason:mailbox_full",
                "reason:(full,\"message too large\") | reason:(mailbox_full,message_too_large)",
                "reason:mailbox_f* | reason:mailbox_full",
                "reason:\"mailbox f*\" | reason:mailbox_full",
                "motif:\"boite pl*\" | reason:mailbox_full",
                "motif:/^boîte pl/ | reason:mailbox_full",
                "reason:mailbox_* | reason:(mailbox_disabled,mailbox_full)",
                "msg:<sg00422> | msg:sg00422",
                "msg:(<a1>,<b2>) | msg:(a1,b2)",
                "tries:<3 | tries:<3"
            })
    void theFilterIsReadAs(String typed, String same) throws FilterSyntaxException {
        assertThat(FilterParser.parse(typed)).isEqualTo(FilterParser.parse(same));
    }

    @Test
    void aPartOfSeveralNamesIsAllOfThem() {
        assertThat(ReasonWord.named("mailbox")).isEqualTo(List.of("mailbox_disabled", "mailbox_full"));
    }

    @Test
    void aReasonThatNobodyHasIsSaidWithTheNearestOne() {
        assertThatThrownBy(() -> FilterParser.parse("is:soft reason:mialbox_full"))
                .isInstanceOfSatisfying(FilterSyntaxException.class, e -> {
                    assertThat(e.problem()).isEqualTo(FilterSyntaxException.Problem.UNKNOWN_WORD);
                    assertThat(e.position()).isEqualTo(15);
                    assertThat(e.suggestion()).isEqualTo("mailbox_full");
                });
    }
}
