package dev.rebound.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Looking through the bytes of all texts at once finds what looking into each text finds. */
class DictionarySearchTest {
    @Provide
    Arbitrary<Set<String>> texts() {
        return Arbitraries.strings().withChars("abAB1.@é").ofMaxLength(9).set().ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings().withChars("ab1.@").ofMinLength(1).ofMaxLength(4);
    }

    @Property(tries = 400, seed = "2026")
    void aPartIsFoundWhereverItIs(
            @ForAll("texts") Set<String> distinct,
            @ForAll("parts") String part,
            @ForAll boolean whole,
            @ForAll @IntRange(max = 40) int from) {
        List<String> texts = List.copyOf(new LinkedHashSet<>(distinct));
        Dictionary dictionary = new Dictionary();
        texts.forEach(dictionary::add);
        int first = Math.min(from, texts.size());
        boolean[] accepted = new boolean[texts.size()];
        int found = dictionary.search(
                part.getBytes(StandardCharsets.US_ASCII), whole, first, texts.size(), accepted, code -> {
                    assertThat(texts.get(code)).contains("é");
                    return isMeant(texts.get(code), part, whole);
                });
        int wanted = 0;
        for (int code = first; code < texts.size(); code++) {
            boolean meant = isMeant(texts.get(code), part, whole);
            assertThat(accepted[code]).as("%s in %s", part, texts.get(code)).isEqualTo(meant);
            wanted += meant ? 1 : 0;
        }
        assertThat(found).isEqualTo(wanted);
    }

    private static boolean isMeant(String text, String part, boolean whole) {
        String folded = text.toLowerCase(Locale.ROOT);
        return whole ? folded.equals(part) : folded.contains(part);
    }
}
