package dev.rebound.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A column has room for every row that comes into sight, not only for those at the top. */
class ColumnFitTest {
    private static final String LONG = "a reason that takes many more words than all those above it";

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = onScreen(Stage::new);
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            stage.close();
            return true;
        });
    }

    private static <T> T onScreen(Callable<T> act) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, act);
        WaitForAsyncUtils.waitForFxEvents(3);
        return result;
    }

    @Test
    void aColumnGrowsForARowFarBelowAndStaysSo() {
        TableView<Integer> table = onScreen(TableView::new);
        ColumnFit<Integer> fit = onScreen(() -> {
            ColumnFit<Integer> made = ColumnFit.of(table);
            table.getColumns().add(column("n", n -> n == 150 ? LONG : "short"));
            table.getColumns().add(column("m", n -> "x"));
            table.getItems().setAll(IntStream.range(0, 300).boxed().toList());
            stage.setScene(new Scene(table, 700, 300));
            stage.show();
            return made;
        });
        TableColumn<Integer, ?> words = table.getColumns().getFirst();
        double top = words.getWidth();
        onScreen(() -> {
            table.scrollTo(150);
            table.layout();
            fit.measureSeen();
            return true;
        });
        double there = words.getWidth();
        assertThat(there).isGreaterThan(top + 100);
        onScreen(() -> {
            table.scrollTo(0);
            table.layout();
            fit.measureSeen();
            return true;
        });
        assertThat(words.getWidth()).isEqualTo(there);
    }

    @Test
    void aColumnGrowsForARowThatChangesInPlace() throws Exception {
        SimpleStringProperty words = new SimpleStringProperty("waits");
        TableView<Integer> table = onScreen(TableView::new);
        ColumnFit<Integer> fit = onScreen(() -> {
            ColumnFit<Integer> made = ColumnFit.of(table);
            TableColumn<Integer, String> live = new TableColumn<>("n");
            live.setCellValueFactory(c -> words);
            table.getColumns().add(live);
            table.getColumns().add(column("m", n -> "x"));
            table.getItems().setAll(1);
            stage.setScene(new Scene(table, 700, 300));
            stage.show();
            return made;
        });
        double before = table.getColumns().getFirst().getWidth();
        onScreen(() -> {
            words.set(LONG);
            fit.grow();
            return true;
        });
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> table.getColumns().getFirst().getWidth() > before + 100);
    }

    private static TableColumn<Integer, String> column(String name, java.util.function.Function<Integer, String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(name);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
        return column;
    }
}
