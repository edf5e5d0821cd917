package dev.rebound.console.kit;

import dev.rebound.evidence.Audience;
import dev.rebound.filter.Filter;

/** Somewhere a person can go in the console. Back and forward move between places. */
public sealed interface Place {
    /** The start view. */
    record Start() implements Place {}

    /** The data behind everything, on one of the tabs. */
    record Data(Part part) implements Place {
        /** A part of the data's view. */
        public enum Part {
            IMPORTS,
            COVERAGE,
            JOINS,
            READING,
            DECISIONS,
            PRIVACY
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

    /** The Message Activity Log under a filter text. */
    record Activity(String filter) implements Place {
        /** The log under a filter. */
        public static Activity of(Filter filter) {
            return new Activity(filter.toText());
        }
    }

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
     */
    record Evidence(String about, Filter filter, Audience audience) implements Place {}

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
