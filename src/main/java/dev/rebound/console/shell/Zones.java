package dev.rebound.console.shell;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.keys.KeyAct;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** In which zone times are told: the system's, the company's, UTC. One switch for the whole window. */
final class Zones extends MenuButton {
    private static final String WANTED = "zone";
    private static final String COMPANY = "zone.company";

    private final Desk desk;
    private final ZoneId system;
    private final Consumer<ZoneId> tell;

    /**
     * The switch.
     *
     * @param system the zone of the computer
     * @param tell lets every view tell times in a zone
     */
    Zones(Desk desk, ZoneId system, Consumer<ZoneId> tell) {
        this.desk = desk;
        this.system = system;
        this.tell = tell;
        setId("zone");
        setGraphic(new FontIcon("mdi2c-clock-outline"));
        getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, atlantafx.base.theme.Styles.SMALL);
        setAccessibleText(desk.text("shell.zone.name"));
        setOnShowing(e -> fill());
        fill();
        title(desk.formats().zone());
    }

    /** The zone that was chosen before, the system's where none was. */
    ZoneId wanted() {
        return switch (desk.remembered().get(WANTED).orElse("system")) {
            case "utc" -> ZoneOffset.UTC;
            case "company" -> company().orElse(system);
            default -> system;
        };
    }

    private Optional<ZoneId> company() {
        try {
            return desk.remembered().get(COMPANY).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void fill() {
        getItems().clear();
        getItems().add(MenuItems.of(desk.text("shell.zone.system", name(system)), () -> choose("system")));
        company()
                .ifPresent(zone -> getItems()
                        .add(MenuItems.of(desk.text("shell.zone.company", name(zone)), () -> choose("company"))));
        getItems().add(MenuItems.withKeys("UTC", desk.keysOf(KeyAct.UTC), () -> choose("utc")));
        getItems().addAll(new SeparatorMenuItem(), MenuItems.of(desk.text("shell.zone.choose"), this::askCompany));
    }

    private String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? "UTC"
                : zone.getId() + ", "
                        + zone.getDisplayName(TextStyle.SHORT, desk.words().locale());
    }

    private void title(ZoneId zone) {
        setText(desk.text("shell.zone", Formats.name(zone)));
    }

    private void choose(String word) {
        desk.remembered().put(WANTED, word);
        ZoneId zone = wanted();
        tell.accept(zone);
        title(zone);
    }

    /** UTC, and back to what was told before. */
    void toggleUtc() {
        if (desk.formats().zone().equals(ZoneOffset.UTC)) {
            choose(company().isPresent() ? "company" : "system");
        } else {
            choose("utc");
        }
    }

    /** Asks for the company's zone and tells times in it. */
    void askCompany() {
        SearchableComboBox<String> zones = new SearchableComboBox<>();
        zones.setId("company-zone");
        zones.getItems()
                .setAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                        .sorted()
                        .toList());
        zones.setValue(company().orElse(system).getId());
        zones.setMaxWidth(Double.MAX_VALUE);
        new Sheet(desk, desk.text("shell.zone.choose"), 460, Sheet.sentence(desk.text("shell.zone.words")), zones)
                .deciding("mdi2c-clock-outline", desk.text("shell.zone.keep"), () -> {
                    if (zones.getValue() != null) {
                        desk.remembered().put(COMPANY, zones.getValue());
                        choose("company");
                    }
                })
                .open(zones);
    }
}
