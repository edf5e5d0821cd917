/**
 * What one bounce mail says: which recipients, what became of the message, in whose words.
 *
 * <p>A mail is parsed by a MIME library within bounds (depth, headers, size); a delivery-status part (RFC 3464) or a
 * feedback report (RFC 5965) is read field by field. Total on any bytes: a mail that says nothing is an answer.
 *
 * <p>Knows no feed, no store and no classification. Start with {@link dev.rebound.feeds.mail.BounceMailReader}.
 */
@NullMarked
package dev.rebound.feeds.mail;

import org.jspecify.annotations.NullMarked;
