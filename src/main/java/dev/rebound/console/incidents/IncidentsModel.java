package dev.rebound.console.incidents;

import dev.rebound.console.kit.Desk;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.Incident;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ResendList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the incidents view shows, without a node. The screen's thread only. */
public final class IncidentsModel {
    /** An incident and who of it could be written to again. */
    record Looked(Incident incident, ResendList resend) {}

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
                            return new Looked(incident, ResendList.of(picture, rows, java.util.Set.of()));
                        },
                        looked::set);
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
