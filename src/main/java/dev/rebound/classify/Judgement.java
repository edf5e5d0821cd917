package dev.rebound.classify;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of decision: the receiver's own wording, clear words, a code that leaves no doubt, words that leave room,
 * any enhanced code, what the source's word means, the base code, what the words are like where the source says nothing more than
 * that it failed, nothing. The guards come last: no rule and no code
 * makes a temporary failure hard.
 */
final class Judgement {
    private static final String SOURCE_RULE = "source.word";
    private static final String REFUSAL = "vague.recipient-refused";
    private static final Set<String> WEAK = Set.of(REFUSAL, "vague.mailbox-unavailable");
    private static final String COURTESY = "text.server-trouble";
    private static final Pattern TRY_AGAIN = Pattern.compile("(?:please )?(?:try|retry|again)\\b");
    private static final int SHORTEST_CODE = "x.y.z".length();
    private static final int STORAGE = 552;
    private static final Set<Integer> LOGIN = Set.of(503, 530, 534, 535, 538);
    private static final Map<String, Reason> OF_THE_ADDRESS = Map.of(
            "5.1.1", Reason.INVALID_RECIPIENT,
            "5.1.10", Reason.INVALID_RECIPIENT,
            "5.1.2", Reason.INVALID_DOMAIN,
            "5.2.1", Reason.MAILBOX_DISABLED);
    private static final char SUCCESS = '2';
    private static final String DROP_RULE = "source.drop";

    private final RuleBook book;
    private final Supplier<Likeness> likeness;
    private final PhraseIndex clearWords;
    private final PhraseIndex vagueWords;

    Judgement(RuleBook book, Supplier<Likeness> likeness) {
        this.book = book;
        this.likeness = likeness;
        this.clearWords = new PhraseIndex(Stream.of(Rule.Group.RECEIVER, Rule.Group.TEXT)
                .flatMap(group -> book.rules(group).stream())
                .toList());
        this.vagueWords = new PhraseIndex(book.rules(Rule.Group.VAGUE));
    }

    Decision decide(Reply reply, FoldedReply folded) {
        return decide(reply, Asides.masked(folded.text()));
    }

    private Decision decide(Reply reply, String text) {
        Codes codes = Codes.of(reply);
        boolean drop = reply.kind() == EventKind.DROP;
        Decision said = byWords(clearWords, text);
        said = said == null ? null : agreed(beforeCourtesy(said, codes, text), codes, text);
        Decision found = ofTheSender(ofOurselves(withoutCourtesy(said, codes, text), codes, text), codes, text);
        if (found == null) {
            found = byVagueWords(text, codes.enhancedCode());
            Decision definite = drop ? null : byEnhancedCode(Rule.Group.DEFINITE, codes.enhancedCode(), text);
            found = definite == null || speaksAgainst(found, definite, codes) ? found : definite;
        }
        if (found == null && drop) {
            found = Decision.byCode(BounceClass.UNDETERMINED, Reason.SUPPRESSED, DROP_RULE, "");
        }
        if (found == null) {
            found = byEnhancedCode(Rule.Group.ENHANCED, codes.enhancedCode(), text);
        }
        if (found == null) {
            found = bySource(reply);
        }
        if (found == null) {
            found = byBaseCode(codes.smtpCode(), text);
        }
        // Where the source has a kind of its own for the failure, a likeness must not speak against it.
        if (found == null && reply.kind() == EventKind.BOUNCE) {
            found = likeness.get().of(text, codes);
        }
        return guarded(found == null ? Decision.NONE : found, codes, reply, text);
    }

    private @Nullable Decision byWords(PhraseIndex phrases, String text) {
        return byWords(phrases, text, rule -> true);
    }

    private @Nullable Decision byWords(PhraseIndex phrases, String text, Predicate<Rule> asked) {
        for (PhraseIndex.Candidate candidate : phrases.candidates(text)) {
            Rule rule = candidate.rule();
            if (!asked.test(rule)) {
                continue;
            }
            MatchResult match = candidate.find(text, 0);
            while (match != null && isAside(rule, text, match)) {
                match = candidate.find(text, Math.max(match.end(), match.start() + 1));
            }
            if (match != null) {
                return new Decision(rule.usualClass(), rule.reason(), rule.id(), match.start(), match.end(), "");
            }
        }
        return null;
    }

