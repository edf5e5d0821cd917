package dev.rebound.console.incidents;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.IncidentName;
import dev.rebound.console.kit.Place;
import dev.rebound.domain.Validity;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Questions;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.Incident;
import dev.rebound.insight.MessageDetails;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ResendList;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One incident in words, what is different about its mail, and where to go from here. */
final class IncidentPane extends ScrollPane {
    private static final int LAST_COLUMN = 3;
    private static final double LEAST_SHARES = 160;
    private static final Filter ARRIVED = new Filter.Or(
            List.of(Filter.is(Field.FLAG, FlagWord.DELIVERED.word()), Filter.is(Field.FLAG, FlagWord.RETURNED.word())));

    private final Desk desk;
    private final VBox content = new VBox(8);

    IncidentPane(Desk desk) {
        super();
        this.desk = desk;
        setContent(content);
        setFitToWidth(true);
        content.getStyleClass().add("pane");
        content.setPadding(new javafx.geometry.Insets(12, 16, 16, 16));
        getStyleClass().add("details");
    }

    void show(IncidentsModel.@Nullable Looked looked) {
        content.getChildren().clear();
        if (looked == null) {
            return;
        }
        Incident i = looked.incident();
        Label heading = sentence(heading(i));
        heading.setId("incident-heading");
        heading.getStyleClass().add(Styles.TITLE_4);
        content.getChildren()
                .addAll(
                        heading,
                        counts().show(
                                        desk.text(
                                                "incidents.sentence",
                                                desk.formats().full(i.from()),
                                                desk.formats().full(i.to()),
                                                desk.formats()
                                                        .count(i.messages().size()),
                                                i.seen(),
                                                desk.text("reason." + i.reason().code())),
                                        Place.Activity.of(i.rows()),
                                        Place.Activity.of(i.answered())),
                        fingerprint(i),
                        campaigns(i),
                        sentence(desk.text("incidents.esps", String.join(", ", i.esps()))));
        if (i.kind() == Incident.Kind.DELAYED) {
            content.getChildren()
                    .add(counts().show(
                                    desk.text("incidents.arrived", i.deliveredAfterwards()),
                                    Place.Activity.of(Filter.and(i.rows(), ARRIVED))));
        }
        next(looked).ifPresent(line -> content.getChildren().add(line));
        content.getChildren()
                .addAll(
                        acts(i),
                        title("incidents.different"),
                        differences(i),
                        title("incidents.course.title"),
                        new CoursePane(desk, looked),
                        title("incidents.resend"),
                        resend(i, looked.resend()));
    }

    /** The campaigns by name, most messages first; each leads to its own gap. */
    private FlowPane campaigns(Incident i) {
        FlowPane line = new FlowPane(
                10, 0, new Label(desk.text("incidents.campaigns", "").strip()));
        for (String campaign : i.campaigns()) {
            Hyperlink link = new Hyperlink(campaign);
            link.setOnAction(e -> desk.navigator().go(new Place.Campaigns(campaign)));
            line.getChildren().add(link);
        }
        return line;
    }

    /** What the provider did, and how long ago the last refusal is where it may go on. */
    private String heading(Incident i) {
        Instant now = desk.picture().getValue().now();
        String what = desk.text("incidents.heading." + i.kind().code(), i.provider());
        Duration since = Duration.between(i.to(), now).truncatedTo(ChronoUnit.MINUTES);
        return i.mayGoOn(now) && !since.isNegative()
                ? desk.text("incidents.recent", what, desk.formats().span(since))
                : what;
    }

    /**
     * A reply as the server wrote it, to be quoted to the provider: one of the most frequent pattern, which is told when it is
     * pointed at.
     */
    private VBox fingerprint(Incident i) {
        Picture picture = desk.picture().getValue();
        Questions questions = picture.questions();
        Questions.FacetValue most = questions.facet(questions.select(i.rows()), Field.PATTERN, 1).stream()
                .findFirst()
                .orElse(null);
        String pattern = most == null ? "" : most.value();
        int one = pattern.isEmpty()
                ? -1
                : questions
                        .select(Filter.and(i.rows(), Filter.is(Field.PATTERN, pattern)))
                        .next(0);
        String reply = one < 0 ? null : said(picture.message(one), i);
        Label label = sentence(reply == null ? pattern : desk.person(reply));
        label.setTooltip(new Tooltip(pattern));
        label.setId("incident-pattern");
        label.getStyleClass().add("mono");
        VBox both = new VBox(2, label);
        if (most != null) {
            CountLink same = new CountLink(desk)
                    .show(
                            desk.text(
                                    "incidents.replies",
                                    most.count(),
                                    i.messages().size()),
                            Place.Activity.of(Filter.and(i.rows(), Filter.is(Field.PATTERN, pattern))));
            same.setId("incident-replies");
            both.getChildren().add(same);
        }
        both.setManaged(most != null);
        return both;
    }

