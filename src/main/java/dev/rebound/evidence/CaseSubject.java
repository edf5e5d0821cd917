package dev.rebound.evidence;

/**
 * What a pack says of the case that it is made of.
 *
 * @param question what the case asks; empty for nothing
 * @param pinned how many of its messages were pinned to it by hand; 0 where a filter chose them
 * @param persons to how many addresses all messages belong to it
 */
public record CaseSubject(String question, int pinned, int persons) {
    /** The same case with the messages of a filter instead of its rows. */
    public CaseSubject byFilter() {
        return new CaseSubject(question, 0, 0);
    }
}
