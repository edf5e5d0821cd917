package dev.rebound.figures;

import dev.rebound.insight.compare.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a text claims, of which campaigns, and what in it could not be understood. */
public final class ReadFigures {
    private final String claimant;
    private final List<Claim> claims;
    private final List<String> notUnderstood;
    private final Map<String, FigureSums> byCampaign;

    /**
     * Figures that are all about the same.
     *
     * @param claims the figures that were understood
     * @param notUnderstood lines or columns with a number whose meaning is not known, as they stand
     */
    ReadFigures(List<Claim> claims, List<String> notUnderstood) {
        this("", claims, notUnderstood, Map.of());
    }

    private ReadFigures(
            String claimant, List<Claim> claims, List<String> notUnderstood, Map<String, FigureSums> byCampaign) {
        this.claimant = claimant;
        this.claims = List.copyOf(claims);
        this.notUnderstood = List.copyOf(notUnderstood);
        this.byCampaign = new LinkedHashMap<>(byCampaign);
    }

    /** Figures whose rows name their campaign; the claims add them all up. */
    static ReadFigures of(String claimant, Map<String, FigureSums> byCampaign, List<String> notUnderstood) {
        FigureSums all = new FigureSums();
        byCampaign.values().forEach(all::addAll);
        return new ReadFigures(claimant, all.claims(claimant), notUnderstood, byCampaign);
    }

    /** The figures that were understood. */
    public List<Claim> claims() {
        return claims;
    }

    /** Lines or columns with a number whose meaning is not known, as they stand. */
    public List<String> notUnderstood() {
        return notUnderstood;
    }

    /** The campaigns that the rows name, in their order; empty where no column names any. */
    public List<String> campaigns() {
        return List.copyOf(byCampaign.keySet());
    }

    /** Only the rows of these campaigns; all of them where no column names a campaign. */
    public ReadFigures about(Predicate<String> campaign) {
        if (byCampaign.isEmpty()) {
            return this;
        }
        Map<String, FigureSums> kept = new LinkedHashMap<>();
        byCampaign.forEach((name, sums) -> {
            if (campaign.test(name)) {
                kept.put(name, sums);
            }
        });
        return of(claimant, kept, notUnderstood);
    }

    /** The campaigns whose rows these figures leave out, seen from the figures that were read. */
    public List<String> without(ReadFigures kept) {
        List<String> left = new ArrayList<>(campaigns());
        left.removeAll(kept.campaigns());
        return left;
    }
}
