package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.cases.MadePack;
import dev.rebound.cases.Pin;
import dev.rebound.console.kit.Job;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.MessageKey;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** What a view shows on other days: filled cases, files that fail, troubles, the question for a password, large text. */
class StatesInPicturesTest {
    private static final String ABOUT = "campaign:\"" + Planted.SPRING + "\"";

    @TempDir
    static Path folder;

    private static OpenedConsole console;
    private static Path cut;
    private static Path unknown;
    private static Path checked;
    private static Path unreadable;
    private static Path figures;
    private static Path shared;
    private static Path old;

    @BeforeAll
    static void openTheSample() throws Exception {
        Files.createDirectories(Path.of("target/pictures"));
        FxToolkit.registerPrimaryStage();
        console = OpenedConsole.onSample(folder.resolve("store"));
        byte[] ses = Files.readAllBytes(Path.of("assets/sample-feeds/ses-events.ndjson.gz"));
        cut = Files.write(folder.resolve("ses.ndjson.gz"), Arrays.copyOf(ses, ses.length * 3 / 5));
        unknown = Files.writeString(folder.resolve("export.csv"), """
                when;who;what;why
                03/04/2026 10:00;anna@example.com;bounced;550 5.1.1 User unknown
                13/04/2026 10:05;bruno@example.org;delivered;250 OK
                """);
        checked = Files.writeString(folder.resolve("activity_2026-03-15.csv"), partlyKnown());
        unreadable = Files.write(folder.resolve("events.ndjson"), unreadable());
        old = Files.writeString(folder.resolve("old.ndjson"), """
                {"email":"anna@example.com","timestamp":1735689600,"event":"delivered","sg_event_id":"old1","sg_message_id":"old"}
                """);
        figures = Files.writeString(folder.resolve("campaign.csv"), """
                Date,Number of Emails Sent by Date,Number of Emails Delivered by Date,Revenue
                2026-03-13,2000,1813,7
                2026-03-14,0,1,2
                """);
        shared = Files.writeString(folder.resolve("family.json"), oneAddressOfTwo());
        keep(filled());
    }

    /** Mails to two customers who gave the same address. */
    private static String oneAddressOfTwo() {
        StringBuilder mails = new StringBuilder("{\"messages\":[");
        for (int i = 0; i < 5; i++) {
            mails.append(
                    "%s{\"id\":\"dgTQ%d\",\"type\":\"email\",\"recipient\":\"family@example.org\",\"customer_id\":\"%s\",\"subject\":\"%s\",\"created\":%d,\"metrics\":{\"sent\":%d,\"delivered\":%d}}"
                            .formatted(
                                    i == 0 ? "" : ",",
                                    i,
                                    i < 3 ? "crm-20817" : "crm-55120",
                                    i < 3 ? "Your order" : "Votre commande",
                                    1_773_300_000 + i,
                                    1_773_300_001 + i,
                                    1_773_300_004 + i));
        }
        return mails.append("]}").toString();
    }