    private static @Nullable String said(MessageDetails message, Incident i) {
        return message.chain().stream()
                .filter(e -> e.reason() == i.reason())
                .map(ChainEvent::reply)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What can be done about it, as it is said of one of its messages. */
    private Optional<Label> next(IncidentsModel.Looked looked) {
        return Optional.ofNullable(looked.next()).map(words -> {
            Label line = sentence(desk.text("incidents.next", words));
            line.setGraphic(new FontIcon("mdi2a-arrow-right"));
            line.setId("incident-next");
            return line;
        });
    }

    private Label title(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().addAll(Styles.TEXT_BOLD, Styles.TEXT_MUTED);
        return label;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private GridPane differences(Incident incident) {
        GridPane grid = new GridPane(16, 4);
        int row = 0;
        for (Incident.Difference d : incident.differences()) {
            ProgressBar inside = new ProgressBar(d.insideShare());
            inside.setPrefWidth(140);
            inside.setMinWidth(40);
            grid.addRow(
                    row++,
                    new Label(desk.text("field." + d.field().name().toLowerCase(java.util.Locale.ROOT))),
                    new Label(d.value()),
                    inside,
                    new Label(desk.text(
                            "incidents.shares",
                            desk.formats().percent(Math.round(d.insideShare() * 10_000), 10_000),
                            desk.formats().percent(Math.round(d.outsideShare() * 10_000), 10_000))));
        }
        grid.getChildren().forEach(n -> {
            if (n instanceof Label l) {
                boolean last = GridPane.getColumnIndex(l) == LAST_COLUMN;
                l.setWrapText(last);
                l.setMinHeight(USE_PREF_SIZE);
                l.setMinWidth(last ? LEAST_SHARES : USE_PREF_SIZE);
            }
        });
        return grid;
    }

    private CountSentence counts() {
        return new CountSentence(desk);
    }

    private CountSentence resend(Incident incident, ResendList list) {
        Picture picture = desk.picture().getValue();
        List<Place> opened = new ArrayList<>();
        opened.add(Place.Activity.of(incident.rows()));
        opened.add(Place.Activity.of(picture.naming(list.messages())));
        List<String> excluded = new ArrayList<>();
        list.leftOut().forEach((why, rows) -> {
            if (!rows.isEmpty()) {
                excluded.add(desk.text("resend." + why.code()) + " ["
                        + desk.formats().count(rows.size()) + "]");
                opened.add(Place.Activity.of(picture.naming(rows)));
            }
        });
        return counts().show(
                        desk.text(
                                "incidents.resend.sum",
                                list.considered(),
                                list.messages().size(),
                                excluded.isEmpty() ? "–" : String.join(" · ", excluded)),
                        opened);
    }

    /** A pack about an incident, for the sending service that can have an IP unlisted. */
    Place.Evidence evidence(Incident incident) {
        return new Place.Evidence(IncidentName.of(incident, desk.words().locale()), incident.rows(), Audience.ESP);
    }

    private FlowPane acts(Incident incident) {
        Button rows = Buttons.of(
                "mdi2f-format-list-bulleted",
                desk.text("incidents.rows", incident.messages().size()),
                () -> desk.navigator().go(Place.Activity.of(incident.rows())));
        rows.setId("incident-rows");
        Filter doubted = Filter.and(incident.rows(), Filter.is(Field.VALIDITY, Validity.QUESTIONABLE.code()));
        Button questionable = Buttons.of(
                "mdi2a-account-question-outline",
                desk.text("incidents.questionable", messages(doubted)),
                () -> desk.navigator().go(Place.Activity.of(doubted)));
        questionable.setId("incident-questionable");
        Button resend = Buttons.of(
                "mdi2e-email-multiple-outline",
                desk.text("campaigns.resend"),
                () -> desk.navigator().go(new Place.Resend(name(incident), incident.rows())));
        resend.setId("incident-resend");
        Button none = Buttons.of(
                "mdi2f-flag-off-outline",
                desk.text("incidents.dismiss"),
                () -> desk.changes()
                        .make(
                                desk.text("incidents.dismissed", name(incident)),
                                Map.of(DataSettings.NO_INCIDENT + incident.id(), Optional.of("yes"))));
        none.setId("incident-dismiss");
        Button evidence = Buttons.of(
                "mdi2f-file-certificate-outline",
                desk.text("evidence.open"),
                () -> desk.navigator().go(evidence(incident)));
        evidence.setId("incident-evidence");
        return new FlowPane(8, 8, rows, questionable, evidence, resend, none);
    }

    private int messages(Filter filter) {
        return desk.picture().getValue().questions().select(filter).cardinality();
    }

    private String name(Incident incident) {
        return desk.text("incidents.heading." + incident.kind().code(), incident.provider()) + ", "
                + desk.formats().minute(incident.from());
    }
}
