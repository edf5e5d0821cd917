package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads by a profile. */
public final class ProfileFeed implements RecordFeed {
    private final FeedProfile profile;
    private final List<Recogniser> recognisers;
    private final List<FieldPath> entries;
    private final Outcomes outcomes;
    private final ProfileEvents events;
    private final FeedInfo info;

    /**
     * Makes the feed of a profile.
     *
     * @throws IllegalArgumentException when a part of it cannot be understood; the message says which
     */
    public ProfileFeed(FeedProfile profile) {
        this.profile = profile;
        this.recognisers = profile.recognise().stream().map(Recogniser::new).toList();
        this.entries = FieldPath.of(profile.entries());
        this.outcomes = new Outcomes(profile);
        this.events = new ProfileEvents(profile);
        Set<EventKind> kinds = outcomes.kinds();
        kinds.remove(EventKind.OTHER);
        this.info =
                new FeedInfo(profile.id(), profile.name(), kinds.isEmpty() ? EnumSet.noneOf(EventKind.class) : kinds);
    }

    /** What it reads by. */
    public FeedProfile profile() {
        return profile;
    }

    @Override
    public FeedInfo info() {
        return info;
    }

    @Override
    public String requestName(String word) {
        return profile.requestNames().getOrDefault(word, word);
    }

    @Override
    public Optional<String> sendsFrom() {
        return Optional.ofNullable(profile.sendsFrom());
    }

    @Override
    public String wordForSends() {
        return outcomes.word(EventKind.SEND).orElseGet(RecordFeed.super::wordForSends);
    }

    @Override
    public Optional<String> refusal() {
        return Optional.ofNullable(profile.refuse());
    }

    @Override
    public boolean recognises(Sample sample) {
        Scope first = first(sample);
        return recognisers.stream().anyMatch(r -> r.isOf(sample.shape()) && r.knows(first));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        Scope first = first(sample);
        NearMiss best = null;
        for (Recogniser r : recognisers) {
            if (r.isOf(sample.shape()) && r.wanted() > 0) {
                List<String> missing = r.missing(first);
                NearMiss miss = new NearMiss(info.name(), r.found(first), missing);
                best = best == null || miss.share() > best.share() ? miss : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private Scope first(Sample sample) {
        Scope whole = new Scope(sample.record(), null, sample.path());
        List<Scope> inside = Entries.of(whole, entries);
        return inside == null || inside.isEmpty() ? whole : inside.getFirst();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        Scope whole = new Scope(record, null, context.sample().path());
        List<Scope> inside = Entries.of(whole, entries);
        if (inside == null) {
            one(whole, context);
        } else {
            context.nothing();
            inside.forEach(scope -> context.entry(scope.node(), () -> one(scope, context)));
        }
    }

    private void one(Scope scope, RecordContext context) {
        List<Outcomes.Outcome> found = outcomes.of(scope);
        if (found.isEmpty()) {
            String word = outcomes.word(scope);
            if (word == null) {
                context.reject("The record does not say what happened: "
                        + (outcomes.fields().isEmpty()
                                ? "no rule of " + profile.name() + " fits it."
                                : "the field " + outcomes.fields() + " is empty or missing."));
                return;
            }
            // A word that is new since this profile was written: kept, and said to be unknown.
            context.unknownWord(word);
            found = List.of(new Outcomes.Outcome(
                    new Meaning(EventKind.OTHER, null, null), word, List.of(), java.util.Map.of(), null));
        }
        for (Outcomes.Outcome outcome : found) {
            if (outcome.reject() != null) {
                context.reject(outcome.reject());
            } else if (outcome.meaning().isNothing()) {
                context.nothing();
            } else if (!events.say(outcome, scope, profile.every(), context)) {
                return;
            }
        }
    }
}
