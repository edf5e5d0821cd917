package dev.rebound.index;

import dev.rebound.filter.EnhancedCodes;
import dev.rebound.filter.Match;
import org.jspecify.annotations.Nullable;

/**
 * Enhanced status codes within limits, compared number by number: 5.7.9 is less than 5.7.26.
 *
 * @param least the least code, as a number
 * @param most the greatest
 */
record EnhancedMatch(int least, int most) implements TextMatch {
    private static final EnhancedCodes NONE = new EnhancedCodes(Integer.MAX_VALUE, Integer.MIN_VALUE);

    static EnhancedMatch of(Match.Range range) {
        return new EnhancedMatch(
                range.from() == null ? 0 : read(range.from()).first(),
                range.to() == null ? Integer.MAX_VALUE : read(range.to()).last());
    }

    static EnhancedMatch of(Match.Compare compare) {
        EnhancedCodes limit = read(compare.value());
        return switch (compare.operator()) {
            case GREATER -> new EnhancedMatch(limit.last() + 1, Integer.MAX_VALUE);
            case AT_LEAST -> new EnhancedMatch(limit.first(), Integer.MAX_VALUE);
            case LESS -> new EnhancedMatch(0, limit.first() - 1);
            case AT_MOST -> new EnhancedMatch(0, limit.last());
        };
    }

    private static EnhancedCodes read(@Nullable String text) {
        return text == null ? NONE : EnhancedCodes.named(text).orElse(NONE);
    }

    @Override
    public boolean accepts(String folded) {
        int code = read(folded).first();
        return code != NONE.first() && code >= least && code <= most;
    }
}
