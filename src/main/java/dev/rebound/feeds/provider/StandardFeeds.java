package dev.rebound.feeds.provider;

import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.PartFeed;
import dev.rebound.feeds.RecordFeed;
import java.util.List;

/** The bundled feeds, in order of recognition. */
public final class StandardFeeds {
    private StandardFeeds() {}

    /** A catalog of all of them. */
    public static FeedCatalog catalog() {
        return new FeedCatalog(ofRecords(), ofParts());
    }

    static List<RecordFeed> ofRecords() {
        return List.of(
                new ReboundSettings(),
                new BrazeCurrents(),
                new BrazeWarehouse(),
                new BrazeBounceList(),
                new BrazeUsers(),
                new SendGridWebhook(),
                new SendGridActivity(),
                new SendGridSuppressions(),
                new AmazonSesEvents(),
                new AmazonSesSuppressions(),
                new SparkPostEvents(),
                new SparkPostSuppressions(),
                new MailgunEvents(),
                new MailgunSuppressions());
    }

    static List<PartFeed> ofParts() {
        return List.of(new BounceMails());
    }
}
