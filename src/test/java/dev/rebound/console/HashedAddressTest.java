package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hash in the place of an address is read by its beginning, and leaves whole. */
class HashedAddressTest {
    private static final String HASH = "3fa9c1d2e4b5a6978899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    @Test
    void aHashIsShortOnTheScreenAndWholeInACopy() throws Exception {
        WindowDriver window = new WindowDriver(new OpenedConsole(folder.resolve("store")));
        window.console.filesToRead.add(Files.writeString(
                folder.resolve("bounces.json"),
                "{\"email\":\"" + HASH + "\",\"timestamp\":1773388800,\"event\":\"bounce\",\"type\":\"bounce\","
                        + "\"reason\":\"550 5.1.1 no such user\",\"sg_event_id\":\"e7\",\"sg_message_id\":\"m7\"}\n"));
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.act(() -> window.shell().open(new Place.Invalid(Place.Invalid.Tab.ALL)));
        TableView<?> invalid = window.table("#invalid");
        assertThat(cells(invalid)).contains("#3fa9c1d2…").doesNotContain(HASH);
        window.act(() -> {
            invalid.getSelectionModel().select(0);
            invalid.requestFocus();
        });
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.act(() -> assertThat(Clip.text()).contains(HASH));
        window.act(() -> window.shell().open(new Place.Address(HASH)));
        assertThat(window.text("#address-hashed")).isEqualTo("Addresses are hashed by the source");
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private static List<String> cells(TableView<?> table) {
        Stream<TableCell<?, ?>> cells = table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(n -> (TableCell<?, ?>) n);
        return cells.map(Labeled::getText).toList();
    }
}
