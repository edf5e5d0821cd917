package dev.rebound.classify;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what replies mean. Says the same for ever, thread-safe, and total: any reply gets a verdict, and one
 * that no rule fits gets {@link Verdict#UNDETERMINED}, never a guess.
 */
public final class Classifier {
    private final Supplier<Knowledge> reading;
    private final DecisionCache cache = new DecisionCache();
    private volatile @Nullable Knowledge knowledge;

    /** What is read of a rule book, and what follows from it. */
    private record Knowledge(RuleBook book, Explanations explanations, ReplyFolder folder, Judgement judgement) {
        static Knowledge bundled() {
            RuleBook book = RuleBookReader.bundled();
            return new Knowledge(
                    book, Explanations.bundled(), ReplyFolder.keeping(book.keptHosts()), new Judgement(book));
        }
    }

    private Classifier(Supplier<Knowledge> reading) {
        this.reading = reading;
    }

    /**
     * A classifier with the bundled rule book. The book is read when it is first asked, which takes some tenths of a
     * second in a program that has just started: keep the instance.
     */
    public static Classifier standard() {
        return new Classifier(Knowledge::bundled);
    }

    private Knowledge known() {
        Knowledge known = knowledge;
        return known == null ? read() : known;
    }

    private synchronized Knowledge read() {
        Knowledge known = knowledge;
        if (known == null) {
            known = reading.get();
            knowledge = known;
        }
        return known;
    }

    /** The verdict on a reply: its class, reason, the rule that decided and the words that matched. Never throws. */
    public Verdict classify(Reply reply) {
        String text = reply.text() == null ? "" : reply.text();
        Knowledge known = known();
        FoldedReply folded = known.folder().fold(text);
        DecisionCache.Key key = new DecisionCache.Key(
                folded.text(), reply.smtpCode(), reply.enhancedCode(), reply.hint(), reply.kind());
        Decision decision = cache.get(key);
        if (decision == null) {
            decision = known.judgement().decide(reply, folded);
            cache.put(key, decision);
        }
        return decision.verdict(folded);
    }

    /** Names the state of the rule book; kept with each import so that history can be classified anew. */
    public String ruleBookVersion() {
        return known().book().version();
    }

    /**
     * What a rule says to a person: its own words, else those of its reason.
     *
     * @param ruleId as in {@link Verdict#rule()}, or a reason's code
     * @param locale French texts for French, English for all others
     * @return empty when neither a rule nor a reason has this name
     */
    public Optional<Explanation> explain(String ruleId, Locale locale) {
        Knowledge known = known();
        Rule rule = known.book().byId().get(ruleId);
        return known.explanations().of(ruleId, rule == null ? null : rule.reason(), locale);
    }
}
