package dev.rebound.console.kit;

/** What tells a number and, pressed, opens exactly the rows it counts. */
public interface OpensRows {
    /** Where the rows are. */
    Place rows();
}
