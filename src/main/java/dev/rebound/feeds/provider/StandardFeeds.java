package dev.rebound.feeds.provider;

import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.PartFeed;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.profile.FeedProfile;
import dev.rebound.feeds.profile.ProfileFeed;
import dev.rebound.feeds.profile.ProfileFolder;
import dev.rebound.feeds.profile.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundled feeds, in order of recognition: those that are classes, then the profiles beside this class. */
public final class StandardFeeds {
    /** The profile files, in feeds.md's order of how often they are met. */
    private static final List<String> PROFILES = List.of(
            "braze-postbacks",
            "sendgrid-more",
            "amazon-ses-more",
            "sparkpost-suppressions",
            "mailgun-suppressions",
            "mailgun-legacy",
            "hubspot",
            "powermta",
            "exchange-online",
            "postmark",
            "sfmc",
            "mandrill",
            "mailchimp",
            "mailjet",
            "brevo",
            "resend",
            "mailersend",
            "mailtrap",
            "postal",
            "marketo",
            "iterable",
            "klaviyo",
            "customerio",
            "mailerq",
            "greenarrow",
            "unisender",
            "sweego",
            "mailomat",
            "braze-figures",
            "warehouse");

    private StandardFeeds() {}

    /** A catalog of all of them. */
    public static FeedCatalog catalog() {
        return catalog(List.of());
    }

    /** A catalog of the operator's own readers, which are asked first, and all of the bundled. */
    public static FeedCatalog catalog(List<FeedProfile> own) {
        return new FeedCatalog(() -> with(own), ofParts());
    }

    /** A catalog of the readers in a store's folder, and all of the bundled; a reader that cannot be read is left out. */
    public static FeedCatalog catalog(Path storeFolder) {
        return new FeedCatalog(() -> with(readers(storeFolder).read().profiles()), ofParts());
    }

    private static List<RecordFeed> with(List<FeedProfile> own) {
        List<RecordFeed> feeds = new ArrayList<>();
        own.forEach(profile -> feeds.add(new ProfileFeed(profile)));
        feeds.addAll(ofRecords());
        return feeds;
    }

    /** The operator's own readers of a store. */
    public static ProfileFolder readers(Path storeFolder) {
        return new ProfileFolder(storeFolder.resolve("readers"));
    }

    static List<RecordFeed> ofRecords() {
        List<RecordFeed> feeds = new ArrayList<>(List.of(
                new ReboundSettings(),
                new KumoMtaLog(),
                new ExchangeTracking(),
                new ExchangeOnlineTrace(),
                new BrazeCurrents(),
                new BrazeWarehouse(),
                new BrazeBounceList(),
                new BrazeUsers(),
                new SendGridWebhook(),
                new SendGridActivity(),
                new SendGridSuppressions(),
                new AmazonSesEvents(),
                new AmazonSesTable(),
                new SparkPostEvents(),
                new MailgunEvents()));
        feeds.addAll(Bundled.FEEDS);
        return feeds;
    }

    /** The feeds of the bundled profiles, read once: they are immutable, and a program opens several catalogs. */
    private static final class Bundled {
        private static final List<ProfileFeed> FEEDS =
                profiles().stream().map(ProfileFeed::new).toList();
    }

    static List<PartFeed> ofParts() {
        return List.of(new BounceMails(), new PostfixLog(), new EximLog());
    }

    /** The bundled profiles; one whose dates can be read in two ways is there once more for each, to be chosen. */
    static List<FeedProfile> profiles() {
        List<FeedProfile> profiles = new ArrayList<>();
        for (String name : PROFILES) {
            try (InputStream in = StandardFeeds.class.getResourceAsStream(name + ".json")) {
                if (in == null) {
                    throw new IllegalStateException("The profile " + name + ".json is not in the program.");
                }
                profiles.addAll(Profiles.bundled(in, name + ".json"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (FeedProfile profile : List.copyOf(profiles)) {
            if (profile.askDates()) {
                profiles.add(profile.chosenWithDates("dmy"));
                profiles.add(profile.chosenWithDates("mdy"));
            }
        }
        return profiles;
    }
}
