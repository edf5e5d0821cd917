package dev.rebound.insight.compare;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.MessageTable;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Claimed figures against our rows.
 *
 * @param zone of the dashboard's days
 */
public record Comparison(ZoneId zone, List<Line> lines) {
    /**
     * One figure.
     *
     * @param ours how many messages the filter opens
     * @param difference ours minus the claimed value
     * @param causes named parts of the difference
     * @param rest what no cause explains; causes and rest add up to the difference
     */
    public record Line(Claim claim, long ours, Filter rows, long difference, List<Cause> causes, long rest) {
        public Line {
            causes = List.copyOf(causes);
        }
    }

    public Comparison {
        lines = List.copyOf(lines);
    }

    /**
     * Compares.
     *
     * @param restriction what the claims are about, e.g. one campaign
     * @param zone in which the dashboard's days begin
     */
    public static Comparison of(Picture picture, Filter restriction, List<Claim> claims, ZoneId zone) {
        Sums sums = new Sums(picture, restriction, zone);
        List<Line> lines = new ArrayList<>();
        for (Claim claim : claims) {
            lines.add(sums.line(claim));
        }
        lines.sort(Comparator.comparing((Line l) -> l.claim().claimant())
                .thenComparing(l -> l.claim().figure())
                .thenComparing(l -> l.claim().day(), Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Comparison(zone, lines);
    }

    /** Counts and opens what a claim and its possible causes are about. */
    private static final class Sums {
        private final Picture picture;
        private final MessageTable messages;
        private final Filter restriction;
        private final ZoneId zone;

        Sums(Picture picture, Filter restriction, ZoneId zone) {
            this.picture = picture;
            this.messages = picture.messages();
            this.restriction = restriction;
            this.zone = zone;
        }

        Line line(Claim claim) {
            Filter rows = Filter.and(about(claim), claim.figure().rows(), on(claim, zone));
            long ours = count(rows);
            long difference = ours - claim.value();
            Explanation why = Explanation.of(difference, difference == 0 ? List.of() : causes(claim, rows));
            return new Line(claim, ours, rows, difference, why.causes(), why.rest());
        }

        /** A sending service can only claim what went through it. */
        private Filter about(Claim claim) {
            boolean service =
                    picture
                            .questions()
                            .facet(picture.questions().select(Filter.all()), Field.ESP, Integer.MAX_VALUE)
                            .stream()
                            .anyMatch(v -> v.value().equals(claim.claimant()));
            return service ? Filter.and(restriction, Filter.is(Field.ESP, claim.claimant())) : restriction;
        }

        private long count(Filter rows) {
            return picture.questions().select(rows).cardinality();
        }

        /** The days of a claim in a zone: by the delivery for deliveries, by the send for all others. */
        private Filter on(Claim claim, ZoneId in) {
            return on(claim, field(claim), in);
        }

        private static Filter on(Claim claim, Field field, ZoneId in) {
            LocalDate from = claim.from();
            LocalDate to = claim.to();
            return from == null || to == null ? Filter.all() : days(field, from, to, in);
        }

        private static Field field(Claim claim) {
            return claim.figure() == Figure.DELIVERIES ? Field.DELIVERED_AT : Field.SENT_AT;
        }

        private static Filter days(Field field, LocalDate from, LocalDate to, ZoneId in) {
            return Filter.and(
                    new Filter.Term(
                            field,
                            compare(
                                    Match.Operator.AT_LEAST,
                                    from.atStartOfDay(in).toInstant())),
                    new Filter.Term(
                            field,
                            compare(
                                    Match.Operator.LESS,
                                    to.plusDays(1).atStartOfDay(in).toInstant())));
        }

        private static Match compare(Match.Operator operator, Instant at) {
            return new Match.Compare(operator, at.toString());
        }

        private List<Cause> causes(Claim claim, Filter rows) {
            List<Cause> out = new ArrayList<>();
            Filter day = on(claim, zone);
            switch (claim.figure()) {
                case SENDS -> {
                    cause(claim, out, Cause.Kind.TEST_SENDS, -1, Filter.and(flag(FlagWord.TEST), day));
                    cause(
                            claim,
                            out,
                            Cause.Kind.NOT_SENT,
                            -1,
                            Filter.and(flag(FlagWord.ABORTED), on(claim, Field.TIME, zone)));
                    cause(claim, out, Cause.Kind.DROPS_AS_SENDS, 1, Filter.and(rows, flag(FlagWord.DROPPED)));
                }
                case DELIVERIES -> {
                    cause(claim, out, Cause.Kind.RETURNED, 1, Filter.and(flag(FlagWord.RETURNED), day));
                    cause(
                            claim,
                            out,
                            Cause.Kind.ORPHANS,
                            -1,
                            Filter.and(flag(FlagWord.ORPHAN), has(FlagWord.DELIVERED), day));
                    cause(
                            claim,
                            out,
                            Cause.Kind.TEST_SENDS,
                            -1,
                            Filter.and(flag(FlagWord.TEST), has(FlagWord.DELIVERED), day));
                    cause(
                            claim,
                            out,
                            Cause.Kind.MISSING_HOURS,
                            -1,
                            Filter.and(flag(FlagWord.UNCOVERED), sentOn(claim)));
                    cause(claim, out, Cause.Kind.STILL_OPEN, -1, Filter.and(flag(FlagWord.OPEN), sentOn(claim)));
                }
                case BOUNCES -> {
                    Filter sent = Filter.and(flag(FlagWord.SENT), day);
                    cause(claim, out, Cause.Kind.DROPS_AS_BOUNCES, -1, Filter.and(sent, only(FlagWord.DROPPED)));
                    cause(claim, out, Cause.Kind.SOFT_AS_BOUNCES, -1, Filter.and(sent, only(FlagWord.SOFT)));
                    cause(claim, out, Cause.Kind.BLOCKS_AS_BOUNCES, -1, Filter.and(sent, only(FlagWord.BLOCKED)));
                }
                default -> {}
            }
            secondUsers(out, claim, rows);
            duplicates(out, claim, rows);
            if (claim.from() != null) {
                edges(out, claim, rows);
            }
            return out;
        }

        /** Told as this kind and not as a hard bounce, which our figure counts already. */
        private static Filter only(FlagWord word) {
            return Filter.and(has(word), new Filter.Not(has(FlagWord.HARD)));
        }

        private Filter sentOn(Claim claim) {
            return on(claim, Field.SENT_AT, zone);
        }

        private static Filter flag(FlagWord word) {
            return Filter.is(Field.FLAG, word.word());
        }

        private static Filter has(FlagWord word) {
            return Filter.is(Field.HAS, word.word());
        }

        private void cause(Claim claim, List<Cause> out, Cause.Kind kind, int sign, Filter rows) {
            Filter ofThese = Filter.and(about(claim), rows);
            long n = count(ofThese);
            if (n > 0) {
                out.add(new Cause(kind, sign * n, n, ofThese));
            }
        }

        private void secondUsers(List<Cause> out, Claim claim, Filter rows) {
            Filter shared = Filter.and(rows, flag(FlagWord.SHARED));
            Bitmap selected = picture.questions().select(shared);
            long second = 0;
            for (int m = selected.next(0); m >= 0; m = selected.next(m + 1)) {
                second += Math.max(0, messages.users(m, claim.figure().told()) - 1);
            }
            if (second > 0) {
                out.add(new Cause(Cause.Kind.SECOND_USERS, -second, selected.cardinality(), shared));
            }
        }

        /** Events of the figure's own kind that came again; those of another kind explain nothing of it. */
        private void duplicates(List<Cause> out, Claim claim, Filter rows) {
            Filter repeated = Filter.and(rows, flag(FlagWord.DUPLICATE));
            Bitmap selected = picture.questions().select(repeated);
            long events = 0;
            for (int m = selected.next(0); m >= 0; m = selected.next(m + 1)) {
                events += messages.repeats(m, claim.figure().told());
            }
            if (events > 0) {
                out.add(new Cause(Cause.Kind.DUPLICATES, -events, selected.cardinality(), repeated));
            }
        }

        /** The other ways to choose the days: by the calendars of UTC and of the display, and by the day of the send. */
        private void edges(List<Cause> out, Claim claim, Filter rows) {
            Filter told = Filter.and(about(claim), claim.figure().rows());
            Set<ZoneId> zones = new LinkedHashSet<>(List.of(zone, ZoneOffset.UTC, picture.zone()));
            for (ZoneId other : zones) {
                if (!other.equals(zone)) {
                    moved(out, Cause.Kind.DAY_EDGE, rows, Filter.and(told, on(claim, other)));
                }
                if (claim.figure() == Figure.DELIVERIES) {
                    moved(out, Cause.Kind.LATER_DAY, rows, Filter.and(told, on(claim, Field.SENT_AT, other)));
                } else if (claim.figure().told().isFailure()) {
                    moved(out, Cause.Kind.LATER_DAY, rows, Filter.and(told, answeredOn(claim, other)));
                }
            }
        }

        /**
         * By the day of the failure, where that is what decided about the message: a failure beside other failures or before
         * more tries leaves it open which of the days is meant, so it stays on the day of the send.
         */
        private static Filter answeredOn(Claim claim, ZoneId in) {
            List<Filter> decided = new ArrayList<>();
            List<Filter> others = new ArrayList<>();
            for (FlagWord failure : FAILURES) {
                decided.add(flag(failure));
                if (failure != FlagWord.RETURNED && failure != FlagWord.UNRECOGNISED) {
                    Filter told = has(failure);
                    if (!claim.figure().rows().equals(Filter.and(flag(FlagWord.SENT), told))) {
                        others.add(new Filter.Not(told));
                    }
                }
            }
            Filter byAnswer = Filter.and(new Filter.Or(decided), Filter.and(others.toArray(Filter[]::new)));
            return new Filter.Or(List.of(
                    Filter.and(byAnswer, on(claim, Field.TIME, in)),
                    Filter.and(new Filter.Not(byAnswer), on(claim, Field.SENT_AT, in))));
        }

        private static final List<FlagWord> FAILURES = List.of(
                FlagWord.RETURNED,
                FlagWord.HARD,
                FlagWord.BLOCKED,
                FlagWord.DROPPED,
                FlagWord.REJECTED,
                FlagWord.SOFT,
                FlagWord.UNRECOGNISED);

        /** What our way of choosing the day has more than the other way; opened are the messages in one of them only. */
        private void moved(List<Cause> out, Cause.Kind kind, Filter ours, Filter theirs) {
            long more = count(ours) - count(theirs);
            Filter apart = new Filter.Or(
                    List.of(Filter.and(ours, new Filter.Not(theirs)), Filter.and(theirs, new Filter.Not(ours))));
            if (more != 0) {
                out.add(new Cause(kind, more, count(apart), apart));
            }
        }
    }

    /** Whether every difference has a cause. */
    public boolean isExplained() {
        return lines.stream().allMatch(l -> l.rest() == 0);
    }

    /** The line of a figure for the whole campaign; null where nobody claims it. */
    public @Nullable Line whole(Figure figure) {
        return lines.stream()
                .filter(l -> l.claim().figure() == figure && l.claim().day() == null)
                .findFirst()
                .orElse(null);
    }
}
