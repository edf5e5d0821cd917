package dev.rebound.console.evidence;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Toggles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** What a pack is about: the messages it was opened for, or the whole of a campaign that they belong to. */
final class ScopeChoice extends FlowPane {
    private final EvidenceModel model;
    private final Desk desk;

    ScopeChoice(EvidenceModel model, Desk desk) {
        super(16, 4);
        this.model = model;
        this.desk = desk;
        setId("evidence-scopes");
        model.scopesProperty().addListener((o, before, now) -> show(now));
        show(model.scopesProperty().get());
    }

    /** Whether there is something to choose. */
    BooleanBinding isNeeded() {
        return Bindings.createBooleanBinding(() -> model.scopesProperty().get().size() > 1, model.scopesProperty());
    }

    private String first(Place.Evidence scope) {
        Place.Evidence.OfCase forCase = scope.forCase();
        return desk.text(
                forCase != null
                                && forCase.subject().pinned()
                                                + forCase.subject().persons()
                                        > 0
                        ? "evidence.scope.pinned"
                        : "evidence.scope.these");
    }

    private String wider(Place.Evidence scope) {
        Place.Evidence.OfCase forCase = scope.forCase();
        return forCase != null && forCase.views().contains(scope.filter())
                ? desk.text("evidence.scope.view", desk.person(scope.filter().toText()))
                : desk.text("evidence.scope.whole", scope.about());
    }

    private void show(List<Place.Evidence> scopes) {
        ToggleGroup group = new ToggleGroup();
        getChildren().clear();
        for (int i = 0; i < scopes.size(); i++) {
            Place.Evidence scope = scopes.get(i);
            RadioButton button = Toggles.byArrows(new RadioButton(i == 0 ? first(scope) : wider(scope)));
            button.setId("evidence-scope-" + i);
            button.setToggleGroup(group);
            button.setSelected(scope.equals(model.subjectProperty().get()));
            button.setOnAction(e -> model.choose(scope));
            getChildren().add(button);
        }
    }
}
