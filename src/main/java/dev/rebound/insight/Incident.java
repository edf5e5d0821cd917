package dev.rebound.insight;

import dev.rebound.domain.Reason;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of time in which one mailbox provider treated mail otherwise than it usually does.
 *
 * @param kind whether it refused mail or only put it off
 * @param provider the mailbox provider
 * @param reason the reason that its replies name
 * @param from the first such reply
 * @param to the last such reply
 * @param messages rows of the messages it touched, in time order
 * @param seen messages of the provider that were decided (or first put off) in that time
 * @param usualShare share of the provider's other messages that met the same, 0 to 1
 * @param deliveredAfterwards those of the messages that arrived in the end
 * @param campaigns their campaigns, most messages first
 * @param esps their sending services, most messages first
 * @param differences what these messages have in common that the provider's other messages have not, strongest first
 * @param answered opens the messages that were seen
 * @param rows the filter that opens the messages
 */
public record Incident(
        Kind kind,
        String provider,
        Reason reason,
        Instant from,
        Instant to,
        List<Integer> messages,
        long seen,
        double usualShare,
        long deliveredAfterwards,
        List<String> campaigns,
        List<String> esps,
        List<Difference> differences,
        Filter answered,
        Filter rows) {
    /** An incident whose last refusal is younger than this may go on. */
    private static final Duration MAY_GO_ON = Duration.ofHours(1);

    /** What the provider did. */
    public enum Kind {
        /** It refused the messages for good. */
        REFUSED,
        /** It put them off; what became of them is another matter. */
        DELAYED;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A value of a field that is more frequent inside than outside; shares from 0 to 1. */
    public record Difference(Field field, String value, double insideShare, double outsideShare) {}

    public Incident {
        messages = List.copyOf(messages);
        campaigns = List.copyOf(campaigns);
        esps = List.copyOf(esps);
        differences = List.copyOf(differences);
    }

    /** Whether the provider refused so lately that it may go on refusing. */
    public boolean mayGoOn(Instant now) {
        return kind == Kind.REFUSED && to.plus(MAY_GO_ON).isAfter(now);
    }

    /** The same incident with those of its messages only that are among some rows. */
    Incident within(Bitmap only) {
        return new Incident(
                kind,
                provider,
                reason,
                from,
                to,
                messages.stream().filter(only::get).toList(),
                seen,
                usualShare,
                Math.min(
                        deliveredAfterwards, messages.stream().filter(only::get).count()),
                campaigns,
                esps,
                differences,
                answered,
                rows);
    }

    /** The same incident, opened by another filter. */
    Incident opening(Filter exactly) {
        return new Incident(
                kind,
                provider,
                reason,
                from,
                to,
                messages,
                seen,
                usualShare,
                deliveredAfterwards,
                campaigns,
                esps,
                differences,
                answered,
                exactly);
    }

    /** A name that stays the same as long as the data around it does. */
    public String id() {
        return kind.code() + " " + reason.code() + " " + from + " " + provider;
    }

    /** Share of the provider's messages of that time that met it, 0 to 1. */
    public double share() {
        return seen == 0 ? 0 : (double) messages.size() / seen;
    }
}
