package dev.rebound.chart;

/** A place on a drawing: from the left, from the top. */
public record Point(double x, double y) {}
