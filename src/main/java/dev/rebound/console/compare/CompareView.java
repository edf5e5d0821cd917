package dev.rebound.console.compare;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.evidence.Audience;
import dev.rebound.evidence.ClaimedFigures;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Claimed figures of one campaign against our rows. */
public final class CompareView extends BorderPane implements EvidenceSubject {
    private final CompareModel model;
    private final Desk desk;
    private final Choice<String> campaign;
    private final Choice<ZoneId> zone;
    private final FigureGrid typed;
    private final FigureGrid read;
    private final Label readHeading = new Label();
    private final VBox unknown = new VBox(2);
    private final ScrollPane scroll = new ScrollPane();
    private final NavigableMap<Asked, FigureLine> lines = new TreeMap<>();
    private final NavigableMap<Asked, TextField> fields = new TreeMap<>();
    private final Menu ofDay = new Menu();
    private boolean choosing;
    private final Cursor cursor = new Cursor();

    /** The view of a model. */
    public CompareView(CompareModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        typed = new FigureGrid(desk);
        read = new FigureGrid(desk);
        campaign = new Choice<>(desk.text("compare.campaign"), List.of(), c -> c);
        zone = new Choice<>(desk.text("compare.zone"), zones(), Formats::name);
        getStyleClass().add("view");
        setTop(new VBox(10, heading(), Sheet.sentence(desk.text("compare.words")), acts()));
        readHeading.getStyleClass().add(Styles.TEXT_BOLD);
        VBox content = new VBox(16, typed, readHeading, read, unknown);
        content.getStyleClass().add("compare");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details");
        BorderPane.setMargin(scroll, new javafx.geometry.Insets(10, 0, 0, 0));
        model.typed().forEach(this::field);
        choices();
        model.answerProperty().addListener((o, before, now) -> show(now));
        model.notUnderstoodProperty().addListener((o, before, now) -> unknown(now));
        show(model.answerProperty().get());
    }

    private List<ZoneId> zones() {
        Set<ZoneId> all = new LinkedHashSet<>();
        all.add(desk.formats().zone().normalized());
        all.add(ZoneOffset.UTC);
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
                        .map(ZoneId::of)
                        .forEach(all::add);
        return List.copyOf(all);
    }

