package dev.rebound.cases;

import dev.rebound.insight.Picture;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What age means for pinned messages: a case that is not answered keeps them; an answered one lets them go and keeps what
 * they looked like, the address masked, so that the case can still be read and the person is gone all the same.
 */
public final class CaseRetention {
    private CaseRetention() {}

    /** The messages that cases without an answer have pinned. */
    public static BitSet held(Map<String, String> settings, Picture picture) {
        BitSet held = new BitSet();
        for (CaseFile c : CaseText.all(settings)) {
            if (!c.answered()) {
                for (int message : Pin.rows(c.pins(), picture)) {
                    held.set(message);
                }
            }
        }
        return held;
    }

    /** The settings of those cases of which pinned messages go, as they must be from then on. */
    public static Map<String, Optional<String>> letGo(Map<String, String> settings, Picture picture, BitSet gone) {
        Map<String, Optional<String>> changed = new LinkedHashMap<>();
        for (CaseFile c : CaseText.all(settings)) {
            List<Pin> pins = new ArrayList<>();
            for (Pin pin : c.pins()) {
                OptionalInt message = pin.in(picture);
                boolean goes = message.isPresent() && gone.get(message.getAsInt());
                pins.add(goes ? Pin.remembered(picture.row(message.getAsInt())) : pin);
            }
            if (!pins.equals(c.pins())) {
                changed.put(CaseText.SETTING + c.id(), Optional.of(CaseText.of(c.pinned(pins))));
            }
        }
        return changed;
    }
}
