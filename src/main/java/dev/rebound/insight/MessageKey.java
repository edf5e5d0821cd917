package dev.rebound.insight;

/**
 * By which a message is found again after other imports have come or gone: the raw record of its first event and its
 * address. Numbers of rows change with every import; this does not.
 */
public record MessageKey(long importId, int rawIndex, String address) {}