    private WrappingLine heading() {
        Label title = new Label(desk.text("compare.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        campaign.setId("compare-campaign");
        campaign.getStyleClass().add("wide-choice");
        campaign.setMinWidth(USE_PREF_SIZE);
        zone.setId("compare-zone");
        zone.getStyleClass().add("wide-choice");
        Label zoneName = new Label(desk.text("compare.zone"));
        zoneName.setLabelFor(zone);
        zoneName.setMinWidth(USE_PREF_SIZE);
        zone.setMinWidth(USE_PREF_SIZE);
        WrappingLine which = new WrappingLine(12, title, campaign);
        WrappingLine when = new WrappingLine(8, zoneName, zone);
        return new WrappingLine(24, which, when);
    }

    private FlowPane acts() {
        MenuButton more = new MenuButton(desk.text("compare.add"), new FontIcon("mdi2p-plus"));
        more.setId("compare-add");
        Arrays.stream(Figure.values())
                .filter(f -> !model.typed().contains(Asked.whole(f)))
                .forEach(f -> {
                    MenuItem item = new MenuItem(desk.text("figure." + f.code()));
                    item.setOnAction(e -> {
                        more.getItems().remove(item);
                        ask(Asked.whole(f));
                    });
                    more.getItems().add(item);
                });
        ofDay.setText(desk.text("compare.day"));
        ofDay.setId("compare-day");
        more.getItems().addAll(new SeparatorMenuItem(), ofDay);
        FlowPane acts = new FlowPane(
                8,
                8,
                more,
                Buttons.of("mdi2c-content-paste", desk.text("compare.paste"), () -> model.paste(Clip.text())),
                Buttons.of(
                        "mdi2f-file-import-outline",
                        desk.text("compare.file"),
                        () -> desk.files()
                                .filesToRead(desk.text("compare.file"))
                                .forEach(model::file)),
                copying(),
                Buttons.of("mdi2e-eraser", desk.text("compare.clear"), model::clear),
                Buttons.of("mdi2f-file-certificate-outline", desk.text("compare.evidence"), this::makeEvidence));
        acts.getChildren().getLast().setId("compare-evidence");
        acts.getChildren().get(1).setId("compare-paste");
        acts.getChildren().get(2).setId("compare-file");
        acts.getChildren().get(3).setId("compare-copy");
        return acts;
    }

    /** One more line to type into for each; the cursor goes into the first. */
    private void ask(Asked... wanted) {
        for (Asked asked : wanted) {
            model.type(asked);
            field(asked);
        }
        model.refresh();
        TextField first = fields.get(wanted[0]);
        if (first != null) {
            desk.background().later(first::requestFocus);
        }
    }

    /** The days that can still be asked for: some dashboards tell sends and deliveries day by day. */
    private void days(List<LocalDate> days) {
        ofDay.getItems()
                .setAll(days.stream()
                        .filter(d -> !fields.containsKey(new Asked(Figure.SENDS, d)))
                        .map(d -> MenuItems.of(
                                day(d), () -> ask(new Asked(Figure.SENDS, d), new Asked(Figure.DELIVERIES, d))))
                        .toList());
        ofDay.setDisable(ofDay.getItems().isEmpty());
    }

    private void choices() {
        model.campaignsProperty().addListener((o, before, now) -> campaigns(now));
        campaigns(model.campaignsProperty().get());
        campaign.valueProperty().addListener((o, before, now) -> {
            if (!choosing && now != null) {
                model.campaignProperty().set(now);
            }
        });
        model.campaignProperty()
                .addListener(
                        (o, before, now) -> campaigns(model.campaignsProperty().get()));
        zone.setValue(model.zoneProperty().get());
        zone.valueProperty()
                .addListener((o, before, now) -> model.zoneProperty().set(now));
    }

    private void campaigns(List<String> names) {
        choosing = true;
        campaign.getItems().setAll(names);
        campaign.setValue(
                names.contains(model.campaignProperty().get())
                        ? model.campaignProperty().get()
                        : null);
        choosing = false;
        setCenter(names.isEmpty() ? nothing() : scroll);
    }

    private Blank nothing() {
        return new Blank(
                "mdi2s-scale-balance",
                desk.text("activity.empty.nodata"),
                desk.text("activity.empty.nodata.sentence"),
                Buttons.main(
                        "mdi2f-file-import-outline",
                        desk.text("imports.open"),
                        () -> desk.navigator().go(new Place.Data(Place.Data.Part.IMPORTS))));
    }

    private void field(Asked asked) {
        String name = name(asked.claiming(0));
        TextField field = new TextField();
        field.setId("figure-" + asked.id());
        field.setPromptText(desk.text("compare.type"));
        field.getStyleClass().add("figure-field");
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(model.type(asked));
        field.setOnAction(e -> next(asked));
        fields.put(asked, field);
        lines.put(asked, new FigureLine(desk, name, field, asked.id()));
        typed.show(lines.values());
        // Tab goes from figure to figure, and through the numbers that open something only after the last of them.
        new ArrayList<>(fields.values()).reversed().forEach(Node::toBack);
    }

    /** Enter goes on to the next figure, like Tab. */
    private void next(Asked asked) {
        Map.Entry<Asked, TextField> following = fields.higherEntry(asked);
        if (following != null) {
            following.getValue().requestFocus();
        }
    }

    private void show(CompareModel.@Nullable Answer answer) {
        if (answer == null) {
            return;
        }
        for (Comparison.Line line : answer.typed()) {
            Asked asked = Asked.of(line.claim());
            FigureLine shown = lines.get(asked);
            TextField field = fields.get(asked);
            if (shown != null && field != null) {
                shown.show(line, model.value(asked).isPresent());
                model.mistyped(asked).ifPresent(shown::doubt);
                field.pseudoClassStateChanged(
                        Styles.STATE_DANGER, model.mistyped(asked).isPresent());
            }
        }
        days(answer.days());
        read.getChildren().clear();
        readHeading.setText(
                answer.read().isEmpty()
                        ? ""
                        : desk.text("compare.read", once(answer.read()).size()));
        readHeading.setManaged(!answer.read().isEmpty());
        if (answer.read().isEmpty()) {
            return;
        }
        read.show(once(answer.read()).stream().map(this::told).toList());
    }

    private FigureLine told(Comparison.Line line) {
        Claim claim = line.claim();
        Label value = new Label(desk.formats().count(claim.value()));
        FigureLine shown = new FigureLine(desk, name(claim), value, "read-" + FigureLine.id(claim));
        shown.show(line, true);
        return shown;
    }

    /** The total of a single day is that day: it stands once. */
    private static List<Comparison.Line> once(List<Comparison.Line> lines) {
        return lines.stream()
                .filter(l -> l.claim().day() == null
                        || lines.stream()
                                .map(Comparison.Line::claim)
                                .noneMatch(c -> c.day() == null
                                        && c.figure() == l.claim().figure()
                                        && c.claimant().equals(l.claim().claimant())
                                        && l.claim().day().equals(c.from())
                                        && l.claim().day().equals(c.to())))
                .toList();
    }

    private String name(Claim claim) {
        String figure = desk.text("figure." + claim.figure().code());
        String who = claim.claimant().isEmpty() ? figure : desk.text("pair", claim.claimant(), figure);
        LocalDate from = claim.from();
        LocalDate to = claim.to();
        if (from == null || to == null) {
            return who;
        }
        return who + ", " + day(from) + (claim.day() == null && !from.equals(to) ? "–" + day(to) : "");
    }

    private String day(LocalDate day) {
        return desk.formats().day(day.atStartOfDay(desk.formats().zone()).toInstant());
    }

    private void unknown(List<String> texts) {
        unknown.getChildren()
                .setAll(texts.stream()
                        .map(t -> {
                            Label label = Sheet.sentence(t);
                            label.setGraphic(new FontIcon("mdi2a-alert-outline"));
                            label.getStyleClass().add(Styles.WARNING);
                            return label;
                        })
                        .toList());
    }

    private MenuButton copying() {
        MenuButton copy = new MenuButton(desk.text("activity.copy"), new FontIcon("mdi2c-content-copy"));
        new ComparisonText(desk, this::name)
                .ways()
                .forEach((format, way) -> copy.getItems().add(MenuItems.of(format, () -> copy(way))));
        return copy;
    }

    /** The figures that were typed or read, with the campaign and the zone they are meant for. */
    private void copy(Function<List<Comparison.Line>, String> way) {
        desk.copy(model.campaignProperty().get() + " (" + model.zoneProperty().get() + ")\n" + way.apply(claimed()));
        desk.notices().tell(desk.text("compare.copied"));
    }

    /** The lines of what was typed or read. */
    private List<Comparison.Line> claimed() {
        CompareModel.Answer answer = model.answerProperty().get();
        List<Comparison.Line> all = new ArrayList<>();
        if (answer != null) {
            answer.typed().stream()
                    .filter(l -> model.value(Asked.of(l.claim())).isPresent())
                    .forEach(all::add);
            all.addAll(once(answer.read()));
        }
        return all;
    }

    private void makeEvidence() {
        Place.Evidence about = evidence();
        if (about != null) {
            desk.navigator().go(about);
        }
    }

    /** Puts the cursor where the first figure is typed. */
    public void focusFirst() {
        TextField first = fields.get(Asked.whole(Figure.SENDS));
        // The fields come into the window with the first answer only.
        if (first != null) {
            cursor.into(first);
            first.selectAll();
        }
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        String about = model.campaignProperty().get();
        if (about.isEmpty()) {
            return null;
        }
        List<Claim> claims = claimed().stream().map(Comparison.Line::claim).toList();
        return new Place.Evidence(
                about,
                model.sends(),
                Audience.CUSTOMER,
                null,
                claims.isEmpty()
                        ? null
                        : new ClaimedFigures(
                                model.about(), claims, model.zoneProperty().get()));
    }
}
