package dev.rebound.classify;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says what replies mean. Says the same for ever, thread-safe, and total: any reply gets a verdict. One that no rule
 * fits is {@link Verdict#UNDETERMINED}, or what its words are like under a rule that says just this; it is never hard.
 */
public final class Classifier {
    private final FirstAsked<Knowledge> knowledge;
    private final DecisionCache cache = new DecisionCache();

    /** What is read of a rule book, and what follows from it. */
    private record Knowledge(RuleBook book, Explanations explanations, ReplyFolder folder, Judgement judgement) {
        static Knowledge bundled() {
            RuleBook book = RuleBookReader.bundled();
            return new Knowledge(
                    book,
                    Explanations.bundled(),
                    ReplyFolder.keeping(book.keptHosts()),
                    new Judgement(book, new FirstAsked<>(RuleBookReader::likeness)));
        }
    }

    private Classifier(Supplier<Knowledge> reading) {
        this.knowledge = new FirstAsked<>(reading);
    }

    /**
     * A classifier with the bundled rule book. The book is read when it is first asked, which takes some tenths of a
     * second in a program that has just started: keep the instance.
     */
    public static Classifier standard() {
        return new Classifier(Knowledge::bundled);
    }

    /** The verdict on a reply: its class, reason, the rule that decided and the words that matched. Never throws. */
    public Verdict classify(Reply reply) {
        String text = reply.text() == null ? "" : reply.text();
        Knowledge known = knowledge.get();
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
        return knowledge.get().book().version();
    }

    /**
     * What a rule says to a person: its own words, else those of its reason.
     *
     * @param ruleId as in {@link Verdict#rule()}, or a reason's code
     * @param locale French texts for French, English for all others
     * @return empty when neither a rule nor a reason has this name
     */
    public Optional<Explanation> explain(String ruleId, Locale locale) {
        Knowledge known = knowledge.get();
        Rule rule = known.book().byId().get(ruleId);
        return known.explanations().of(ruleId, rule == null ? null : rule.reason(), locale);
    }
}
