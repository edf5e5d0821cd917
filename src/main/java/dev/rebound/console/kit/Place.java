package dev.rebound.console.kit;

import dev.rebound.evidence.Audience;
import dev.rebound.evidence.CaseSubject;
import dev.rebound.evidence.ClaimedFigures;
import dev.rebound.filter.Filter;
import dev.rebound.insight.MessageKey;
import dev.rebound.report.MessageRows;
import dev.rebound.report.Rows;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somewhere a person can go in the console. Back and forward move between places. */
public sealed interface Place {
    /** The start view. */
    record Start() implements Place {}

    /** The cases; a case's number chooses it, an empty one keeps the one that was looked at. */
    record Cases(String id) implements Place {
        /** The case that was looked at last. */
        public Cases() {
            this("");
        }
    }

    /**
     * Messages or a person to pin to a case; a sheet over the view that shows them.
     *
     * @param filter the text of the filter that shows them
     * @param addresses persons the case is about from now on
     */
    record Pin(int[] messages, String filter, List<String> addresses) implements Place {
        /** Messages alone. */
        public Pin(int[] messages, String filter) {
            this(messages, filter, List.of());
        }
    }

    /** How the program appears to the person. */
    record Settings() implements Place {}

    /** The data behind everything, on one of the tabs. */
    record Data(Part part) implements Place {
        /** A part of the data's view. */
        public enum Part {
            IMPORTS,
            COVERAGE,
            JOINS,
            DUPLICATES,
            READING,
            DECISIONS,
            PRIVACY,
            RETENTION,
            STORE
        }
    }

    /** The comparison of figures, of the campaign with this key; empty keeps the one that was looked at. */
    record Compare(String campaign) implements Place {}

    /**
     * Who of some messages could be written to again; a sheet over the view that shows them.
     *
     * @param about how the messages are called
     */
    record Resend(String about, Filter messages) implements Place {}

    /**
     * The Message Activity Log.
     *
     * @param filter the filter's text
     * @param events whether it lists events instead of messages
     * @param by by what the rows are grouped
     * @param chosen the message that is looked at; null for none
     */
    record Activity(
            String filter,
            boolean events,
            Grouping by,
            @Nullable MessageKey chosen) implements Place {
        /** By what the rows of the log can be grouped. */
        public enum Grouping {
            NONE,
            STATE,
            REASON,
            PATTERN,
            PROVIDER,
            DOMAIN,
            CAMPAIGN,
            IP,
            HOUR,
            DAY
        }

        /** The messages of a filter text. */
        public Activity(String filter) {
            this(filter, false, Grouping.NONE, null);
        }

        /** The log under a filter. */
        public static Activity of(Filter filter) {
            return new Activity(filter.toText());
        }

        /** The same list with another message chosen. */
        public Activity choosing(@Nullable MessageKey message) {
            return new Activity(filter, events, by, message);
        }
    }

    /**
     * One message in full.
     *
     * @param among the list it was opened from, for its neighbours
     */
    record Message(MessageKey message, Activity among) implements Place {}

    /** Everything known of one address. */
    record Address(String address) implements Place {}

    /** The campaigns; a campaign's key selects it, an empty one the first. */
    record Campaigns(String campaign) implements Place {}

    /** The incidents of mailbox providers. */
    record Incidents() implements Place {}

    /**
     * A pack of evidence about some messages, over the view that shows them.
     *
     * @param about how the messages are called
     * @param filter chooses them
     * @param audience for whom it probably is
     * @param forCase the case that keeps the pack; null for none
     * @param claimed figures of a dashboard that it compares with; null for none
     */
    record Evidence(
            String about,
            Filter filter,
            Audience audience,
            @Nullable OfCase forCase,
            @Nullable ClaimedFigures claimed) implements Place {
        /**
         * The case that a pack is made of.
         *
         * @param id its number
         * @param subject what the pack says of it
         * @param views the filters that it can be widened to
         */
        public record OfCase(String id, CaseSubject subject, List<Filter> views) {
            public OfCase {
                views = List.copyOf(views);
            }

            private OfCase within(Filter held) {
                return new OfCase(
                        id,
                        subject,
                        views.stream().map(v -> Filter.and(held, v)).toList());
            }

            /** The same where a filter chose the messages. */
            public OfCase byFilter() {
                return new OfCase(id, subject.byFilter(), views);
            }
        }

        /** A pack that no case keeps. */
        public Evidence(String about, Filter filter, Audience audience) {
            this(about, filter, audience, null, null);
        }

        /** The same about fewer messages. */
        public Evidence within(Filter held) {
            return new Evidence(
                    about,
                    Filter.and(held, filter),
                    audience,
                    forCase == null ? null : forCase.within(held),
                    claimed == null ? null : claimed.within(held));
        }
    }

    /**
     * Rows to write to a file; a sheet over the view that shows them.
     *
     * @param about how the rows are called
     * @param filter the text of the filter that chose them
     * @param count how many there are
     * @param shown the columns that the view shows, by their names in files; none means all
     * @param rows makes them
     */
    record Export(String about, String filter, long count, List<String> shown, Function<MessageRows, Rows> rows)
            implements Place {}

    /** The invalid addresses, on one of the tabs. */
    record Invalid(Tab tab) implements Place {
        /** A part of the list. */
        public enum Tab {
            ALL,
            QUESTIONABLE,
            SENT_AFTER,
            TYPOS,
            CONTRADICTIONS
        }
    }
}
