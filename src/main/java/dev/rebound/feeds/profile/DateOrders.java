package dev.rebound.feeds.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two readers of an export whose dates may begin with the day or with the month, where the file does not say which.
 *
 * @param dayFirst id of the reader that takes the day first
 * @param monthFirst id of the other one
 */
public record DateOrders(String dayFirst, String monthFirst) {
    private static final Pattern ASKED = Pattern.compile(" Import it again with --as (\\S+) or --as (\\S+)\\.");

    /** The readers of a profile. */
    static DateOrders of(String profile) {
        return new DateOrders(profile + "-day-first", profile + "-month-first");
    }

    /** The readers that the reason of a rejection asks to choose from. */
    public static Optional<DateOrders> in(String reason) {
        Matcher asked = ASKED.matcher(reason);
        return asked.find() ? Optional.of(new DateOrders(asked.group(1), asked.group(2))) : Optional.empty();
    }

    /** The sentence that asks, as it ends the reason of a rejection; it is meant for the command line. */
    public String asked() {
        return " Import it again with --as " + dayFirst + " or --as " + monthFirst + ".";
    }
}
