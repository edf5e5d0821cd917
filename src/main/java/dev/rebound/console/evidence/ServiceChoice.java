package dev.rebound.console.evidence;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Toggles;
import dev.rebound.evidence.Audience;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/**
 * For which of several sending services a pack is: what one of them sent is nothing that another one is told. There only
 * where the pack is for a service and its messages are of more than one.
 */
final class ServiceChoice extends FlowPane {
    private final EvidenceModel model;
    private final Desk desk;

    ServiceChoice(EvidenceModel model, Desk desk) {
        super(16, 4);
        this.model = model;
        this.desk = desk;
        setId("evidence-services");
        model.servicesProperty().addListener((o, before, now) -> show(now));
        show(model.servicesProperty().get());
    }

    /** Whether there is something to choose. */
    BooleanBinding isNeeded() {
        return Bindings.createBooleanBinding(
                () -> model.audienceProperty().get() == Audience.ESP
                        && model.servicesProperty().get().size() > 1,
                model.audienceProperty(),
                model.servicesProperty());
    }

    private void show(List<String> services) {
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> buttons = new ArrayList<>();
        buttons.add(button(desk.text("evidence.service.all"), "", group));
        services.forEach(s -> buttons.add(button(s, s, group)));
        getChildren().setAll(buttons);
    }

    private RadioButton button(String name, String service, ToggleGroup group) {
        RadioButton button = Toggles.byArrows(new RadioButton(name));
        button.setToggleGroup(group);
        button.setSelected(service.equals(model.serviceProperty().get()));
        button.setOnAction(e -> model.serviceProperty().set(service));
        return button;
    }
}
