package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.domain.MessageState;
import dev.rebound.index.TimeStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said of the log's bars of time. */
final class TimeBarWords {
    private final Desk desk;
    private TimeStep step = TimeStep.HOUR;

    TimeBarWords(Desk desk) {
        this.desk = desk;
    }

    /** Says days or hours from now on. */
    void counting(TimeStep by) {
        step = by;
    }

    /** Where a bar begins or ends. */
    String at(Instant at) {
        return step == TimeStep.HOUR
                ? desk.formats().minute(at)
                : desk.formats().day(at);
    }

    /** What a bar holds, state by state. */
    String pointedAt(TimeBar bar) {
        return desk.text("pair", at(bar.from()), desk.formats().count(bar.total())) + states(bar);
    }

    /** The same with its end and the offset of its times, for whoever was not there. */
    String copied(TimeBar bar) {
        return desk.text("activity.time.span", at(bar.from()), until(bar), bar.total()) + states(bar);
    }

    /** How many of a bar are in a state. */
    String piece(TimeBar bar, int kind) {
        return desk.text(
                "incidents.course.spot", at(bar.from()), until(bar), state(TimeBar.state(kind)), bar.counts()[kind]);
    }

    private String until(TimeBar bar) {
        return at(bar.to()) + " " + desk.formats().offset(bar.to());
    }

    private String states(TimeBar bar) {
        StringBuilder words = new StringBuilder();
        for (int kind = 0; kind < TimeBar.KINDS; kind++) {
            if (bar.counts()[kind] > 0) {
                words.append('\n')
                        .append(desk.text(
                                "pair",
                                state(TimeBar.state(kind)),
                                desk.formats().count(bar.counts()[kind])));
            }
        }
        return words.toString();
    }

    /** A state by its name; what was never sent is said to be that. */
    String state(@Nullable MessageState state) {
        return state == null ? desk.text("activity.nosend") : desk.text("state." + state.code());
    }
}
