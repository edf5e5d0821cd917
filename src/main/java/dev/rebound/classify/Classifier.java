package dev.rebound.classify;

import dev.rebound.domain.Reply;
import dev.rebound.domain.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what replies mean. Immutable but for an inner cache, thread-safe, and total: any reply gets a verdict, and one
 * that no rule fits gets {@link Verdict#UNDETERMINED}, never a guess.
 */
public final class Classifier {
    private final RuleBook book;
    private final Explanations explanations;
    private final ReplyFolder folder;
    private final Judgement judgement;
    private final DecisionCache cache = new DecisionCache();

    private Classifier(RuleBook book, Explanations explanations) {
        this.book = book;
        this.explanations = explanations;
        this.folder = ReplyFolder.keeping(book.keptHosts());
        this.judgement = new Judgement(book);
    }

    /** A classifier with the bundled rule book. Reading the book takes some milliseconds: keep the instance. */
    public static Classifier standard() {
        return new Classifier(RuleBookReader.bundled(), Explanations.bundled());
    }

    /** The verdict on a reply: its class, reason, the rule that decided and the words that matched. Never throws. */
    public Verdict classify(Reply reply) {
        String text = reply.text() == null ? "" : reply.text();
        FoldedReply folded = folder.fold(text);
        DecisionCache.Key key = new DecisionCache.Key(
                folded.text(), reply.smtpCode(), reply.enhancedCode(), reply.hint(), reply.kind());
        Decision decision = cache.get(key);
        if (decision == null) {
            decision = judgement.decide(reply, folded);
            cache.put(key, decision);
        }
        return decision.verdict(folded);
    }

    /** Names the state of the rule book; kept with each import so that history can be classified anew. */
    public String ruleBookVersion() {
        return book.version();
    }

    /**
     * What a rule says to a person: its own words, else those of its reason.
     *
     * @param ruleId as in {@link Verdict#rule()}, or a reason's code
     * @param locale French texts for French, English for all others
     * @return empty when neither a rule nor a reason has this name
     */
    public Optional<Explanation> explain(String ruleId, Locale locale) {
        Rule rule = book.byId().get(ruleId);
        return explanations.of(ruleId, rule == null ? null : rule.reason(), locale);
    }
}
