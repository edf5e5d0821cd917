package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.session.RetentionPreview;
import java.time.LocalDate;
import java.time.Period;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks whether old messages should go, and says how many: when somebody wants that, and at the first start of a day where
 * somebody wants to be asked. Nothing goes unasked.
 */
public final class RetentionQuestion {
    private static final String MONTHS = "old.months";
    private static final String ASKED = "old.asked";

    private final Desk desk;

    /** Questions about the data of a desk. */
    public RetentionQuestion(Desk desk) {
        this.desk = desk;
    }

    /** For how many months messages are to be kept when it is asked at a start; 0 where nobody wants to be asked. */
    int months() {
        return desk.remembered()
                .get(MONTHS)
                .filter(m -> m.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Asks at the starts from now on; 0 asks no more. */
    void askFor(int months) {
        desk.remembered().put(MONTHS, months == 0 ? null : Integer.toString(months));
        // Who has just decided is not asked about the same once more today.
        desk.remembered().put(ASKED, months == 0 ? null : today());
    }

    /** Asks where it is wanted, was not asked today, and something is old enough. */
    public void atStart() {
        int months = months();
        if (months == 0
                || !desk.session().isWritable()
                || desk.remembered().get(ASKED).filter(today()::equals).isPresent()) {
            return;
        }
        desk.background()
                .latest(
                        "retention-start",
                        () -> desk.session().retentionPreview(desk.session().before(Period.ofMonths(months))),
                        p -> {
                            if (p.events() > 0) {
                                desk.remembered().put(ASKED, today());
                                open(p, desk.text("retention.atstart.why"));
                            }
                        });
    }

    private String today() {
        return LocalDate.ofInstant(
                        desk.session().clock().instant(), desk.formats().zone())
                .toString();
    }

    /** What would go, in words. */
    String words(RetentionPreview p) {
        return desk.text(
                "retention.would", desk.formats().day(p.cutoff()), p.messages(), p.events(), p.kept(), p.pinned());
    }

    /** Asks about what would go. */
    void open(RetentionPreview p, @Nullable String why) {
        Label warning = Sheet.sentence(desk.text("retention.noway"));
        warning.setGraphic(new FontIcon("mdi2a-alert-outline"));
        warning.getStyleClass().add(Styles.WARNING);
        Label reason = Sheet.sentence(why == null ? "" : why);
        reason.setManaged(why != null);
        new Sheet(desk, desk.text("retention.ask"), 600, Sheet.sentence(words(p)), warning, reason)
                .destroying(
                        "mdi2d-delete-clock-outline",
                        desk.text("retention.do"),
                        () -> desk.background()
                                .job(
                                        () -> desk.session().retain(p.cutoff()),
                                        r -> desk.notices().tell(desk.text("retention.done", r.messages()))))
                .open();
    }
}
