package dev.rebound.chart;

/**
 * What a mark says and where it leads.
 *
 * @param words read out, and shown when pointed at
 * @param rows the filter that opens the messages the mark counts; empty where it leads nowhere
 */
public record Spot(String words, String rows) {}