    /** An activity export of which the first rows are in the sample too. */
    private static String partlyKnown() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("assets/sample-feeds/sendgrid-activity.csv"));
        StringBuilder file = new StringBuilder();
        rows.stream().limit(31).forEach(row -> file.append(row).append('\n'));
        for (int i = 0; i < 12; i++) {
            file.append("2026-03-15T08:0%d:00Z,sg9%d.filter,bounce,,,,Avril,hello@news.example.com,person%d@example.net"
                    .formatted(i % 10, i, i));
            file.append(
                            ",,,,550 5.1.1 The email account that you tried to reach does not exist,198.51.100.7,,mx.example.net,,1,,")
                    .append("bounce,,,,,,,,\n");
        }
        return file.append("2026-03-15T09:00:00Z,sg9x.filter,delivered\n").toString();
    }

    /** Events of which every third line breaks off. */
    private static byte[] unreadable() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String line = "{\"email\":\"person" + i + "@example.com\",\"timestamp\":" + (1_773_388_866 + i)
                    + ",\"event\":\"delivered\",\"sg_event_id\":\"e" + i + "\",\"sg_message_id\":\"m" + i
                    + ".filter\",\"response\":\"250 OK\"}";
            events.append(i % 3 == 0 ? line.substring(0, 40) : line).append('\n');
        }
        return events.toString().getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() throws Exception {
        FxToolkit.cleanupStages();
        console.close();
    }

    private static void keep(CaseFile c) throws Exception {
        console.session.putSetting(CaseText.SETTING + c.id(), CaseText.of(c));
    }

    /** A case that was read when seven more messages were still open. */
    private static CaseFile filled() throws Exception {
        Picture picture = console.session.picture();
        Figures now = Figures.of(picture, ABOUT, Planted.NOW);
        Map<String, Long> before = new TreeMap<>(now.counts());
        before.merge("open", 38L, Long::sum);
        before.merge("delivered", -31L, Long::sum);
        before.merge("soft_bounced", -7L, Long::sum);
        before.merge("gap", 31L, Long::sum);
        Figures read = new Figures(Planted.NOW.minusSeconds(93_600), now.events() - 120, now.dataEnd(), before);
        List<Pin> pins = Arrays.stream(picture.questions()
                        .page(picture.questions().select(FilterParser.parse("is:unexplained OR is:open")), true, 0, 3))
                .mapToObj(m -> Pin.of(picture.row(m)))
                .toList();
        return CaseFile.begun("1", "Spring Sale gap", "Where are 184 messages?", ABOUT, read, Planted.NOW)
                .said(
                        "Spring Sale gap",
                        "Where are 184 messages?",
                        false,
                        "Outlook refused **29**, see the incident.\nThe rest is mailbox full.",
                        Planted.NOW)
                .pinning(pins, Planted.NOW)
                .about(List.of(Planted.CLAIRE), Planted.NOW)
                .viewing("is:blocked " + ABOUT, Planted.NOW)
                .packed(new MadePack("spring-customer-en.zip", "9f3a51".repeat(10) + "abcd", "customer", Planted.NOW));
    }

    private static MessageKey key(String filter) throws Exception {
        Picture picture = console.session.picture();
        return picture.key(
                picture.questions().select(FilterParser.parse(filter)).next(0));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,fr", "DARK,en", "DARK,fr"})
    void otherDaysAreDrawnAndNothingIsCut(Theme theme, String language) throws Exception {
        Locale locale = language.equals("fr") ? Locale.FRANCE : Locale.UK;
        String suffix = theme.code() + "-" + language;
        Map<String, List<String>> cutWords = new LinkedHashMap<>();
        Stage stage = PicturesTest.onScreen(Stage::new);
        Shell shell = PicturesTest.onScreen(() -> console.show(stage, locale, theme));

        PicturesTest.press(shell, new Place.Cases(), "");
        cutWords.put("cases-filled", PicturesTest.picture(stage, shell, "cases-filled-" + suffix));

        PicturesTest.press(shell, new Place.Activity("is:open"), "");
        PicturesTest.chooseFirstRow(shell);
        PicturesTest.onScreen(() -> {
            shell.open(new Place.Pin(new int[] {0, 1}, "is:open"));
            return true;
        });
        cutWords.put("sheet-pin", PicturesTest.picture(stage, shell, "sheet-pin-" + suffix));

        Place.Activity claire = new Place.Activity("to:" + Planted.CLAIRE);
        PicturesTest.press(
                shell, new Place.Message(key("subject:\"Votre commande 8841\""), claire), "#message-compare");
        cutWords.put("sheet-compare", PicturesTest.picture(stage, shell, "sheet-compare-" + suffix));

        PicturesTest.press(shell, new Place.Settings(), "#change-keys");
        cutWords.put("sheet-keys", PicturesTest.picture(stage, shell, "sheet-keys-" + suffix));

        PicturesTest.press(shell, new Place.Start(), "");
        try (Drag drag = new Drag(shell.getScene(), List.of(unknown))) {
            assertThat(drag.hang()).isNotNull();
            List<String> found = PicturesTest.picture(stage, shell, "drop-" + suffix);
            // It lies over everything, and that is what it is for.
            cutWords.put(
                    "drop",
                    found.stream().filter(w -> !w.startsWith("over each other")).toList());
        }
        PicturesTest.onScreen(() -> {
            shell.importFiles(List.of(cut, unknown));
            return true;
        });
        cutWords.put("import-failed", PicturesTest.picture(stage, shell, "import-failed-" + suffix));
        PicturesTest.onScreen(() -> {
            TableView<?> now = (TableView<?>) shell.lookup("#imports-now");
            Button map = (Button) Objects.requireNonNull(shell.lookup("#map-columns"));
            for (int i = 0; i < now.getItems().size() && (i == 0 || map.isDisabled()); i++) {
                now.getSelectionModel().clearAndSelect(i);
            }
            return true;
        });
        PicturesTest.press(shell, null, "#map-columns");
        assertThat(shell.lookup("#mapping-preview")).isNotNull();
        cutWords.put("sheet-mapping", PicturesTest.picture(stage, shell, "sheet-mapping-" + suffix));

        PicturesTest.press(shell, new Place.Data(Place.Data.Part.IMPORTS), "#check-only");
        PicturesTest.onScreen(() -> {
            shell.importFiles(List.of(checked));
            return true;
        });
        if (shell.lookup("#sheet-ok") != null) {
            PicturesTest.press(shell, null, "#sheet-ok");
        }
        cutWords.put("import-preview", PicturesTest.picture(stage, shell, "import-preview-" + suffix));
        PicturesTest.press(shell, null, "#tab-unreadable");
        cutWords.put("import-preview-unread", PicturesTest.picture(stage, shell, "import-preview-unread-" + suffix));
        PicturesTest.press(shell, null, "#import-ready");
        cutWords.put("import-toast", PicturesTest.picture(stage, shell, "import-toast-" + suffix));
        PicturesTest.onScreen(
                () -> console.session.undo(console.session.imports().getLast().id()));
        PicturesTest.press(shell, null, "#check-only");
        PicturesTest.press(shell, new Place.Address(Planted.CLAIRE), "");
        cutWords.put("address-statement", PicturesTest.picture(stage, shell, "address-statement-" + suffix));

        PicturesTest.onScreen(() -> {
            shell.importFiles(List.of(shared));
            return true;
        });
        PicturesTest.press(shell, new Place.Address("family@example.org"), "#address-users-show");
        cutWords.put("sheet-users", PicturesTest.picture(stage, shell, "sheet-users-" + suffix));
        assertThat(shell.lookup("#sharing-users")).as("who shares the address").isNotNull();
        PicturesTest.onScreen(
                () -> console.session.undo(console.session.imports().getLast().id()));

        console.filesToRead.add(Files.createDirectories(folder.resolve("disk")));
        PicturesTest.press(shell, new Place.Data(Place.Data.Part.STORE), "#store-folder");
        cutWords.put("sheet-folder", PicturesTest.picture(stage, shell, "sheet-folder-" + suffix));
        console.filesToRead.clear();
        PicturesTest.press(shell, new Place.Data(Place.Data.Part.STORE), "#store-encrypt");
        cutWords.put("sheet-encrypt", PicturesTest.picture(stage, shell, "sheet-encrypt-" + suffix));

        PicturesTest.press(shell, new Place.Start(), "");
        PicturesTest.onScreen(() -> {
            shell.importFiles(List.of(unreadable));
            return true;
        });
        assertThat(shell.lookup("#sheet-ok")).as("store it anyway?").isNotNull();
        cutWords.put("sheet-unreadable", PicturesTest.picture(stage, shell, "sheet-unreadable-" + suffix));

        console.filesToRead.clear();
        console.filesToRead.add(figures);
        PicturesTest.press(shell, new Place.Compare(Planted.SPRING), "#compare-file");
        console.filesToRead.clear();
        cutWords.put("compare-read", PicturesTest.picture(stage, shell, "compare-read-" + suffix));

        PicturesTest.press(shell, new Place.Campaigns(Planted.SPRING), "");
        PicturesTest.onScreen(() -> {
            shell.notices().trouble(new IllegalStateException("drawn"));
            return true;
        });
        cutWords.put("trouble", PicturesTest.picture(stage, shell, "trouble-" + suffix));
        cutWords.put("popup-jobs", jobs(shell, "popup-jobs-" + suffix));
        cutWords.putAll(nextStarts(stage, locale, theme, suffix));
        PicturesTest.onScreen(() -> {
            stage.close();
            return true;
        });
        drawPassword(locale, theme, suffix);
        cutWords.values().removeIf(List::isEmpty);
        assertThat(cutWords).isEmpty();
        assertThat(console.troubles).isEmpty();
    }

    /** The list of what runs, which the status bar opens. */
    private static List<String> jobs(Shell shell, String name) throws Exception {
        List<Job> running = PicturesTest.onScreen(() -> {
            Job export = console.background.begin("spring-sale.xlsx", () -> {});
            export.tell(62, 100);
            return List.of(export, console.background.begin("braze-currents.zip", () -> {}));
        });
        PicturesTest.press(shell, null, "#jobs");
        Scene popup = PicturesTest.onScreen(() -> Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene());
        PicturesTest.settle(popup);
        PicturesTest.write(PicturesTest.onScreen(() -> popup.snapshot(null)), name);
        List<String> cut = PicturesTest.onScreen(() -> CutText.in(popup.getRoot()));
        PicturesTest.onScreen(() -> {
            running.forEach(console.background::end);
            return true;
        });
        return cut;
    }

    /** The question about old messages at a start, and a window that can only read. */
    private static Map<String, List<String>> nextStarts(Stage stage, Locale locale, Theme theme, String suffix)
            throws Exception {
        Map<String, List<String>> cutWords = new LinkedHashMap<>();
        PicturesTest.onScreen(() -> console.session.importFiles(
                List.of(old), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none()));
        console.session.putSetting("console.old.months", "13");
        console.session.putSetting("console.old.asked", null);
        Shell asking = PicturesTest.onScreen(() -> console.show(stage, locale, theme));
        PicturesTest.settle(stage.getScene());
        assertThat(asking.lookup("#sheet-ok")).as("old messages?").isNotNull();
        cutWords.put("sheet-retention", PicturesTest.picture(stage, asking, "sheet-retention-" + suffix));
        console.session.putSetting("console.old.months", null);
        PicturesTest.onScreen(
                () -> console.session.undo(console.session.imports().getLast().id()));
        readOnly(true);
        Shell looking = PicturesTest.onScreen(() -> console.show(stage, locale, theme));
        PicturesTest.press(looking, new Place.Invalid(Place.Invalid.Tab.QUESTIONABLE), "");
        PicturesTest.chooseFirstRow(looking);
        cutWords.put("read-only-invalid", PicturesTest.picture(stage, looking, "read-only-invalid-" + suffix));
        PicturesTest.press(looking, new Place.Data(Place.Data.Part.STORE), "");
        cutWords.put("read-only-store", PicturesTest.picture(stage, looking, "read-only-store-" + suffix));
        readOnly(false);
        return cutWords;
    }

    private static void readOnly(boolean wanted) {
        PicturesTest.onScreen(() -> {
            console.session.readOnly(wanted);
            return true;
        });
    }

    private static void drawPassword(Locale locale, Theme theme, String suffix) throws Exception {
        for (boolean refused : new boolean[] {false, true}) {
            Scene scene = PicturesTest.onScreen(() -> {
                Words words = new Words(locale, ConsoleApp.class);
                Unlock unlock = new Unlock(words, "Secret Service", (typed, keep) -> {}, () -> {});
                if (refused) {
                    unlock.refuse(words.of("unlock.wrong"));
                }
                Scene drawn = new Scene(new StackPane(unlock), 640, 360);
                Look.usual().in(theme).dress(drawn);
                return drawn;
            });
            PicturesTest.settle(scene);
            PicturesTest.write(
                    PicturesTest.onScreen(() -> scene.snapshot(null)),
                    (refused ? "password-refused-" : "password-") + suffix);
            assertThat(PicturesTest.onScreen(() -> CutText.in(scene.getRoot()))).isEmpty();
        }
    }
}
