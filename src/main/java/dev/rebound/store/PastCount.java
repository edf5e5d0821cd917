package dev.rebound.store;

/**
 * What is kept for ever of messages that were removed for their age.
 *
 * @param day the day they were sent on, as in 2025-01-31
 * @param campaign the campaign's name; empty where there was none
 * @param state the final state they had, as the command line calls it
 * @param messages how many they were
 */
public record PastCount(String day, String campaign, String state, long messages) {}
