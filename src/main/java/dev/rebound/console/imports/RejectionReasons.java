package dev.rebound.console.imports;

import dev.rebound.console.kit.Desk;
import dev.rebound.feeds.profile.DateOrders;
import dev.rebound.words.Sentences;

/** Why records cannot be read, in the person's language, with the window's own way out instead of the command line's. */
final class RejectionReasons {
    private final Desk desk;
    private final Sentences sentences;

    RejectionReasons(Desk desk) {
        this.desk = desk;
        sentences = Sentences.in(desk.words().locale());
    }

    /** A reason as a reader gave it, and what to do about it in the window. */
    String of(String reason) {
        return DateOrders.in(reason)
                .map(o -> said(reason, o) + " " + desk.text("imports.dates.ask"))
                .orElseGet(() -> sentences.of(reason));
    }

    /** The same without what to do, for where it is done. */
    String alone(String reason) {
        return DateOrders.in(reason).map(o -> said(reason, o)).orElseGet(() -> sentences.of(reason));
    }

    private String said(String reason, DateOrders orders) {
        return sentences.of(reason.replace(orders.asked(), ""));
    }
}
