package dev.rebound.evidence;

import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pack is about, in words, also where only a filter was given. */
final class PackTitle {
    private PackTitle() {}

    /** Whether nobody gave the messages a name, so that the filter stands for one. */
    static boolean isOfFilter(EvidenceRequest request) {
        return !request.about().isEmpty()
                && request.about().equals(request.filter().toText());
    }

    /** The name that was given, or the filter's outcomes, campaigns and services by their names; at least how many messages. */
    static String of(Facts facts, EvidenceRequest request, Telling tell, Concealment conceal) {
        if (!isOfFilter(request) && !request.about().isEmpty()) {
            return conceal.asked(request.about());
        }
        List<String> words = new ArrayList<>();
        boolean more = false;
        for (Filter part : request.filter() instanceof Filter.And and ? and.parts() : List.of(request.filter())) {
            String said = said(part, tell);
            if (said == null) {
                more = true;
            } else if (!said.isEmpty()) {
                words.add(conceal.text(said));
            }
        }
        if (words.isEmpty()) {
            return tell.of("title.messages", facts.messages.length);
        }
        if (more) {
            words.add(tell.of("title.more"));
        }
        return String.join(" · ", words);
    }

    /** A condition in words; empty where it needs none, null where it has none. */
    private static @Nullable String said(Filter part, Telling tell) {
        if (!(part instanceof Filter.Term term) || !(term.match() instanceof Match.Exact value)) {
            return part instanceof Filter.All ? "" : null;
        }
        return switch (term.field()) {
            case CAMPAIGN, CANVAS, PROVIDER, ESP, DOMAIN -> value.value();
            case FLAG -> outcome(value.value(), tell);
            default -> null;
        };
    }

    private static @Nullable String outcome(String word, Telling tell) {
        Optional<FlagWord> flag = FlagWord.named(word);
        if (flag.isEmpty()) {
            return null;
        }
        if (flag.get() == FlagWord.SENT) {
            return "";
        }
        return flag.get().state() == null ? null : tell.state(flag.get().state());
    }
}
