package dev.rebound.bench.scale;

/**
 * What is asked for, the same of every peer.
 *
 * @param from and {@code to}: epoch seconds of thirty days
 * @param middle half the number of messages
 */
record Samples(
        String campaign, String address, String partOfAddress, String partOfReply, long from, long to, long middle) {
    static Samples of(long events) {
        return new Samples(
                "Letter of team 7",
                Traffic.firstAddress(events),
                "keller123",
                "system is not accepting",
                1_769_817_600L,
                1_769_817_600L + 30 * 86_400L,
                events * 49 / 200);
    }
}
