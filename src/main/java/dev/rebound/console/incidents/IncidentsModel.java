package dev.rebound.console.incidents;

import dev.rebound.console.kit.Desk;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.Incident;
import dev.rebound.insight.IncidentCourse;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ResendList;
import dev.rebound.session.Why;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the incidents view shows, without a node. The screen's thread only. */
public final class IncidentsModel {
    /**
     * An incident, how it went, and who of it could be written to again.
     *
     * @param next what can be done about its reason; null where nothing is known
     */
    record Looked(
            Incident incident,
            IncidentCourse course,
            ResendList resend,
            @Nullable String next) {}

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable List<Incident>> incidents = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();

    /** Incidents of the desk's pictures. */
    public IncidentsModel(Desk desk) {
        this.desk = desk;
        desk.picture().addListener((o, before, now) -> ask());
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        desk.background().latest("incidents", picture::incidents, incidents::set);
    }

    /** Looks at one incident; null at none. */
    void select(@Nullable Incident incident) {
        if (incident == null) {
            looked.set(null);
            return;
        }
        Picture picture = desk.picture().getValue();
        desk.background()
                .latest(
                        "incident",
                        () -> {
                            Bitmap rows = Bitmap.none(picture.messages().size());
                            incident.messages().forEach(rows::set);
                            return new Looked(
                                    incident,
                                    IncidentCourse.of(picture, incident),
                                    ResendList.of(picture, rows, java.util.Set.of()),
                                    next(picture, incident));
                        },
                        looked::set);
    }

    private @Nullable String next(Picture picture, Incident incident) {
        Locale spoken = desk.words().locale();
        return picture.message(incident.messages().getFirst()).chain().stream()
                .filter(e -> e.reason() == incident.reason())
                .findFirst()
                .flatMap(e -> desk.session().explain(e.rule(), spoken))
                .or(() -> desk.session().explain(incident.reason().code(), spoken))
                .map(Why::nextStep)
                .orElse(null);
    }

    /** Refusals first; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable List<Incident>> incidentsProperty() {
        return incidents.getReadOnlyProperty();
    }

    /** The incident that is looked at. */
    ReadOnlyObjectProperty<@Nullable Looked> lookedProperty() {
        return looked.getReadOnlyProperty();
    }
}
