package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Pin;
import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.PersonField;
import dev.rebound.console.kit.Place;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.MessageKey;
import dev.rebound.insight.Picture;
import dev.rebound.sample.Planted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With addresses masked, no view shows one, in its tables, replies, raw records, tooltips or copies. */
class MaskedEverywhereTest {
    /** Whole addresses, as the sample's people have them; those of servers and senders are nobody's. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{2,}@[\\p{L}\\p{N}-]{2,}(\\.[\\p{L}\\p{N}-]+)+");

    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSampleMasked() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder);
        window = new WindowDriver(console);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Set<String> addressesShown() {
        return WindowDriver.onScreen(() -> {
            Set<String> found = new TreeSet<>();
            collect(window.node("#rail-start", Node.class).getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, Set<String> found) {
        List<String> texts = new ArrayList<>();
        if (node instanceof javafx.scene.text.Text text) {
            texts.add(text.getText());
        }
        // A field for persons holds the address and draws it masked; what it draws is a text of its own.
        if (node instanceof TextInputControl field && !(node instanceof PersonField)) {
            texts.add(String.valueOf(field.getText()));
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(String.valueOf(control.getTooltip().getText()));
        }
        texts.stream().flatMap(t -> ADDRESS.matcher(t).results()).forEach(m -> found.add(m.group()));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> collect(c, found));
        }
    }

    private void chooseFirstRow() {
        window.act(() -> window.node("#rail-start", Node.class).getScene().getRoot().lookupAll(".table-view").stream()
                .filter(t ->
                        t instanceof TableView<?> table && !table.getItems().isEmpty())
                .findFirst()
                .ifPresent(t -> ((TableView<?>) t).getSelectionModel().select(0)));
    }

    private MessageKey key(String filter) throws Exception {
        Picture picture = window.console.session.picture();
        return picture.key(
                picture.questions().select(FilterParser.parse(filter)).next(0));
    }

    private Place.Message claire() throws Exception {
        return new Place.Message(
                key("to:claire.d@orange.example.com subject:\"Votre commande 8841\""),
                new Place.Activity("to:claire.d@orange.example.com"));
    }

    /** A case with a pinned message and a note that names its person. */
    private void keepACase() throws Exception {
        Picture picture = window.console.session.picture();
        var row = picture.row(
                picture.questions().select(FilterParser.parse("is:soft")).next(0));
        CaseFile begun = CaseFile.begun("1", "Of " + row.address(), "Where?", "to:" + row.address(), null, Planted.NOW)
                .pinning(List.of(Pin.of(row)), Planted.NOW)
                .said("Of " + row.address(), "Where?", false, "Ask " + row.address(), Planted.NOW);
        WindowDriver.onScreen(
                () -> window.console.session.change(Map.of(CaseText.SETTING + "1", Optional.of(CaseText.of(begun)))));
    }

    /** Presses each tab of the view, and tells what any of them shows. */
    private Set<String> addressesOnAnyTab() {
        Set<String> shown = addressesShown();
        int tabs = WindowDriver.onScreen(() -> tabs().size());
        for (int i = 0; i < tabs; i++) {
            int tab = i;
            window.act(() -> tabs().get(tab).fire());
            chooseFirstRow();
            shown.addAll(addressesShown());
        }
        return shown;
    }

    private List<ToggleButton> tabs() {
        return window.node("#message-copy", Node.class).getParent().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .toList();
    }

