package dev.rebound.feeds.provider;

import dev.rebound.feeds.FeedCatalog;
import java.util.List;

/** The bundled feeds, in order of recognition. */
public final class StandardFeeds {
    private StandardFeeds() {}

    /** A catalog of all of them. */
    public static FeedCatalog catalog() {
        return new FeedCatalog(
                List.of(
                        new ReboundSettings(),
                        new BrazeCurrents(),
                        new BrazeWarehouse(),
                        new BrazeBounceList(),
                        new BrazeUsers(),
                        new SendGridWebhook(),
                        new SendGridActivity(),
                        new SendGridSuppressions(),
                        new AmazonSesEvents(),
                        new AmazonSesSuppressions()),
                List.of(new BounceMails()));
    }
}
