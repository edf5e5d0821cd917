package dev.rebound.classify;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says to a person, in that person's language.
 *
 * @param ruleId the rule or, where the rule has no words of its own, its reason's code
 * @param sentence what happened
 * @param nextStep what to do about it
 * @param appealLink the receiver's page for appeals or explanations; null where none is known
 */
public record Explanation(
        String ruleId,
        String sentence,
        String nextStep,
        @Nullable String appealLink) {}
