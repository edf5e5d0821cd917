package dev.rebound.console.data;

import dev.rebound.console.kit.Desk;
import dev.rebound.store.StoreFacts;
import java.util.function.Consumer;

/** Opens the store for reading only, as somebody does who wants to look and change nothing, and for work again. */
public final class StoreAccess {
    private final Desk desk;
    private final Consumer<String> replaced;

    /** The store of a desk; {@code replaced} builds the windows anew and says the sentence. */
    public StoreAccess(Desk desk, Consumer<String> replaced) {
        this.desk = desk;
        this.replaced = replaced;
    }

    /** From work to reading only, and back where nothing else keeps it from being changed. */
    public void turn() {
        desk.background()
                .job(
                        () -> {
                            desk.session().readOnly(desk.session().isWritable());
                            return desk.session().storeFacts();
                        },
                        facts -> replaced.accept(said(facts)));
    }

    private String said(StoreFacts facts) {
        return desk.text(facts.writable() ? "store.nowwritable" : "store.nowreadonly");
    }
}
