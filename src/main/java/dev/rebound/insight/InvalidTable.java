package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.filter.Field;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Invalid addresses as rows of a table, so that the filter language asks of them what it asks of messages. */
final class InvalidTable implements Table {
    /** Oldest first. */
    private final List<InvalidAddress> rows;

    private final Picture picture;
    private final MailboxProviders providers;

    InvalidTable(List<InvalidAddress> newestFirst, Picture picture) {
        this.rows = newestFirst.reversed();
        this.picture = picture;
        this.providers = picture.providers();
    }

    /** The address of a row. */
    InvalidAddress address(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public long timeMillis(int row) {
        return rows.get(row).since().toEpochMilli();
    }

    @Override
    public @Nullable Codes codes(Field field) {
        return switch (field) {
            case ADDRESS -> column(InvalidAddress::address);
            case DOMAIN -> column(InvalidTable::domain);
            case PROVIDER -> column(a -> providers.of(domain(a)));
            case CAMPAIGN -> column(InvalidAddress::causedBy);
            case REASON -> column(a -> a.reason().code());
            case CLASS -> column(a -> a.bounceClass().code());
            case VALIDITY -> column(a -> a.isQuestionable() ? "questionable" : "invalid");
            case SUBSCRIPTION -> column(a -> a.subscription().code());
            case REPLY -> column(a -> text(picture.chainEvent(a.event()).reply()));
            case SOURCE, ESP -> column(a -> picture.chainEvent(a.event()).source());
            case FILE -> column(a -> picture.chainEvent(a.event()).file());
            default -> null;
        };
    }

    private static String domain(InvalidAddress a) {
        return a.address().substring(a.address().lastIndexOf('@') + 1);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Codes column(Function<InvalidAddress, String> value) {
        Dictionary texts = new Dictionary();
        int[] codes = new int[rows.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = value.apply(rows.get(row));
            codes[row] = text.isEmpty() ? -1 : texts.add(text);
        }
        return Table.codes(codes, texts.size(), texts::value);
    }

    @Override
    public @Nullable Numbers numbers(Field field) {
        return null;
    }

    @Override
    public @Nullable Bitmap flagged(FlagWord word, boolean has) {
        return null;
    }
}
