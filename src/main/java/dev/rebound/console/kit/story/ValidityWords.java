package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.Validity;
import dev.rebound.insight.Picture;

/** Whether an address is valid, in words, and since when it is not. */
public final class ValidityWords {
    private ValidityWords() {}

    /** The words on an address, as a picture knows it. */
    public static String of(Picture picture, String address, Validity validity, Desk desk) {
        String word = desk.text("validity." + validity.code());
        return validity == Validity.VALID
                ? desk.text("activity.pane.address", word)
                : picture.invalid(address)
                        .map(a -> desk.text(
                                "activity.pane.address.since",
                                word,
                                desk.formats().minute(a.since())))
                        .orElseGet(() -> desk.text("activity.pane.address", word));
    }
}