    @Test
    void noViewShowsAnAddress() throws Exception {
        keepACase();
        List<Place> places = new ArrayList<>(List.of(
                new Place.Start(),
                new Place.Activity(ActivityModel.LATEST),
                new Place.Activity("is:hard"),
                new Place.Activity("is:soft"),
                new Place.Activity("is:soft", true, Place.Activity.Grouping.NONE, null),
                new Place.Activity("is:soft", false, Place.Activity.Grouping.PATTERN, null),
                new Place.Address("claire.d@orange.example.com"),
                new Place.Address("claire.d@orange.exmaple.com"),
                new Place.Address("zoe@раypal.test"),
                new Place.Campaigns("Spring Sale 2026"),
                new Place.Incidents(),
                new Place.Compare("Spring Sale 2026"),
                new Place.Cases(),
                new Place.Settings()));
        for (Place.Invalid.Tab tab : Place.Invalid.Tab.values()) {
            places.add(new Place.Invalid(tab));
        }
        for (Place.Data.Part part : Place.Data.Part.values()) {
            places.add(new Place.Data(part));
        }
        List<String> shown = new ArrayList<>();
        for (Place place : places) {
            window.open(place);
            chooseFirstRow();
            addressesShown().forEach(a -> shown.add(place + ": " + a));
        }
        window.open(claire());
        addressesOnAnyTab().forEach(a -> shown.add("message: " + a));
        assertThat(shown).isEmpty();
        window.open(new Place.Cases());
        window.act(() -> window.node("#case-question", TextInputControl.class).setText("Whither?"));
        window.click("#case-save");
        assertThat(addressesShown()).isEmpty();
        String kept = window.console.session.ownSettings().get(CaseText.SETTING + "1");
        assertThat(kept)
                .as("what is masked is kept whole")
                .contains("Whither?", "Of rosa")
                .doesNotContain("…");
        window.open(new Place.Address("zoe@раypal.test"));
        assertThat(window.node("#address-borrowed", Label.class).getText()).startsWith("Letters of another alphabet");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        window.open(new Place.Activity("is:hard"));
        assertThat(addressesShown()).as("unmasked there are some").isNotEmpty();
        window.open(claire());
        assertThat(addressesOnAnyTab()).as("in a message too").contains("claire.d@orange.example.com");
    }

    @Test
    void noSheetShowsAnAddressAndWhatIsCopiedIsMaskedToo() throws Exception {
        keepACase();
        List<String> shown = new ArrayList<>();
        Filter claire = FilterParser.parse("to:claire.d@orange.example.com");
        window.open(new Place.Activity(claire.toText()));
        for (Place sheet : List.of(
                new Place.Evidence("Messages to claire.d@orange.example.com", claire, Audience.CUSTOMER),
                new Place.Resend("Messages to claire.d@orange.example.com", claire),
                new Place.Pin(new int[] {0, 1}, claire.toText(), List.of("claire.d@orange.example.com")),
                new Place.Export(
                        "Messages to claire.d@orange.example.com",
                        claire.toText(),
                        2,
                        List.of(),
                        m -> m.messages(window.console.session.picture(), new int[] {0})))) {
            window.open(sheet);
            addressesShown().forEach(a -> shown.add(sheet + ": " + a));
            if (sheet instanceof Place.Pin) {
                window.click("#pin-new");
                addressesShown().forEach(a -> shown.add("a new case: " + a));
            }
            window.press(KeyCode.ESCAPE);
        }
        window.open(claire());
        window.click("#message-compare");
        addressesShown().forEach(a -> shown.add("compared messages: " + a));
        window.press(KeyCode.ESCAPE);
        window.click("#message-note");
        addressesShown().forEach(a -> shown.add("note: " + a));
        window.press(KeyCode.ESCAPE);
        assertThat(shown).isEmpty();

        List<String> copies = new ArrayList<>();
        int entries = WindowDriver.onScreen(
                () -> window.node("#message-copy", MenuButton.class).getItems().size());
        for (int i = 0; i < entries; i++) {
            window.choose("#message-copy", i);
            copies.add(WindowDriver.onScreen(Clip::text));
        }
        window.open(new Place.Address("claire.d@orange.example.com"));
        window.act(() -> ((ButtonBase)
                        window.node("#address-title", Node.class).getParent().lookup(".button"))
                .fire());
        copies.add(WindowDriver.onScreen(Clip::text));
        assertThat(copies.getLast()).isEqualTo("c…d@o…e.com");
        for (String filter : List.of("is:hard", "is:soft")) {
            window.open(new Place.Activity(filter));
            chooseFirstRow();
            window.act(() -> window.table("#messages").requestFocus());
            window.press(KeyCode.CONTROL, KeyCode.C);
            copies.add(WindowDriver.onScreen(Clip::text));
        }
        assertThat(copies).allSatisfy(copied -> {
            assertThat(copied).isNotBlank();
            assertThat(ADDRESS.matcher(copied).results().map(MatchResult::group))
                    .isEmpty();
        });
    }
}
