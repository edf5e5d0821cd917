package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.MessageKey;
import dev.rebound.insight.Picture;
import dev.rebound.sample.Planted;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** Every view in light and dark, English and French, full and empty: drawn, kept in target/pictures, nothing cut. */
class PicturesTest {
    static final Path PICTURES = Path.of("target/pictures");

    @TempDir
    static Path folder;

    @TempDir
    static Path emptyFolder;

    private static OpenedConsole full;
    private static OpenedConsole empty;

    @BeforeAll
    static void openTheSample() throws Exception {
        Files.createDirectories(PICTURES);
        FxToolkit.registerPrimaryStage();
        full = new OpenedConsole(folder);
        full.session.putSetting("console.lastvisit", "2026-03-13T18:02:00Z\nopen=402 unexplained=1 uncovered=1");
        full.session.putSetting("console.log.history", "is:blocked provider:Outlook\nis:soft reason:\"mailbox full\"");
        full.importSample();
        full.session.putSetting(
                CaseText.SETTING + "1",
                CaseText.of(CaseFile.begun(
                        "1", "Spring Sale gap", "Where are 184 messages?", "is:open", null, Planted.NOW)));
        empty = new OpenedConsole(emptyFolder);
    }

    @AfterAll
    static void close() throws StoreException, java.util.concurrent.TimeoutException {
        FxToolkit.cleanupStages();
        full.close();
        empty.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,fr", "DARK,en", "DARK,fr"})
    void everyViewIsDrawnAndNothingIsCut(Theme theme, String language) throws IOException {
        Locale locale = language.equals("fr") ? Locale.FRANCE : Locale.UK;
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("start", new Place.Start());
        places.put("data", new Place.Data(Place.Data.Part.IMPORTS));
        places.put("data-coverage", new Place.Data(Place.Data.Part.COVERAGE));
        places.put("data-joins", new Place.Data(Place.Data.Part.JOINS));
        places.put("data-duplicates", new Place.Data(Place.Data.Part.DUPLICATES));
        places.put("data-reading", new Place.Data(Place.Data.Part.READING));
        places.put("data-decisions", new Place.Data(Place.Data.Part.DECISIONS));
        places.put("data-privacy", new Place.Data(Place.Data.Part.PRIVACY));
        places.put("data-retention", new Place.Data(Place.Data.Part.RETENTION));
        places.put("data-store", new Place.Data(Place.Data.Part.STORE));
        places.put("compare", new Place.Compare("Spring Sale 2026"));
        places.put("activity", new Place.Activity("is:soft campaign:\"Spring Sale 2026\""));
        places.put("activity-address", new Place.Activity("to:claire.d@orange.example.com"));
        places.put("activity-nothing", new Place.Activity("is:soft domain:nowhere.example.org"));
        places.put(
                "activity-events",
                new Place.Activity("to:claire.d@orange.example.com", true, Place.Activity.Grouping.NONE, null));
        places.put(
                "activity-patterns",
                new Place.Activity("is:soft OR is:blocked", false, Place.Activity.Grouping.PATTERN, null));
        places.put("activity-hours", new Place.Activity("is:blocked", false, Place.Activity.Grouping.HOUR, null));
        places.put("activity-notime", new Place.Activity("is:soft since:2026-06-01"));
        places.put("activity-mistyped", new Place.Activity("to:claire.d@orange.exmaple.com"));
        places.put("activity-wrong", new Place.Activity("is:soft resaon:full"));
        places.put("address", new Place.Address("claire.d@orange.example.com"));
        places.put("address-unknown", new Place.Address("claire.d@orange.exmaple.com"));
        places.put(
                "message",
                new Place.Message(
                        key("to:claire.d@orange.example.com subject:\"Votre commande 8841\""),
                        new Place.Activity("to:claire.d@orange.example.com")));
        places.put("campaigns", new Place.Campaigns("Spring Sale 2026"));
        places.put("invalid", new Place.Invalid(Place.Invalid.Tab.ALL));
        places.put("invalid-questionable", new Place.Invalid(Place.Invalid.Tab.QUESTIONABLE));
        places.put("invalid-typos", new Place.Invalid(Place.Invalid.Tab.TYPOS));
        places.put("invalid-contradictions", new Place.Invalid(Place.Invalid.Tab.CONTRADICTIONS));
        places.put("invalid-audit", new Place.Invalid(Place.Invalid.Tab.SENT_AFTER));
        places.put("incidents", new Place.Incidents());
        places.put("settings", new Place.Settings());
        places.put("cases", new Place.Cases());
        places.keySet().removeIf(name -> !isWanted(name));
        Map<String, List<String>> cut = new LinkedHashMap<>();
        Stage stage = onScreen(Stage::new);
        Shell shell = onScreen(() -> full.show(stage, locale, theme));
        for (Map.Entry<String, Place> place : places.entrySet()) {
            onScreen(() -> {
                shell.open(place.getValue());
                return true;
            });
            chooseFirstRow(shell);
            cut.put(place.getKey(), picture(stage, shell, place.getKey() + "-" + theme.code() + "-" + language));
        }
        if (isWanted("log-parts")) {
            cut.putAll(logParts(stage, shell, theme.code() + "-" + language));
        }
        if (isWanted("help")) {
            cut.putAll(help(stage, shell, theme.code() + "-" + language));
        }
        if (isWanted("parts")) {
            cut.putAll(parts(stage, shell, theme.code() + "-" + language));
        }
        Shell first = onScreen(() -> empty.show(stage, locale, theme));
        for (Map.Entry<String, Place> place : places.entrySet()) {
            if (!place.getKey().contains("-") && !place.getKey().equals("message")) {
                onScreen(() -> {
                    first.open(place.getValue());
                    return true;
                });
                String name = "empty-" + place.getKey() + "-" + theme.code() + "-" + language;
                cut.put(name, picture(stage, first, name));
            }
        }
        onScreen(() -> {
            stage.close();
            stage.setScene(null);
            return true;
        });
        cut.values().removeIf(List::isEmpty);
        assertThat(cut).isEmpty();
        assertThat(full.troubles).isEmpty();
        assertThat(empty.troubles).isEmpty();
    }

    /** While one view is worked on, {@code -Dpictures=activity.*} draws that one alone. */
    private static boolean isWanted(String name) {
        return name.matches(System.getProperty("pictures", ".*"));
    }

    /** The first message of a filter. */
    private static MessageKey key(String filter) {
        try {
            Picture picture = full.session.picture();
            Bitmap rows = picture.questions().select(FilterParser.parse(filter));
            return picture.key(rows.next(0));
        } catch (FilterSyntaxException e) {
            throw new AssertionError(filter, e);
        }
    }

    /** The help and the keys in their window. */
    private static Map<String, List<String>> help(Stage stage, Shell shell, String suffix) throws IOException {
        Map<String, List<String>> cut = new LinkedHashMap<>();
        for (Map.Entry<String, KeyCombination.Modifier[]> page : Map.of(
                        "help-gap", new KeyCombination.Modifier[0],
                        "help-keys", new KeyCombination.Modifier[] {KeyCombination.SHIFT_DOWN})
                .entrySet()) {
            press(shell, new Place.Campaigns("Spring Sale 2026"), "");
            onScreen(() -> {
                Objects.requireNonNull(stage.getScene()
                                .getAccelerators()
                                .get(new KeyCodeCombination(KeyCode.F1, page.getValue())))
                        .run();
                return true;
            });
            Screen.settle();
            Scene help = onScreen(() -> javafx.stage.Window.getWindows().stream()
                    .map(javafx.stage.Window::getScene)
                    .filter(s -> s != null && s.getRoot().getStyleClass().contains("help"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the help does not show")));
            settle(help);
            write(onScreen(() -> help.snapshot(null)), page.getKey() + "-" + suffix);
            cut.put(page.getKey(), onScreen(() -> CutText.in(help.getRoot())));
            onScreen(() -> {
                help.getWindow().hide();
                return true;
            });
        }
        return cut;
    }

    /** What is reached by pressing something in a view. */
    private static Map<String, List<String>> parts(Stage stage, Shell shell, String suffix) throws IOException {
        Map<String, List<String>> cut = new LinkedHashMap<>();
        for (String tab : List.of("time", "providers", "retries", "reasons", "gap")) {
            press(shell, new Place.Campaigns("Spring Sale 2026"), "#tab-" + tab);
            cut.put("campaign-" + tab, picture(stage, shell, "campaign-" + tab + "-" + suffix));
        }
        Map<String, List<String>> charts = new LinkedHashMap<>();
        charts.put("chart-waterfall", List.of("#tab-gap", "#gap-view-waterfall"));
        charts.put("chart-cohorts", List.of("#tab-time", "#time-cohorts"));
        charts.put("chart-time-table", List.of("#tab-time", "#time-table"));
        charts.put("chart-providers", List.of("#tab-providers", "#providers-chart"));
        charts.put("chart-arrivals-table", List.of("#tab-retries", "#arrivals-table"));
        charts.put("chart-gaps", List.of("#tab-gap", "#gap-view-lines", "#campaign-list-chart"));
        for (Map.Entry<String, List<String>> chart : charts.entrySet()) {
            press(shell, new Place.Campaigns("Spring Sale 2026"), "");
            chart.getValue().forEach(id -> press(shell, null, id));
            cut.put(chart.getKey(), picture(stage, shell, chart.getKey() + "-" + suffix));
        }
        for (String back : List.of("#campaign-list-table", "#tab-time", "#time-since")) {
            press(shell, new Place.Campaigns("Spring Sale 2026"), back);
        }
        press(shell, new Place.Incidents(), "#incident-resend");
        cut.put("sheet-resend", picture(stage, shell, "sheet-resend-" + suffix));
        press(shell, new Place.Incidents(), "#incident-evidence");
        cut.put("sheet-evidence", picture(stage, shell, "sheet-evidence-" + suffix));
        press(shell, new Place.Activity("is:blocked campaign:\"Spring Sale 2026\""), "");
        chooseFirstRow(shell);
        press(shell, null, "#reclassify");
        cut.put("sheet-reclassify", picture(stage, shell, "sheet-reclassify-" + suffix));
        press(shell, new Place.Activity("is:soft campaign:\"Spring Sale 2026\""), "");
        press(shell, null, "#export");
        cut.put("sheet-export", picture(stage, shell, "sheet-export-" + suffix));
        press(shell, new Place.Invalid(Place.Invalid.Tab.QUESTIONABLE), "");
        chooseFirstRow(shell);
        press(shell, null, "#mark-valid");
        cut.put("sheet-mark", picture(stage, shell, "sheet-mark-" + suffix));
        moreColumns(shell, true);
        press(shell, new Place.Invalid(Place.Invalid.Tab.ALL), "");
        // Whoever wants more columns than there is room for scrolls.
        picture(stage, shell, "invalid-columns-" + suffix);
        moreColumns(shell, false);
        press(shell, new Place.Data(Place.Data.Part.IMPORTS), "");
        onScreen(() -> {
            ((TableView<?>) shell.lookup("#imports-before")).getSelectionModel().select(0);
            return true;
        });
        press(shell, null, "#read-again");
        cut.put("sheet-again", picture(stage, shell, "sheet-again-" + suffix));
        press(shell, new Place.Compare("Spring Sale 2026"), "");
        onScreen(() -> {
            for (String figure : List.of("sends", "deliveries", "bounces")) {
                ((TextField) shell.lookup("#figure-" + figure)).setText("1814");
            }
            return true;
        });
        cut.put("compare-typed", picture(stage, shell, "compare-typed-" + suffix));
        return cut;
    }

    private static void moreColumns(Shell shell, boolean wanted) {
        press(shell, new Place.Invalid(Place.Invalid.Tab.ALL), "");
        onScreen(() -> {
            MenuButton columns = (MenuButton) shell.lookup("#invalid-columns");
            for (MenuItem item : List.copyOf(columns.getItems())) {
                ((CheckMenuItem) item).setSelected(wanted);
                item.fire();
            }
            return true;
        });
    }

    /** What stands over the log and the message for a while. */
    private static Map<String, List<String>> logParts(Stage stage, Shell shell, String suffix) throws IOException {
        Map<String, List<String>> cut = new LinkedHashMap<>();
        press(shell, new Place.Activity("is:soft"), "");
        onScreen(() -> {
            TableView<?> list = (TableView<?>) shell.lookup("#messages");
            list.getSelectionModel().selectRange(0, 40);
            return true;
        });
        cut.put("activity-summary", picture(stage, shell, "activity-summary-" + suffix));
        press(shell, null, "#time-table");
        cut.put("sheet-time", picture(stage, shell, "sheet-time-" + suffix));
        press(shell, null, "#time-bars-chart");
        cut.put("sheet-time-chart", picture(stage, shell, "sheet-time-chart-" + suffix));
        press(shell, new Place.Activity("campaign:\"Spring Sale 2026\" is:soft"), "");
        press(shell, null, ".chip .button");
        cut.put("activity-pinned", picture(stage, shell, "activity-pinned-" + suffix));
        press(shell, new Place.Campaigns(""), "");
        cut.put("campaigns-pinned", picture(stage, shell, "campaigns-pinned-" + suffix));
        press(shell, null, ".pinned-bar .chip .button");
        type(shell, "#find", "claire.d@orange.exmaple.com");
        cut.put("popup-find-address", popup("popup-find-address-" + suffix));
        type(shell, "#find", "spr");
        cut.put("popup-find", popup("popup-find-" + suffix));
        type(shell, "#find", "");
        press(shell, new Place.Activity("is:soft reason:"), "");
        onScreen(() -> {
            TextField field = (TextField) shell.lookup("#activity-filter");
            field.requestFocus();
            field.end();
            field.fireEvent(new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    " ",
                    " ",
                    javafx.scene.input.KeyCode.SPACE,
                    false,
                    true,
                    false,
                    false));
            return true;
        });
        cut.put("popup-completion", popup("popup-completion-" + suffix));
        press(
                shell,
                new Place.Message(
                        key("is:soft reason:rate_limited"), new Place.Activity("is:soft reason:rate_limited")),
                "");
        cut.put("message-soft", picture(stage, shell, "message-soft-" + suffix));
        press(
                shell,
                new Place.Message(key("is:duplicate"), new Place.Activity("is:duplicate")),
                "#message-copies-show");
        cut.put("sheet-repeated", picture(stage, shell, "sheet-repeated-" + suffix));
        press(
                shell,
                new Place.Message(
                        key("is:soft reason:rate_limited"), new Place.Activity("is:soft reason:rate_limited")),
                "#tab-raw");
        cut.put("message-raw", picture(stage, shell, "message-raw-" + suffix));
        press(shell, null, "#tab-reply");
        cut.put("message-reply", picture(stage, shell, "message-reply-" + suffix));
        return cut;
    }

    private static void type(Shell shell, String id, String text) {
        onScreen(() -> {
            TextField field = (TextField) shell.lookup(id);
            field.requestFocus();
            field.setText(text);
            return true;
        });
    }

    /** The list beneath a field, drawn alone. */
    private static List<String> popup(String name) throws IOException {
        Screen.settle();
        Scene popup = onScreen(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Popup.class::isInstance)
                .filter(javafx.stage.Window::isShowing)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " does not show"))
                .getScene());
        settle(popup);
        write(onScreen(() -> popup.snapshot(null)), name);
        return onScreen(() -> CutText.in(popup.getRoot()));
    }

