package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Reason;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: a message and what became of it.
 *
 * @param message row in the message table; the handle for everything else
 * @param time when the deciding event happened
 * @param state null where the send is in no file and nothing final is known
 * @param reason null where nothing failed
 * @param firstEvent when its first event happened
 * @param delay from the send to the delivery; null where one of them is in no file
 * @param source name of the file that holds the deciding event
 */
public record MessageRow(
        int message,
        Instant time,
        String address,
        String campaign,
        @Nullable MessageState state,
        @Nullable Reason reason,
        @Nullable BounceClass bounceClass,
        int tries,
        @Nullable String reply,
        int smtpCode,
        @Nullable String enhancedCode,
        String provider,
        String domain,
        String esp,
        @Nullable String ip,
        @Nullable String pool,
        @Nullable String subject,
        @Nullable String dispatchId,
        @Nullable String messageId,
        Instant firstEvent,
        Validity validity,
        SubscriptionStatus subscription,
        String source,
        @Nullable String fromDomain,
        @Nullable String variant,
        @Nullable String step,
        @Nullable String user,
        @Nullable Duration delay) {}
