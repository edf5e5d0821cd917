package dev.rebound.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.filter.FilterSyntaxException.Problem;
import dev.rebound.words.Sentences;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be typed, row by row: typed text, then the text it is written back as. */
class FilterLanguageTest {
    private static Filter read(String text) {
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(text + " at " + e.position(), e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "is:soft~is:soft",
                "IS:soft~is:soft",
                "est:temporaire~is:temporaire",
                "motif:mailbox_full~reason:mailbox_full",
                "reason:\"mailbox full\"~reason:mailbox_full",
                "campaign:\"Spring Sale*\"~campaign:\"Spring Sale*\"",
                "to:anna@*~to:anna@*",
                "a:anna@example.com~to:anna@example.com",
                "to:(a@example.com, b@example.com)~to:(a@example.com, b@example.com)",
                "-domain:gmail.com~-domain:gmail.com",
                "NOT domain:gmail.com~-domain:gmail.com",
                "is:soft AND code:421~is:soft code:421",
                "is:soft & code:421~is:soft code:421",
                "is:soft OR is:hard~is:soft OR is:hard",
                "is:soft | is:hard~is:soft OR is:hard",
                "(is:soft OR is:hard) code:421~(is:soft OR is:hard) code:421",
                "tries>3~tries:>3",
                "tries:>=3~tries:>=3",
                "delay:>2h~delay:>2h",
                "code:400..499~code:400..499",
                "enhanced:5.1..5.2~enhanced:5.1..5.2",
                "enhanced>=5.7.10~enhanced:>=5.7.10",
                "to:a..b@example.com~to:\"a..b@example.com\"",
                "campaign:Wait..~campaign:\"Wait..\"",
                "sent:2026-03-01..2026-03-05~sent:2026-03-01..2026-03-05",
                "code:5*~code:5*",
                "*~``",
                "* is:soft~is:soft",
                "is:soft OR *~``",
                "-*~-*",
                "\"*\"~\"\\*\"",
                "reply:/5\\.7\\.\\d/~reply:/5\\.7\\.\\d/",
                "ip:192.0.2.0/24~ip:192.0.2.0/24",
                "since:-7d~since:-7d",
                "on:2026-03-14~on:2026-03-14",
                "until:today~until:today",
                "address.valid:questionable~address.valid:questionable",
                "has:complaint~has:complaint",
                "full~full",
                "\"is:soft\"~\"is:soft\"",
                "anna@example.com~anna@example.com",
            })
    void isReadAndWrittenBack(String typed, String written) {
        assertThat(read(typed).toText()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"is:h*", "at:2026-03-1*", "delay:2?", "campaign:>abc", "to:()", "code:5..4", "address.sub:off"})
    void whatAFieldCannotBeAskedIsSaidInFrenchToo(String typed) {
        assertThatThrownBy(() -> FilterParser.parse(typed))
                .satisfies(e -> assertThat(Sentences.in(Locale.FRANCE).of(Objects.requireNonNull(e.getMessage())))
                        .containsAnyOf("n'accepte", "n'a pas d'ordre", "vide", "avant de", "n'est jamais"));
    }

    @Test
    void blankMeansEverything() {
        assertThat(read("   ")).isEqualTo(Filter.all());
    }

    @Test
    void aClockTimeIsTextAndNotAField() {
        assertThat(read("09:10")).isEqualTo(new Filter.Text("09:10"));
    }

    @Test
    void chipsArePartsThatHoldTogether() {
        Filter filter = read("is:soft (code:421 OR code:450) -domain:gmail.com");
        assertThat(filter.chips()).hasSize(3);
        assertThat(filter.without(filter.chips().get(1)).toText()).isEqualTo("is:soft -domain:gmail.com");
    }

    @ParameterizedTest
    @CsvSource({
        "resaon:full,UNKNOWN_FIELD,0,reason",
        "is:softt,UNKNOWN_WORD,3,soft",
        "is:,MISSING_VALUE,0,",
        "'reply:\"full',OPEN_QUOTE,6,",
        "(is:soft,OPEN_PARENTHESIS,0,",
        "is:soft),STRAY_PARENTHESIS,7,",
        "reply:/(/,BAD_REGEX,6,",
        "tries:many,BAD_NUMBER,6,",
        "since:someday,BAD_TIME,6,",
        "delay:>long,BAD_DURATION,6,",
        "tries=,MISSING_VALUE,5,",
        "is:h*,UNKNOWN_WORD,3,hard",
        "is:*,UNKNOWN_WORD,3,",
        "has:/comp/,UNKNOWN_WORD,4,",
        "is:>soft,UNKNOWN_WORD,3,",
        "at:2026-03-1*,BAD_TIME,3,2026-03-10..2026-03-19",
        "on:/2026/,BAD_TIME,3,",
        "delay:2?,BAD_DURATION,6,2h..4h",
        "enhanced:5.1..high,BAD_NUMBER,9,5.1..5.2",
        "enhanced:>x,BAD_NUMBER,9,",
        "campaign:>abc,NO_ORDER,9,abc",
        "to:(),MISSING_VALUE,3,",
        "'is:soft,hard',UNKNOWN_WORD,3,'(soft, hard)'",
        "code:500..400,BAD_NUMBER,5,400..500",
        "delay:2h..90min,BAD_DURATION,6,90min..2h",
        "time:2026-03-14..2026-03-13,BAD_TIME,5,2026-03-13..2026-03-14",
        "address.sub:unsubscribd,UNKNOWN_WORD,12,unsubscribed",
        "address.valid:maybe,UNKNOWN_WORD,14,",
    })
    void troubleIsNamedWithItsPlace(String typed, Problem problem, int position, String suggestion) {
        assertThatThrownBy(() -> FilterParser.parse(typed)).isInstanceOfSatisfying(FilterSyntaxException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.position()).as("position").isBetween(Math.max(0, position - 1), position + 1);
            assertThat(e.length()).isPositive();
            if (suggestion != null) {
                assertThat(e.suggestion()).contains(suggestion);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((((", "-", "OR", "is:soft OR", "\"", "/", ":::", "a:(", "a:(b,", "..", ">", "is:soft ANDD OR"})
    void nothingTypedBreaksTheReader(String typed) {
        try {
            Filter filter = FilterParser.parse(typed);
            assertThat(read(filter.toText())).isEqualTo(filter);
        } catch (FilterSyntaxException e) {
            assertThat(e.position()).isBetween(0, typed.length());
        }
    }
}