    static void press(Shell shell, @Nullable Place place, String id) {
        onScreen(() -> {
            if (place != null) {
                shell.open(place);
            }
            return true;
        });
        Screen.settle();
        if (!id.isEmpty()) {
            onScreen(() -> {
                ((ButtonBase) shell.lookup(id)).fire();
                return true;
            });
        }
    }

    static void chooseFirstRow(Shell shell) {
        onScreen(() -> {
            for (String id : List.of("#messages", "#groups", "#invalid", "#imports-before", "#incidents")) {
                if (shell.lookup(id) instanceof TableView<?> table
                        && !table.getItems().isEmpty()) {
                    table.getSelectionModel().clearAndSelect(0);
                }
            }
            return true;
        });
    }

    static List<String> picture(Stage stage, Shell shell, String name) throws IOException {
        settle(stage.getScene());
        WritableImage image = onScreen(() -> stage.getScene().snapshot(null));
        int[] pixels = write(image, name);
        assertThat(java.util.Arrays.stream(pixels).distinct().limit(20).count())
                .as(name + " shows something")
                .isEqualTo(20);
        return onScreen(() -> {
            List<String> cut = CutText.in(shell);
            if (!name.startsWith("text")) {
                cut.addAll(CutText.sideways(shell));
            }
            return cut;
        });
    }

    /** What is drawn has its styles, its place and the widths of its columns, which follow from one another. */
    static void settle(Scene scene) {
        for (int pass = 0; pass < 2; pass++) {
            onScreen(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return true;
            });
            Screen.settle();
        }
    }

    static int[] write(WritableImage image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        PngFile.write(PICTURES.resolve(name + ".png"), pixels, width);
        return pixels;
    }

    static <T> T onScreen(java.util.concurrent.Callable<T> act) {
        return Screen.on(act);
    }
}
