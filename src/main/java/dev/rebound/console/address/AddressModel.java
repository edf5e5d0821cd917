package dev.rebound.console.address;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.AddressEntry;
import dev.rebound.insight.Picture;
import dev.rebound.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is known of the address that is looked at. Screen's thread only. */
public final class AddressModel {
    /** An address with few messages may be a slip; from so many on nobody asks. */
    private static final int FEW = 3;

    private static final int SIMILAR = 5;

    /** A similar address and how many messages went to it. */
    record Similar(String address, int messages) {}

    /**
     * The statement that a subscription is taken from.
     *
     * @param imported when the file was imported: nothing later is known
     * @param since when the status began; null where the file does not say
     */
    record Statement(
            String file, Instant imported, @Nullable Instant since) {}

    /**
     * What is known.
     *
     * @param messages those to it, newest first
     * @param validity empty where no event names it
     * @param statement where the subscription is told; null where no file tells it
     * @param hidden messages to it that a pinned filter hides
     * @param users who share it, by their own id
     * @param similar addresses that it may have been meant for, where there are few messages
     */
    record Known(
            Picture picture,
            String address,
            int[] messages,
            int hidden,
            Optional<Validity> validity,
            SubscriptionStatus subscription,
            @Nullable Statement statement,
            List<AddressEntry> ledger,
            List<String> users,
            List<Similar> similar) {}

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable Known> known = new ReadOnlyObjectWrapper<>();
    private @Nullable String address;

    /** No address yet. */
    public AddressModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
    }

    /** Looks at an address. */
    public void show(String wanted) {
        address = wanted;
        ask();
    }

    private void ask() {
        String wanted = address;
        if (wanted != null) {
            Picture picture = desk.picture().getValue();
            desk.background().latest("address", () -> find(picture, wanted), known::set);
        }
    }

    private Known find(Picture picture, String address) throws StoreException {
        int[] messages = picture.messagesOf(address);
        List<Similar> similar = new ArrayList<>();
        if (messages.length < FEW) {
            for (String other : picture.similar(address, SIMILAR)) {
                similar.add(new Similar(other, picture.messagesOf(other).length));
            }
        }
        List<String> users = Arrays.stream(messages)
                .mapToObj(m -> picture.row(m).user())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Known(
                picture,
                address,
                messages,
                picture.whole().messagesOf(address).length - messages.length,
                picture.validity(address),
                picture.subscription(address),
                statement(picture, address),
                picture.ledgerOf(address),
                users,
                similar);
    }

    /** What the subscription is taken from; null where no file says anything of it, or the file is not in the store. */
    private @Nullable Statement statement(Picture picture, String address) throws StoreException {
        SubscriptionFact told = picture.subscriptionTold(address).orElse(null);
        if (told == null) {
            return null;
        }
        return desk.session().imports().stream()
                .filter(run -> run.id() == told.importId())
                .findFirst()
                .map(run -> new Statement(picture.file(run.id()), run.finishedAt(), told.since()))
                .orElse(null);
    }

    /** The filter that accepts the messages to an address. */
    static Filter messagesTo(String address) {
        return Filter.is(Field.ADDRESS, address);
    }

    /** What is known; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Known> knownProperty() {
        return known.getReadOnlyProperty();
    }
}
