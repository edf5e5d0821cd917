package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.Picture;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** Small and large text in the usual window: no word is cut, no view scrolls sideways; lines wrap and tables scroll instead. */
class TextSizesTest {
    private static final String ABOUT = "campaign:\"" + Planted.SPRING + "\"";

    @TempDir
    static Path folder;

    private static OpenedConsole console;
    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    @BeforeAll
    static void openTheSample() throws Exception {
        Files.createDirectories(PicturesTest.PICTURES);
        FxToolkit.registerPrimaryStage();
        console = OpenedConsole.onSample(folder);
        console.session.putSetting("console.lastvisit", "2026-03-13T18:02:00Z\nopen=402 unexplained=1 uncovered=1");
        Picture picture = console.session.picture();
        Map<String, Long> before =
                new TreeMap<>(Figures.of(picture, ABOUT, Planted.NOW).counts());
        before.merge("open", 38L, Long::sum);
        before.merge("gap", 31L, Long::sum);
        CaseFile asked = CaseFile.begun(
                "1",
                "Spring Sale gap",
                "Where are 184 messages?",
                ABOUT,
                new Figures(Planted.NOW.minusSeconds(93_600), 120, Planted.NOW, before),
                Planted.NOW);
        console.session.putSetting(CaseText.SETTING + asked.id(), CaseText.of(asked));
        PLACES.put("start", new Place.Start());
        PLACES.put("activity", new Place.Activity("is:soft " + ABOUT));
        PLACES.put(
                "message",
                new Place.Message(
                        picture.key(picture.questions()
                                .select(FilterParser.parse("is:soft"))
                                .next(0)),
                        new Place.Activity("is:soft")));
        PLACES.put("address", new Place.Address(Planted.CLAIRE));
        PLACES.put("campaigns", new Place.Campaigns(Planted.SPRING));
        PLACES.put("invalid", new Place.Invalid(Place.Invalid.Tab.SENT_AFTER));
        PLACES.put("incidents", new Place.Incidents());
        PLACES.put("compare", new Place.Compare(Planted.SPRING));
        PLACES.put("cases", new Place.Cases());
        PLACES.put("imports", new Place.Data(Place.Data.Part.IMPORTS));
        PLACES.put("coverage", new Place.Data(Place.Data.Part.COVERAGE));
        PLACES.put("settings", new Place.Settings());
    }

    @AfterAll
    static void close() throws Exception {
        FxToolkit.cleanupStages();
        console.close();
    }

    @ParameterizedTest
    @CsvSource({"80,en", "150,fr", "200,en", "200,fr"})
    void textOfAnySizeLosesNothing(int percent, String language) throws Exception {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        Stage stage = PicturesTest.onScreen(Stage::new);
        Shell shell = PicturesTest.onScreen(() -> {
            Shell shown = console.show(stage, language.equals("fr") ? Locale.FRANCE : Locale.UK, Theme.LIGHT);
            console.size(percent);
            return shown;
        });
        for (Map.Entry<String, Place> place : PLACES.entrySet()) {
            PicturesTest.press(shell, place.getValue(), "");
            PicturesTest.chooseFirstRow(shell);
            String name = "text" + percent + "-" + place.getKey() + "-" + language;
            List<String> found = new ArrayList<>(PicturesTest.picture(stage, shell, name));
            found.addAll(PicturesTest.onScreen(() -> sideways(shell)));
            wrong.put(name, found);
        }
        PicturesTest.onScreen(() -> {
            console.size(100);
            stage.close();
            return true;
        });
        wrong.values().removeIf(List::isEmpty);
        assertThat(wrong).isEmpty();
    }

    /** What is wider than the room it has. */
    private static List<String> sideways(Shell shell) {
        List<String> wide = new ArrayList<>();
        for (Node node : shell.lookupAll(".scroll-pane")) {
            if (node instanceof ScrollPane pane
                    && pane.isFitToWidth()
                    && pane.getContent() instanceof Region content
                    && pane.getViewportBounds().getWidth() > 0
                    && content.getWidth() > pane.getViewportBounds().getWidth() + 1) {
                wide.add("scrolls sideways: " + pane.getStyleClass() + " " + pane.getId() + " " + content.getWidth()
                        + " in " + pane.getViewportBounds().getWidth() + widest(content, ""));
            }
        }
        return wide;
    }

    /** The way to the part that needs the width. */
    private static String widest(Region in, String way) {
        return in.getChildrenUnmodifiable().stream()
                .filter(Region.class::isInstance)
                .map(Region.class::cast)
                .filter(Node::isManaged)
                .max(java.util.Comparator.comparingDouble(r -> r.minWidth(-1)))
                .filter(r -> way.length() < 400)
                .map(r -> " > " + r.getClass().getSimpleName() + r.getStyleClass() + Math.round(r.minWidth(-1))
                        + widest(r, way + "...................."))
                .orElse("");
    }
}
