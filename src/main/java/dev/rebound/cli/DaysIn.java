package dev.rebound.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The option that says in which zone the days of a dashboard's figures begin. */
final class DaysIn {
    @CommandLine.Option(
            names = "--days-in",
            paramLabel = "ZONE",
            description = "Zone in which the dashboard's days begin; the one of --zone where it is not said.")
    @Nullable
    ZoneId zone;

    /** The zone that was said, else the one that times are shown in. */
    ZoneId of(Globals g) {
        return zone == null ? g.zone() : zone;
    }
}
