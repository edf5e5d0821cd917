package dev.rebound.console.imports;

import dev.rebound.console.kit.Desk;
import dev.rebound.feeds.Recognition;
import dev.rebound.words.Sentences;
import java.util.List;
import java.util.stream.Collectors;

/** Why a file was read as what it was, and how sure that is, in words. */
final class RecognitionWords {
    private final Desk desk;
    private final Sentences sentences;

    RecognitionWords(Desk desk) {
        this.desk = desk;
        sentences = Sentences.in(desk.words().locale());
    }

    /** A sentence for each feed. */
    String of(List<Recognition> recognitions) {
        return recognitions.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(Recognition r) {
        String signs = String.join(", ", r.signs());
        String feed = sentences.of(r.feed());
        return switch (r.basis()) {
            case CONTENT -> desk.text("imports.why.content", feed, signs);
            case SCHEMA -> desk.text("imports.why.schema", feed, signs);
            case FORM -> desk.text("imports.why.form", feed);
            case CHOSEN -> desk.text("imports.why.chosen", feed) + " " + sure(r, signs);
        };
    }

    private String sure(Recognition r, String signs) {
        if (r.missing().isEmpty()) {
            return r.signs().isEmpty() ? "" : desk.text("imports.why.chosen.all", signs);
        }
        String lacking = String.join(", ", r.missing());
        return r.signs().isEmpty()
                ? desk.text("imports.why.chosen.nothing", lacking)
                : desk.text("imports.why.chosen.some", signs, lacking);
    }
}
