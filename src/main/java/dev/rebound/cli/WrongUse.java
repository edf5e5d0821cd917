package dev.rebound.cli;

import dev.rebound.words.Words;

/** The command was used wrongly; the message is one sentence in the person's language that says how, and what to do. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUse(String sentence) {
        super(sentence);
    }

    /** A word that is none of the choices of an option or command. */
    static WrongUse choice(Words words, String typed, String option, String choices) {
        return new WrongUse(words.of("use.choice", typed, option, choices));
    }
}
