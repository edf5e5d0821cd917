package dev.rebound.session;

import dev.rebound.classify.ReplyPattern;
import dev.rebound.index.EventTable;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.KeptPicture;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SourceFile;
import dev.rebound.store.KeptBlocks;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a store from one opening to the next. Where making it takes a while it is kept beside the store when the
 * session ends, and read when the next one begins, if nothing changed meanwhile. For one thread at a time.
 */
final class KeptView {
    /** Fewer events are understood sooner than a file is read. */
    static final int LEAST_EVENTS = 10_000;

    /** The events whose picture lies beside the store. */
    private @Nullable EventTable lying;

    /** All that the store holds, in the order in which every opening finds it. */
    static List<EventTable.Part> parts(Store store) {
        List<EventTable.Part> parts = new ArrayList<>();
        store.events().forEach((id, segments) -> segments.forEach(s -> parts.add(new EventTable.Part(id, s))));
        return parts;
    }

    /** Number of events that the store holds. */
    static long events(Store store) {
        return parts(store).stream().mapToLong(p -> p.columns().size()).sum();
    }

    /** The picture of all that the store holds: the kept one where it is of just that, else one made of the events. */
    Picture read(
            Store store,
            List<EventTable.Part> parts,
            List<SourceFile> files,
            DataSettings settings,
            Instant now,
            ZoneId zone)
            throws StoreException {
        Optional<KeptBlocks> blocks = store.kept();
        if (blocks.isPresent()) {
            KeptBlocks of = blocks.get();
            Picture.Base base =
                    new Picture.Base(store.subscriptions(), List.of(), files, settings, ReplyPattern::of, now, zone);
            Optional<Picture> kept = KeptPicture.read(of.count(), of::take, parts, store.dictionaries(), base);
            if (kept.isPresent()) {
                lying = kept.get().events();
                return kept.get();
            }
        }
        return Picture.of(
                new EventTable(parts, store.dictionaries()),
                store.subscriptions(),
                store.repeats().values(),
                files,
                settings,
                ReplyPattern::of,
                now,
                zone);
    }

    /** Keeps the picture of a store that is about to be closed, unless it lies there already. */
    void keep(Store store, Picture picture) throws StoreException {
        EventTable events = picture.events();
        if (!events.equals(lying) && events.size() >= LEAST_EVENTS && store.keeps()) {
            try {
                store.keep(KeptPicture.blocks(picture, parts(store)));
            } catch (IOException | OutOfMemoryError e) {
                // Nothing is lost: the next opening makes it of the events.
                return;
            }
        }
    }
}
