package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private final Classifier classifier = Classifier.standard();

    @Test
    void anUnknownUserIsHardAndTheVerdictQuotesTheReplysOwnWords() {
        Verdict verdict = classifier.classify(Reply.ofText("550 5.1.1 <Zoë@example.com>... User UNKNOWN here"));
        assertThat(verdict.bounceClass()).isEqualTo(BounceClass.HARD);
        assertThat(verdict.reason()).isEqualTo(Reason.INVALID_RECIPIENT);
        assertThat(verdict.matched()).contains("User UNKNOWN");
    }

    @Test
    void aTemporaryCodeNeverCondemnsAnAddress() {
        assertThat(classOf("450 4.1.1 <zoe@example.com>: unknown user")).isEqualTo(BounceClass.SOFT);
        assertThat(classify("no such user", 450, null, null, EventKind.SOFT_BOUNCE)
                        .bounceClass())
                .isEqualTo(BounceClass.SOFT);
    }

    @Test
    void aDeferralNeverCondemnsAnAddress() {
        Verdict verdict = classify("550 5.1.1 no such user", 0, null, null, EventKind.DEFERRAL);
        assertThat(verdict.bounceClass()).isEqualTo(BounceClass.SOFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550", "554", "550 5.0.0", "550 5.1.0", "550 5.7.1", "554 5.7.13", "550 5.7.17", "553"})
    void aCodeThatSaysNothingOfTheAddressIsNeverHard(String reply) {
        assertThat(classOf(reply)).isNotEqualTo(BounceClass.HARD);
    }

    @Test
    void theTextBeatsTheCode() {
        assertThat(classify("550 5.1.1 mailbox is full", 0, null, null, EventKind.BOUNCE)
                        .reason())
                .isEqualTo(Reason.MAILBOX_FULL);
        assertThat(classify("554 5.1.1 too many recipients in this hour", 0, null, null, EventKind.BOUNCE)
                        .reason())
                .isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void theSourcesWordDecidesOnlyWhereTextAndCodesAreSilent() {
        assertThat(classify(null, 0, null, Reason.MAILBOX_FULL, EventKind.SOFT_BOUNCE)
                        .reason())
                .isEqualTo(Reason.MAILBOX_FULL);
        assertThat(classify("550 user unknown", 0, null, Reason.MAILBOX_FULL, EventKind.SOFT_BOUNCE)
                        .reason())
                .isEqualTo(Reason.INVALID_RECIPIENT);
    }

    @Test
    void aDropIsSuppressedUnlessItsTextSaysBetter() {
        assertThat(classify("Bounced Address", 0, null, null, EventKind.DROP).reason())
                .isEqualTo(Reason.SUPPRESSED);
        assertThat(classify(null, 0, null, null, EventKind.DROP).reason()).isEqualTo(Reason.SUPPRESSED);
        assertThat(classify("mailbox full", 0, null, null, EventKind.DROP).reason())
                .isEqualTo(Reason.MAILBOX_FULL);
    }

    @Test
    void whatNoRuleFitsStaysUndetermined() {
        assertThat(classifier.classify(Reply.ofText("550 quod erat demonstrandum")))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(classifier.classify(Reply.ofText(""))).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void anAddressInTheReplyIsNotReadAsItsText() {
        assertThat(classOf("550 <mailbox.full@spam.example.com> qwerty")).isEqualTo(BounceClass.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceAndANextStepInBothLanguages(Reason reason) {
        Explanation english = classifier.explain(reason.code(), Locale.ENGLISH).orElseThrow();
        Explanation french = classifier.explain(reason.code(), Locale.FRANCE).orElseThrow();
        assertThat(english.sentence()).isNotBlank().isNotEqualTo(french.sentence());
        assertThat(french.nextStep()).isNotBlank().isNotEqualTo(english.nextStep());
    }

    @Test
    void theSameReplyFromCacheQuotesItsOwnWords() {
        String first = "550 5.1.1 mailbox <ann@example.com> does not exist";
        String second = "550 5.1.1 Mailbox <bob@example.org> does not exist";
        classifier.classify(Reply.ofText(first));
        assertThat(classifier.classify(Reply.ofText(second)).matched()).doesNotContain("ann@example.com");
    }

    private BounceClass classOf(String text) {
        return classifier.classify(Reply.ofText(text)).bounceClass();
    }

    private Verdict classify(
            @Nullable String text, int code, @Nullable String enhanced, @Nullable Reason hint, EventKind kind) {
        return classifier.classify(new Reply(text, code, enhanced, null, hint, kind));
    }
}
