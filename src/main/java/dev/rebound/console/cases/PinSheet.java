package dev.rebound.console.cases;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.insight.MessageRow;
import java.util.Arrays;
import java.util.List;

/** To which case some messages are pinned. */
public final class PinSheet {
    private final CasesModel model;
    private final Desk desk;
    private final Place.Pin pin;

    /** Messages to pin. */
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
            desk.notices().tell(desk.text("cases.pin.first"));
            new CaseSheet(model, desk, pin.filter()).open();
            return;
        }
        List<MessageRow> rows = Arrays.stream(pin.messages())
                .mapToObj(desk.picture().getValue()::row)
                .toList();
        Choice<CaseFile> choice = new Choice<>(desk.text("cases.title"), cases, CaseFile::name);
        choice.setId("pin-case");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setValue(cases.getFirst());
        new Sheet(desk, desk.text("cases.pin", rows.size()), 460, choice)
                .deciding("mdi2p-pin-outline", desk.text("cases.pin.act"), () -> model.pin(choice.getValue(), rows))
                .open(choice);
    }
}
