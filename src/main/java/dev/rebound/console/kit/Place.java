package dev.rebound.console.kit;

import dev.rebound.evidence.Audience;
import dev.rebound.filter.Filter;

/** Somewhere a person can go in the console. Back and forward move between places. */
public sealed interface Place {
    /** The start view. */
    record Start() implements Place {}

    /** The imports. */
    record Imports() implements Place {}

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
     * @param filter the filter text that chooses them
     * @param audience for whom it probably is
     */
    record Evidence(String about, String filter, Audience audience) implements Place {}

    /** The invalid addresses, on one of the tabs. */
    record Invalid(Tab tab) implements Place {
        /** A part of the list. */
        public enum Tab {
            ALL,
            QUESTIONABLE,
            SENT_AFTER
        }
    }
}