    /** "Not relaying: the recipient does not exist" with 5.1.1: where code and clear words agree, a block named beside is none. */
    private @Nullable Decision agreed(@Nullable Decision found, Codes codes, String text) {
        if (found == null || found.bounceClass() != BounceClass.BLOCK) {
            return found;
        }
        Reason reason = OF_THE_ADDRESS.get(String.valueOf(codes.enhancedCode()));
        if (reason == null) {
            return found;
        }
        Decision words =
                byWords(clearWords, text, rule -> rule.reason() == reason && rule.usualClass() == BounceClass.HARD);
        return words == null ? found : words;
    }

    private boolean isAside(Rule rule, String text, MatchResult match) {
        return rule.usualClass() == BounceClass.HARD && book.guards().isAside(rule, text, match.start(), match.end());
    }

    /** "No such user. For our spam policy see …": what stands in the sentence of courtesy does not count. */
    private @Nullable Decision beforeCourtesy(Decision found, Codes codes, String text) {
        if (found.bounceClass() != BounceClass.BLOCK) {
            return found;
        }
        String head = book.guards().beforeCourtesy(text, found.start());
        if (head.isEmpty()) {
            int stop = Math.max(text.lastIndexOf(". ", found.start()), text.lastIndexOf("; ", found.start()));
            Decision one = stop < 8 ? null : byWords(clearWords, text.substring(0, stop));
            boolean ofSender = found.reason() == Reason.SENDER_REJECTED;
            return one != null && one.bounceClass() == BounceClass.HARD && !ofSender ? one : found;
        }
        Decision first = byWords(clearWords, head);
        if (first == null) {
            // A code that condemns the address is not outweighed by what the sentence of courtesy names.
            Decision code = byEnhancedCode(Rule.Group.DEFINITE, codes.enhancedCode(), head);
            return code != null && code.bounceClass() == BounceClass.HARD ? null : found;
        }
        return first.bounceClass() == BounceClass.HARD ? first : found;
    }

    /** Whoever is unknown or locked beside a code about a login (RFC 4954) is the sender; beside one about the order of commands nobody is. */
    private @Nullable Decision ofOurselves(@Nullable Decision found, Codes codes, String text) {
        boolean login = found != null
                && LOGIN.contains(codes.smtpCode())
                && (found.bounceClass() == BounceClass.HARD || found.reason() == Reason.SENDER_REJECTED);
        return login ? byBaseCode(codes.smtpCode(), text) : found;
    }

    /** "5.1.8 a host that does not exist": a code that names the sender or his signature tells whose host it is. */
    private @Nullable Decision ofTheSender(@Nullable Decision found, Codes codes, String text) {
        if (found == null || found.bounceClass() != BounceClass.HARD) {
            return found;
        }
        Decision code = byEnhancedCode(Rule.Group.DEFINITE, codes.enhancedCode(), text);
        return code != null && code.bounceClass() == BounceClass.BLOCK ? code : found;
    }

    /**
     * "Service unavailable" and "try later" open many refusals whose permanent security code tells more; so does a code that
     * names the address, beside a mere "try again".
     */
    private static @Nullable Decision withoutCourtesy(@Nullable Decision found, Codes codes, String text) {
        String code = codes.enhancedCode();
        if (found == null || code == null || !found.rule().equals(COURTESY)) {
            return found;
        }
        boolean courtesy = code.startsWith("5.7.")
                || (code.equals("5.1.1")
                        && TRY_AGAIN.matcher(text.substring(found.start())).lookingAt());
        return courtesy ? null : found;
    }

    /** A code alone condemns no address where the text names a rule, or where the other code is about storage. */
    private static boolean speaksAgainst(@Nullable Decision words, Decision code, Codes codes) {
        boolean refused = words != null && words.bounceClass() == BounceClass.BLOCK;
        return code.bounceClass() == BounceClass.HARD && (refused || codes.smtpCode() == STORAGE);
    }

