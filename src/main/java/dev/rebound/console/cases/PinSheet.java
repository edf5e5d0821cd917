package dev.rebound.console.cases;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** To which case some messages or a person are pinned. */
public final class PinSheet {
    private final CasesModel model;
    private final Desk desk;
    private final Place.Pin pin;

    /** What is pinned. */
    public PinSheet(CasesModel model, Desk desk, Place.Pin pin) {
        this.model = model;
        this.desk = desk;
        this.pin = pin;
    }

    /** Asks for the case; where there is none, one is begun. */
    public void open() {
        desk.background().latest("pin-cases", () -> CaseText.all(desk.session().ownSettings()), this::choose);
    }

    private void choose(List<CaseFile> cases) {
        if (cases.isEmpty()) {
            begin();
            return;
        }
        Choice<CaseFile> choice =
                new Choice<>(desk.text("cases.title"), cases, c -> c.id() + "  " + desk.person(c.name()));
        choice.setId("pin-case");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setValue(cases.getFirst());
        CheckBox view = new CheckBox(desk.text("cases.pin.view"));
        view.setId("pin-view");
        view.setDisable(pin.filter().isEmpty());
        Button fresh = Buttons.of("mdi2n-notebook-plus-outline", desk.text("cases.new"), this::begin);
        fresh.setId("pin-new");
        String what = switch (pin.addresses().size()) {
            case 0 -> desk.text("cases.pin", pin.messages().length);
            case 1 -> desk.text("cases.pin.address", desk.person(pin.addresses().getFirst()));
            default -> desk.text("cases.pin.addresses", pin.addresses().size());
        };
        new Sheet(desk, what, 460, choice, view)
                .with(fresh)
                .deciding(
                        "mdi2p-pin-outline",
                        desk.text("cases.pin.act"),
                        () -> model.pin(choice.getValue(), pin, view.isSelected()))
                .open(choice);
    }

    private void begin() {
        new CaseSheet(model, desk, pin).open();
    }
}
