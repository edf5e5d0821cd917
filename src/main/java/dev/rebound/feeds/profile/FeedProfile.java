package dev.rebound.feeds.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one export is read; the content of a profile file. Wherever a list of field paths stands, the first that has a value
 * wins. Paths are those of {@link FieldPath}, conditions those of {@link Condition}, kinds those of {@link Meaning}.
 *
 * @param version version of this format; 1
 * @param id name on the command line
 * @param name name for people
 * @param source whose events they are; scopes ids
 * @param recognise the ways a first record is told; none means only when the operator chooses the feed
 * @param entries paths to a list inside a record whose elements are the events; without a hit the record is the event, with
 *     {@code &} before the path it is one as well
 * @param address who it happened to; several values or a list make one event each
 * @param time when it happened
 * @param dates order of day and month in {@code 1/2/2026}: {@code dmy}, {@code mdy}; without it such dates are refused
 *     where both readings are possible
 * @param askDates whether the order of day and month differs from account to account: then the feed is there once more for
 *     each order, to be chosen by the operator
 * @param timeForms further forms, as {@link java.time.format.DateTimeFormatter} patterns
 * @param zone zone of times without one; null leaves it to the operator
 * @param eventId paths whose values together name an event; none, or no value of the first: an event is told by its fields
 * @param every whether each rule that fits makes an event (flags in a row) instead of the first one
 * @param rules what happened, asked before the words
 * @param words what happened, by the source's word
 * @param hints what the source's class of a failure means
 * @param texts further facts by the lower-case name of {@link dev.rebound.domain.EventText}
 * @param codes where SMTP and enhanced codes stand
 * @param ownCodes numbers of the source in the range of SMTP codes that are none
 * @param attempt the attempt number
 * @param test conditions that mark test traffic, all of them
 * @param user the source's id of a person, in a list of people
 * @param sendsFrom the export of the same source that tells the sends, where this one does not
 * @param refuse why files that are told this way are not read: a sentence with a next step
 * @param requestNames what to ask the source for, by the source's word for a kind
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FeedProfile(
        int version,
        String id,
        String name,
        String source,
        List<Recognition> recognise,
        List<String> entries,
        List<String> address,
        List<String> time,
        @Nullable String dates,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean askDates,
        List<String> timeForms,
        @Nullable String zone,
        List<String> eventId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean every,
        List<Rule> rules,
        @Nullable Words words,
        @Nullable Words hints,
        Map<String, List<String>> texts,
        List<String> codes,
        List<String> ownCodes,
        List<String> attempt,
        Map<String, List<String>> test,
        List<String> user,
        @Nullable String sendsFrom,
        @Nullable String refuse,
        Map<String, String> requestNames) {
    /** The version of the format that this program writes. */
    public static final int VERSION = 1;

    /** Absent lists are empty; what no reader can do without is asked for. */
    public FeedProfile {
        if (version != VERSION) {
            throw new IllegalArgumentException("\"version\" is " + version + "; this program reads version " + VERSION);
        }
        require(id, "id");
        require(name, "name");
        require(source, "source");
        recognise = copy(recognise);
        entries = copy(entries);
        address = copy(address);
        time = copy(time);
        timeForms = copy(timeForms);
        eventId = copy(eventId);
        rules = copy(rules);
        texts = copy(texts);
        codes = copy(codes);
        ownCodes = copy(ownCodes);
        attempt = copy(attempt);
        test = copy(test);
        user = copy(user);
        requestNames = copy(requestNames);
        if (address.isEmpty() && refuse == null) {
            throw new IllegalArgumentException("\"address\" names no field");
        }
    }

    private static void require(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
    }

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Keeps the order of the file: the first word or rule that fits wins. */
    static <T> Map<String, T> copy(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }

    /**
     * One way a record is told; all parts must hold.
     *
     * @param shape {@code json} or {@code csv}; null for both
     * @param has fields that must be there, {@code a|b} for either
     * @param lacks fields that must not be there
     * @param only all fields the record may have; empty for any
     * @param when conditions on values
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Recognition(
            @Nullable String shape,
            List<String> has,
            List<String> lacks,
            List<String> only,
            Map<String, List<String>> when) {
        /** Absent lists are empty. */
        public Recognition {
            has = copy(has);
            lacks = copy(lacks);
            only = copy(only);
            when = copy(when);
        }
    }

    /**
     * What a record says where its conditions hold.
     *
     * @param when conditions, all of them
     * @param kind what happened; null when {@code reject} is given
     * @param word the source's word to keep; null keeps the value of the words' field
     * @param time paths instead of the profile's
     * @param texts facts that this rule adds or replaces
     * @param reject why such a record is refused
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rule(
            Map<String, List<String>> when,
            @Nullable String kind,
            @Nullable String word,
            List<String> time,
            Map<String, List<String>> texts,
            @Nullable String reject) {
        /** Absent lists are empty; a rule says a kind or refuses. */
        public Rule {
            when = copy(when);
            time = copy(time);
            texts = copy(texts);
            if ((kind == null) == (reject == null)) {
                throw new IllegalArgumentException("a rule needs either \"kind\" or \"reject\"");
            }
        }
    }

    /**
     * The source's words.
     *
     * @param of the fields that hold them; several are joined by a slash, and where that is unknown the last goes
     * @param mean what each means; case, blanks, hyphens and underscores of a word do not matter
     */
    public record Words(List<String> of, Map<String, String> mean) {
        /** Absent lists are empty. */
        public Words {
            of = copy(of);
            mean = copy(mean);
        }
    }

    /**
     * The same profile as the operator chooses it: with the order of day and month said, and told by nothing else.
     *
     * @param order {@code dmy} or {@code mdy}
     */
    public FeedProfile chosenWithDates(String order) {
        boolean dayFirst = order.equals("dmy");
        return new FeedProfile(
                version,
                id + (dayFirst ? "-day-first" : "-month-first"),
                name + (dayFirst ? ", day first" : ", month first"),
                source,
                List.of(),
                entries,
                address,
                time,
                order,
                false,
                timeForms,
                zone,
                eventId,
                every,
                rules,
                words,
                hints,
                texts,
                codes,
                ownCodes,
                attempt,
                test,
                user,
                sendsFrom,
                refuse,
                requestNames);
    }
}
