package dev.rebound.evidence;

import dev.rebound.filter.Filter;
import dev.rebound.insight.compare.Claim;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody's dashboard says of the messages of a pack, as it was typed or read.
 *
 * @param about what the figures are about, e.g. one campaign
 * @param days the zone in which the dashboard's days begin
 */
public record ClaimedFigures(Filter about, List<Claim> claims, ZoneId days) {
    public ClaimedFigures {
        claims = List.copyOf(claims);
    }

    /** The same figures of fewer messages. */
    public ClaimedFigures within(Filter held) {
        return new ClaimedFigures(Filter.and(held, about), claims, days);
    }

    /** The figures that one sending service claims: it is not handed what another one sent. */
    public ClaimedFigures of(String service) {
        return new ClaimedFigures(
                about, claims.stream().filter(c -> c.claimant().equals(service)).toList(), days);
    }
}
