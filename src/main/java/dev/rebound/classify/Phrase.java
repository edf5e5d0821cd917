package dev.rebound.classify;

/** One pattern of one rule, as the rule book writes it. */
record Phrase(String rule, String regex) {}
