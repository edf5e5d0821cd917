package dev.rebound.session;

import org.jspecify.annotations.Nullable;

/**
 * Why a message failed, for a person.
 *
 * @param sentence what happened
 * @param nextStep what to do about it
 * @param appealLink the receiver's page for appeals or explanations; null where none is known
 */
public record Why(
        String sentence, String nextStep, @Nullable String appealLink) {}
