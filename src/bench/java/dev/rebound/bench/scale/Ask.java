package dev.rebound.bench.scale;

/** A question that every peer answers over the same messages. */
enum Ask {
    FIRST_PAGE("first page, no filter"),
    FILTERED_PAGE("page and count: campaign, soft bounced, 30 days"),
    DEEP_PAGE("page in the middle of everything"),
    ADDRESS_SUBSTRING("page and count: substring of the address"),
    REPLY_SUBSTRING("page and count: substring of the reply"),
    FACETS("facets of every field, no filter"),
    FILTERED_FACETS("facets of every field, one campaign"),
    HISTOGRAM("histogram by day and state, no filter"),
    GAP("gap of every campaign"),
    INVALID("invalid addresses, count and newest hundred"),
    AUDIT("sends after invalidation, count and newest hundred"),
    ONE_MESSAGE("one message with all its events"),
    ONE_ADDRESS("all messages of one address"),
    SCREEN("whole screen: page, count, facets, histogram; one campaign"),
    SCREEN_SUBSTRING("whole screen of a substring of the address");

    final String words;

    Ask(String words) {
        this.words = words;
    }
}
