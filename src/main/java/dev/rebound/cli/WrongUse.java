package dev.rebound.cli;

/** The command was used wrongly; the message says how. */
final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String sentence) {
        super(sentence);
    }
}
