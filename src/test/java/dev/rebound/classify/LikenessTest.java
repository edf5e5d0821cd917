package dev.rebound.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reply that no rule knows is called what its words are like, under a rule that says so, and never hard. */
class LikenessTest {
    private static final String UNKNOWN =
            "550 Our gatekeeper dislikes the manners of your network, ask your hosting company";

    private final Classifier classifier = Classifier.standard();

    @Test
    void saysWhatTheWordsAreLikeAndWhichSpoke() {
        Verdict verdict = classifier.classify(Reply.ofText(UNKNOWN));
        assertThat(verdict.rule()).isEqualTo(Likeness.RULE);
        assertThat(verdict.bounceClass()).isEqualTo(BounceClass.BLOCK);
        assertThat(List.of(verdict.matched().split(", ", -1)))
                .hasSize(3)
                .allSatisfy(word -> assertThat(UNKNOWN.toLowerCase(Locale.ROOT)).contains(word));
    }

    /** A guess must not speak against what the source calls it. */
    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"HARD_BOUNCE", "SOFT_BOUNCE", "BLOCK", "DROP", "REJECTION", "LISTED_INVALID"})
    void isSilentWhereTheSourceHasAKindOfItsOwn(EventKind kind) {
        Verdict verdict = classifier.classify(new Reply(UNKNOWN, 0, null, null, null, kind));
        assertThat(verdict.rule()).isNotEqualTo(Likeness.RULE);
    }

    @Test
    void isSilentAboutFewWordsAndStrangeOnes() {
        for (String text :
                List.of("550 Rejected", "554 failed", "550 message refused", "550 quod erat demonstrandum")) {
            assertThat(classifier.classify(Reply.ofText(text))).isEqualTo(Verdict.UNDETERMINED);
        }
    }

    @Test
    void isExplainedInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Explanation words = classifier.explain(Likeness.RULE, locale).orElseThrow();
            assertThat(words.ruleId()).isEqualTo(Likeness.RULE);
            assertThat(words.sentence()).isNotBlank();
        }
    }

    /** The file is made of our replies, not by hand; where this fails: {@code exec:exec@likeness}. */
    @Test
    void itsFileFollowsFromOurReplies() throws IOException {
        try (InputStream in = LikenessTest.class.getResourceAsStream("rules/" + Likeness.FILE)) {
            List<String> kept = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(kept).isEqualTo(OwnReplies.likeness().lines());
        }
    }

    /** Each fifth of our replies is held against the other four, without any rule: words alone tell most. */
    @Test
    void isRightAboutMostRepliesItWasNotMadeOf() throws IOException {
        ReplyFolder folder = ReplyFolder.keeping(RuleBookReader.bundled().keptHosts());
        List<List<String[]>> sets = new ArrayList<>();
        for (String set : OwnReplies.sets()) {
            sets.add(OwnReplies.rows(set));
        }
        int said = 0;
        int right = 0;
        for (int part = 0; part < 5; part++) {
            List<Likeness.Known> others = new ArrayList<>();
            for (int set = 0; set < sets.size(); set++) {
                if (set % 5 != part) {
                    sets.get(set).forEach(r -> others.add(OwnReplies.known(folder, r[0], r[1], r[2])));
                }
            }
            Likeness likeness = Likeness.learned(others);
            for (int set = part; set < sets.size(); set += 5) {
                for (String[] row : sets.get(set)) {
                    Decision found =
                            likeness.of(Asides.masked(folder.fold(row[0]).text()), Codes.of(Reply.ofText(row[0])));
                    if (found != null) {
                        assertThat(found.bounceClass()).isNotEqualTo(BounceClass.HARD);
                        said++;
                        right += OwnReplies.right(row[1], row[3])
                                        .contains(found.bounceClass().code())
                                ? 1
                                : 0;
                    }
                }
            }
        }
        assertThat(said).isGreaterThan(2_000);
        assertThat(right * 100.0 / said).as("%d of %d", right, said).isGreaterThan(85);
    }
}
