package dev.rebound.store;

import java.io.IOException;
import java.util.Arrays;

/** A page that {@link PageOutput} wrote, while it is read. */
final class PageInput {
    private final byte[] page;
    private int at = 1;

    PageInput(byte[] page) {
        this.page = page;
    }

    int number() {
        int value = PageOutput.numberOf(page, at);
        at += PageOutput.NUMBER_BYTES;
        return value;
    }

    byte[] section() throws IOException {
        int length = number();
        byte[] packed = Arrays.copyOfRange(page, at, at + length);
        at += length;
        return length == 0 ? packed : Pages.plain(packed);
    }
}