    /** "Recipient address rejected" beside a code about content, policy or the system is not about the address. */
    private @Nullable Decision byVagueWords(String text, @Nullable String enhancedCode) {
        Decision found = byWords(vagueWords, text);
        if (found != null
                && WEAK.contains(found.rule())
                && book.guards().nameOtherSubjectIn(Codes.answerUpTo(text, found.end()))) {
            return null;
        }
        if (found == null || found.bounceClass() != BounceClass.HARD || enhancedCode == null) {
            return found;
        }
        boolean otherSubject = isOfOtherSubject(enhancedCode);
        boolean emptyRefusal = found.rule().equals(REFUSAL) && enhancedCode.endsWith(".0.0");
        return otherSubject || emptyRefusal ? byEnhancedCode(Rule.Group.ENHANCED, enhancedCode, text) : found;
    }

    private static boolean isOfOtherSubject(String code) {
        return code.length() > 3
                && (code.startsWith("4.") || code.startsWith("5."))
                && "367".indexOf(code.charAt(2)) >= 0;
    }

    private @Nullable Decision byEnhancedCode(Rule.Group group, @Nullable String code, String text) {
        if (code == null || code.length() < SHORTEST_CODE || code.charAt(0) == SUCCESS) {
            return null;
        }
        return book.code(group, code)
                .or(() -> book.code(group, "x" + code.substring(1)))
                .or(() -> book.code(group, "x" + code.substring(1, 4) + "*"))
                .filter(rule -> !isContradicted(rule, text))
                .map(rule -> byRule(rule, code))
                .orElse(null);
    }

    private static @Nullable Decision bySource(Reply reply) {
        Reason hint = reply.hint();
        if (hint == null) {
            return null;
        }
        String word = reply.sourceWord() == null ? hint.code() : reply.sourceWord();
        return Decision.byCode(hint.usualClass(), hint, SOURCE_RULE, word);
    }

    private @Nullable Decision byBaseCode(int code, String text) {
        if (code == 0) {
            return null;
        }
        Optional<Rule> rule = book.code(Rule.Group.BASE, String.valueOf(code))
                .or(() -> book.code(Rule.Group.BASE, code / 100 + "xx"));
        return rule.filter(found -> !isContradicted(found, text))
                .map(found -> byRule(found, String.valueOf(code)))
                .orElse(null);
    }

    /**
     * A code that would condemn the address, beside words that no rule knows but that name another subject. A code that
     * leaves doubt does not stand against a bare refusal of the message either.
     */
    private boolean isContradicted(Rule rule, String text) {
        return rule.usualClass() == BounceClass.HARD
                && (book.guards().nameOtherSubjectIn(text)
                        || (rule.group() != Rule.Group.DEFINITE && book.guards().speakOfTheMessage(text)));
    }

    private static Decision byRule(Rule rule, String code) {
        return Decision.byCode(rule.usualClass(), rule.reason(), rule.id(), code);
    }

    private Decision guarded(Decision found, Codes codes, Reply reply, String folded) {
        // What is tried again is temporary, whatever its words.
        boolean waits = found.bounceClass() == BounceClass.UNDETERMINED && reply.kind() == EventKind.DEFERRAL;
        boolean condemns = found.bounceClass() == BounceClass.HARD
                && (isTemporary(found, codes, reply, folded) || isPassing(found, folded));
        if (!waits && !condemns) {
            return found;
        }
        return new Decision(
                BounceClass.SOFT, found.reason(), found.rule(), found.start(), found.end(), found.matched());
    }

    private boolean isPassing(Decision found, String folded) {
        if (found.reason() == Reason.INVALID_DOMAIN && book.guards().isLookupFailure(folded)) {
            return true;
        }
        return found.start() < 0
                ? book.guards().isPassing(folded)
                : book.guards().isPassing(folded, found.start(), found.end());
    }

    private static boolean isTemporary(Decision found, Codes codes, Reply reply, String folded) {
        if (reply.kind() == EventKind.DEFERRAL || new Codes(reply.smtpCode(), reply.enhancedCode()).isTemporary()) {
            return true;
        }
        Codes own =
                found.start() < 0 ? codes : Codes.before(folded, found.end()).orElse(codes);
        return own.isTemporary();
    }
}
