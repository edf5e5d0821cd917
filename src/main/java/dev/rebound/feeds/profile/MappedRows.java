package dev.rebound.feeds.profile;

import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader would make of a table's first rows: the very reading of the import, and nothing kept. */
public final class MappedRows {
    private MappedRows() {}

    /**
     * One row.
     *
     * @param row as it stands in the file
     * @param event what it would be; null where it would be rejected or say nothing
     * @param problem why it would be rejected; empty where it would not
     */
    public record Row(RawRecord row, @Nullable RawEvent event, String problem) {}

    /** The first rows, at most so many, through a reader. */
    public static List<Row> of(TableSample table, FeedProfile profile, ZoneId zone, int most) {
        ProfileFeed feed = new ProfileFeed(profile);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(most, table.rows().size()); i++) {
            RawRecord text = table.texts().get(i);
            One one = new One();
            RecordFeed.Sample sample = new RecordFeed.Sample(
                    RecordFeed.Shape.CSV, "", table.name(), table.rows().getFirst());
            feed.read(table.rows().get(i), new RecordContext(one, zone, null, sample, text));
            rows.add(new Row(text, one.event, one.problem));
        }
        return rows;
    }

    private static final class One implements FeedSink {
        private @Nullable RawEvent event;
        private String problem = "";

        @Override
        public void event(RawEvent told) {
            event = told;
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            // A table of events has no statuses.
        }

        @Override
        public void setting(String name, String content) {
            // A table of events has no settings.
        }

        @Override
        public void reject(Rejection rejection) {
            problem = rejection.reason();
        }
    }
}
