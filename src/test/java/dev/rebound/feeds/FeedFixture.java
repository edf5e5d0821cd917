package dev.rebound.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.file.CodecFactory;

/**
 * One file and what reading it must give.
 *
 * @param name path under {@code src/test/resources/feeds}, or the name of a file written by the test
 * @param feed id of the one feed that knows it
 * @param events events in it
 * @param subscriptions subscription statuses in it
 * @param rejected records in it that must be rejected
 */
public record FeedFixture(String name, String feed, int events, int subscriptions, int rejected) {
    private static final Path ROOT = Path.of("src", "test", "resources", "feeds");

    /** Every fixture of every feed. */
    public static final List<FeedFixture> ALL = List.of(
            new FeedFixture("braze/currents-plain.ndjson", "braze-currents", 5, 0, 0),
            new FeedFixture("braze/currents-unions.json", "braze-currents", 1, 0, 0),
            new FeedFixture("braze/currents-http.json", "braze-currents", 2, 0, 1),
            new FeedFixture("generated/soft-bounces.avro", "braze-currents", 25, 0, 0),
            new FeedFixture("braze/hard-bounces.json", "braze-bounce-list", 2, 0, 1),
            new FeedFixture("braze/unsubscribes.json", "braze-bounce-list", 0, 1, 0),
            new FeedFixture("braze/query-builder.csv", "braze-query-builder", 3, 0, 1),
            new FeedFixture("braze/USERS_MESSAGES_EMAIL_SOFTBOUNCE_SHARED.csv", "braze-query-builder", 1, 0, 0),
            new FeedFixture("braze/segment-users.csv", "braze-users", 0, 3, 0),
            new FeedFixture("braze/users-export.ndjson", "braze-users", 0, 3, 0),
            new FeedFixture("sendgrid/webhook-array.json", "sendgrid-webhook", 9, 0, 1),
            new FeedFixture("sendgrid/webhook-arrays.ndjson", "sendgrid-webhook", 4, 0, 1),
            new FeedFixture("sendgrid/webhook-events.ndjson", "sendgrid-webhook", 3, 0, 0),
            new FeedFixture("sendgrid/activity.csv", "sendgrid-activity", 4, 0, 0),
            new FeedFixture("sendgrid/suppression_bounces.csv", "sendgrid-suppressions", 3, 0, 0),
            new FeedFixture("sendgrid/suppression_blocks.csv", "sendgrid-suppressions", 1, 0, 0),
            new FeedFixture("sendgrid/invalid_emails.json", "sendgrid-suppressions", 1, 0, 0),
            new FeedFixture("sendgrid/spam_reports.json", "sendgrid-suppressions", 1, 0, 0),
            new FeedFixture("amazon-ses/events.ndjson", "amazon-ses", 11, 0, 1),
            new FeedFixture("amazon-ses/wrapped.ndjson", "amazon-ses", 3, 0, 0),
            new FeedFixture("amazon-ses/sns-envelopes.ndjson", "amazon-ses", 1, 0, 1),
            new FeedFixture("amazon-ses/suppressed-destinations.json", "amazon-ses-suppressions", 2, 0, 0),
            new FeedFixture("sparkpost/webhook-batch.json", "sparkpost", 20, 0, 1),
            new FeedFixture("sparkpost/webhook-lines.ndjson", "sparkpost", 3, 0, 1),
            new FeedFixture("sparkpost/events-page.json", "sparkpost", 2, 0, 0),
            new FeedFixture("sparkpost/suppression-list.json", "sparkpost-suppressions", 4, 0, 0),
            new FeedFixture("sparkpost/suppression-list.csv", "sparkpost-suppressions", 2, 0, 1),
            new FeedFixture("mailgun/webhooks.ndjson", "mailgun", 5, 0, 1),
            new FeedFixture("mailgun/events-page.json", "mailgun", 15, 0, 0),
            new FeedFixture("mailgun/events.ndjson", "mailgun", 2, 0, 1),
            new FeedFixture("mailgun/bounces-page.json", "mailgun-suppressions", 2, 0, 0),
            new FeedFixture("mailgun/bounces.csv", "mailgun-suppressions", 1, 0, 1),
            new FeedFixture("mailgun/complaints.csv", "mailgun-suppressions", 1, 0, 0),
            new FeedFixture("mailgun/complaints.ndjson", "mailgun-suppressions", 1, 0, 0),
            new FeedFixture("mailgun/unsubscribes-page.json", "mailgun-suppressions", 2, 0, 0),
            new FeedFixture("mailgun/unsubscribes.csv", "mailgun-suppressions", 1, 0, 0),
            new FeedFixture("postmark/webhooks.ndjson", "postmark", 11, 0, 1),
            new FeedFixture("postmark/bounces-page.json", "postmark", 2, 0, 0),
            new FeedFixture("postmark/outbound-messages.json", "postmark-messages", 3, 0, 0),
            new FeedFixture("postmark/suppressions.json", "postmark-suppressions", 3, 0, 0),
            new FeedFixture("mandrill/events.json", "mandrill", 9, 0, 0),
            new FeedFixture("mandrill/activity.csv", "mandrill-activity", 9, 0, 0),
            new FeedFixture("mandrill/rejects.csv", "mandrill-rejects", 3, 0, 0),
            new FeedFixture("mailchimp/2026-03-13_Harvest.csv", "mailchimp-bounces", 2, 0, 0),
            new FeedFixture("mailchimp/email-activity.json", "mailchimp-activity", 3, 0, 0),
            new FeedFixture("mailchimp/cleaned_members.csv", "mailchimp-members", 1, 0, 0),
            new FeedFixture("mailchimp/unsubscribed_members.csv", "mailchimp-members", 0, 1, 0),
            new FeedFixture("mailchimp/clicks.csv", "mailchimp-opens-clicks", 1, 0, 0),
            new FeedFixture("mailjet/events.json", "mailjet", 10, 0, 0),
            new FeedFixture("mailjet/messages.json", "mailjet-messages", 4, 0, 0),
            new FeedFixture("brevo/webhooks.ndjson", "brevo", 12, 0, 0),
            new FeedFixture("brevo/events-page.json", "brevo", 2, 0, 0),
            new FeedFixture("brevo/log.csv", "brevo-log", 3, 0, 0),
            new FeedFixture("resend/webhooks.ndjson", "resend", 10, 0, 0),
            new FeedFixture("mailersend/webhooks.ndjson", "mailersend", 7, 0, 0),
            new FeedFixture("mailersend/activities.json", "mailersend", 2, 0, 0),
            new FeedFixture("mailtrap/webhook.json", "mailtrap", 8, 0, 0),
            new FeedFixture("postal/webhooks.ndjson", "postal", 6, 0, 0),
            new FeedFixture("unisender/callback.json", "unisender-go", 7, 0, 0),
            new FeedFixture("unisender/single.json", "unisender-go", 1, 0, 0),
            new FeedFixture("sweego/webhooks.ndjson", "sweego", 6, 0, 0),
            new FeedFixture("mailomat/webhooks.ndjson", "mailomat", 6, 0, 0),
            new FeedFixture("mailerq/results.ndjson", "mailerq", 5, 0, 0),
            new FeedFixture("greenarrow/events.ndjson", "greenarrow", 7, 0, 0),
            new FeedFixture("braze/postbacks.ndjson", "braze-postbacks", 2, 0, 1),
            new FeedFixture("sendgrid/messages.json", "sendgrid-messages", 3, 0, 0),
            new FeedFixture("sendgrid/message.json", "sendgrid-message", 3, 0, 0),
            new FeedFixture("amazon-ses/status-view.csv", "amazon-ses-view", 11, 0, 0),
            new FeedFixture("amazon-ses/events-table.csv", "amazon-ses-table", 4, 0, 1),
            new FeedFixture("amazon-ses/insights.json", "amazon-ses-insights", 3, 0, 0),
            new FeedFixture("amazon-ses/bulk-2026-03-13.ndjson", "amazon-ses-bulk", 2, 0, 0),
            new FeedFixture("mailgun/legacy.ndjson", "mailgun-legacy", 5, 0, 0),
            new FeedFixture("hubspot/recipients.csv", "hubspot-recipients", 14, 0, 1),
            new FeedFixture("hubspot/events.json", "hubspot-events", 8, 0, 0),
            new FeedFixture("sfmc/Bounces.csv", "sfmc", 5, 0, 1),
            new FeedFixture("sfmc/Sent.csv", "sfmc", 2, 0, 0),
            new FeedFixture("sfmc/NotSent.csv", "sfmc", 1, 0, 0),
            new FeedFixture("sfmc/Subscribers.csv", "sfmc-subscribers", 1, 2, 0),
            new FeedFixture("marketo/activities.csv", "marketo", 7, 0, 1),
            new FeedFixture("marketo/activities.json", "marketo", 1, 0, 0),
            new FeedFixture("iterable/events.ndjson", "iterable", 5, 0, 0),
            new FeedFixture("iterable/emailBounce.csv", "iterable", 2, 0, 0),
            new FeedFixture("klaviyo/events.json", "klaviyo", 4, 0, 1),
            new FeedFixture("customer-io/messages.json", "customer-io-messages", 7, 0, 0),
            new FeedFixture("customer-io/webhooks.ndjson", "customer-io-webhooks", 5, 0, 0),
            new FeedFixture("customer-io/suppressions.json", "customer-io-suppressions", 1, 0, 0),
            new FeedFixture("mandrill/posted.form", "mandrill", 2, 0, 0),
            new FeedFixture("mailgun/posted.form", "mailgun-legacy", 2, 0, 1),
            new FeedFixture("mail/failed.eml", "bounce-mail", 1, 0, 0),
            new FeedFixture("mail/several-recipients.eml", "bounce-mail", 3, 0, 0),
            new FeedFixture("mail/complaint.eml", "bounce-mail", 1, 0, 0),
            new FeedFixture("mail/away.eml", "bounce-mail", 0, 0, 1),
            new FeedFixture("mail/mailbox.mbox", "bounce-mail", 4, 0, 1),
            new FeedFixture("postfix/mail.log-20260215", "postfix", 16, 0, 2),
            new FeedFixture("exim/mainlog", "exim", 9, 0, 1),
            new FeedFixture("powermta/acct.csv", "powermta", 9, 0, 1),
            new FeedFixture("kumomta/log.ndjson", "kumomta", 11, 0, 2),
            new FeedFixture("exchange/MSGTRK2026031408-1.LOG", "exchange-tracking", 10, 0, 1),
            new FeedFixture("exchange/extended.csv", "exchange-tracking", 2, 0, 0),
            new FeedFixture("exchange-online/summary.csv", "exchange-online-summary", 9, 0, 1),
            new FeedFixture("exchange-online/trace.csv", "exchange-online", 8, 0, 1),
            new FeedFixture("amazon-ses/events-table-kinds.csv", "amazon-ses-table", 6, 0, 0),
            new FeedFixture("amazon-ses/insights-kinds.json", "amazon-ses-insights", 6, 0, 0),
            new FeedFixture("amazon-ses/status-view-kinds.csv", "amazon-ses-view", 6, 0, 0),
            new FeedFixture("amazon-ses/undetermined.ndjson", "amazon-ses", 1, 0, 0),
            new FeedFixture("braze/currents-kinds.json", "braze-currents", 4, 0, 0),
            new FeedFixture("braze/postbacks-kinds.ndjson", "braze-postbacks", 2, 0, 0),
            new FeedFixture("braze/query-builder-kinds.csv", "braze-query-builder", 2, 0, 0),
            new FeedFixture("brevo/log-kinds.csv", "brevo-log", 5, 0, 0),
            new FeedFixture("brevo/webhooks-kinds.ndjson", "brevo", 1, 0, 0),
            new FeedFixture("customer-io/messages-kinds.json", "customer-io-messages", 5, 0, 0),
            new FeedFixture("customer-io/suppressions-bounces.json", "customer-io-suppressions", 1, 0, 0),
            new FeedFixture("customer-io/suppressions-reports.json", "customer-io-suppressions", 1, 0, 0),
            new FeedFixture("customer-io/webhooks-kinds.ndjson", "customer-io-webhooks", 4, 0, 0),
            new FeedFixture("exchange/badmail.csv", "exchange-tracking", 1, 0, 0),
            new FeedFixture("exchange/full.csv", "exchange-tracking", 1, 0, 0),
            new FeedFixture("customer-io/full.ndjson", "customer-io-webhooks", 1, 0, 0),
            new FeedFixture("mailomat/full.ndjson", "mailomat", 1, 0, 0),
            new FeedFixture("mailtrap/full.json", "mailtrap", 1, 0, 0),
            new FeedFixture("postal/full.ndjson", "postal", 1, 0, 0),
            new FeedFixture("greenarrow/injected.ndjson", "greenarrow", 1, 0, 0),
            new FeedFixture("hubspot/events-kinds.json", "hubspot-events", 2, 0, 0),
            new FeedFixture("hubspot/recipients-kinds.csv", "hubspot-recipients", 3, 0, 0),
            new FeedFixture("iterable/kinds.ndjson", "iterable", 2, 0, 0),
            new FeedFixture("klaviyo/kinds.json", "klaviyo", 2, 0, 0),
            new FeedFixture("mailchimp/activity-kinds.json", "mailchimp-activity", 4, 0, 0),
            new FeedFixture("mailerq/dropped.ndjson", "mailerq", 1, 0, 0),
            new FeedFixture("mailgun/legacy-kinds.ndjson", "mailgun-legacy", 2, 0, 0),
            new FeedFixture("mailjet/bounce.ndjson", "mailjet", 1, 0, 0),
            new FeedFixture("mailjet/messages-kinds.json", "mailjet-messages", 10, 0, 0),
            new FeedFixture("mailomat/complained.ndjson", "mailomat", 1, 0, 0),
            new FeedFixture("mandrill/activity-kinds.csv", "mandrill-activity", 4, 0, 0),
            new FeedFixture("marketo/bounced.csv", "marketo", 1, 0, 0),
            new FeedFixture("postmark/bounces-kinds.ndjson", "postmark", 2, 0, 0),
            new FeedFixture("postmark/messages-kinds.json", "postmark-messages", 1, 0, 0),
            new FeedFixture("resend/bounced.ndjson", "resend", 1, 0, 0),
            new FeedFixture("sendgrid/activity-kinds.csv", "sendgrid-activity", 6, 0, 0),
            new FeedFixture("sendgrid/message-kinds.json", "sendgrid-message", 6, 0, 0),
            new FeedFixture("sendgrid/messages-kinds.json", "sendgrid-messages", 3, 0, 0),
            new FeedFixture("sendgrid/webhook-kinds.ndjson", "sendgrid-webhook", 1, 0, 0),
            new FeedFixture("sfmc/Complaints.csv", "sfmc", 1, 0, 0),
            new FeedFixture("sendgrid/webhook-table.csv", "sendgrid-webhook", 3, 0, 0),
            new FeedFixture("sparkpost/events.csv", "sparkpost", 2, 0, 0),
            new FeedFixture("mailgun/logs-page.json", "mailgun", 1, 0, 0),
            new FeedFixture("mailgun/bounces-bare.csv", "mailgun-suppressions", 2, 0, 0),
            new FeedFixture("amazon-ses/suppressed-destination.json", "amazon-ses-suppressions", 1, 0, 0),
            new FeedFixture("postmark/message-details.json", "postmark-messages", 6, 0, 0),
            new FeedFixture("sfmc/StatusChanges.csv", "sfmc-subscribers", 1, 2, 0),
            new FeedFixture("sfmc/bounce-view.csv", "sfmc", 2, 0, 0),
            new FeedFixture("mailchimp/sent_to/2026-03-13_Harvest.csv", "mailchimp-lists", 2, 0, 0),
            new FeedFixture("mailchimp/abuse_complaints/2026-03-13_Harvest.csv", "mailchimp-lists", 1, 0, 0),
            new FeedFixture("sweego/kinds.ndjson", "sweego", 3, 0, 0),
            new FeedFixture("rebound/settings.json", "rebound-settings", 0, 0, 1));

    /** Where a fixture of the resources lies. */
    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    /** The file; one that is generated is written to the folder first. */
    public Path file(Path folder) {
        if (!name.startsWith("generated/")) {
            return path(name);
        }
        try {
            return Files.write(
                    folder.resolve("soft-bounces.avro"), AvroFiles.softBounces(25, CodecFactory.nullCodec()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the file. */
    public byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(file(folder));
    }

    @Override
    public String toString() {
        return name;
    }
}
