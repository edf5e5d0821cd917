package dev.rebound.figures;

import dev.rebound.insight.compare.Claim;
import java.util.List;

/**
 * What a text claims.
 *
 * @param claims the figures that were understood
 * @param notUnderstood lines or columns with a number whose meaning is not known, as they stand
 */
public record ReadFigures(List<Claim> claims, List<String> notUnderstood) {
    public ReadFigures {
        claims = List.copyOf(claims);
        notUnderstood = List.copyOf(notUnderstood);
    }
}
