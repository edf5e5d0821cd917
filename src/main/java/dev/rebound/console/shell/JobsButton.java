package dev.rebound.console.shell;

import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Job;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many jobs run; pressed, it lists them with their progress, each with a button that gives it up. */
final class JobsButton extends Button {
    private static final double WIDTH = 360;

    private final Desk desk;
    private final ObservableList<Job> jobs;
    private final VBox list = new VBox(8);
    private final PopOver popover = new PopOver(list);

    JobsButton(Desk desk) {
        this.desk = desk;
        jobs = desk.background().jobs();
        setId("jobs");
        setGraphic(new FontIcon("mdi2s-sync"));
        getStyleClass().addAll("flat", "status-button");
        list.setPadding(new Insets(12));
        list.setPrefWidth(WIDTH);
        popover.getRoot()
                .getStylesheets()
                .add(Objects.requireNonNull(JobsButton.class.getResource("/dev/rebound/console/popover.css"))
                        .toExternalForm());
        popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        managedProperty().bind(visibleProperty());
        setOnAction(e -> {
            if (popover.isShowing()) {
                popover.hide();
            } else {
                popover.show(this);
            }
        });
        jobs.addListener((ListChangeListener<Job>) c -> show());
        show();
    }

    private void show() {
        setVisible(!jobs.isEmpty());
        setText(desk.text("shell.jobs", jobs.size()));
        list.getChildren().setAll(jobs.stream().map(this::line).toList());
        if (jobs.isEmpty()) {
            popover.hide();
        }
    }

    private HBox line(Job job) {
        Label name = new Label(job.name());
        name.setMaxWidth(Double.MAX_VALUE);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(job.progressProperty());
        VBox both = new VBox(3, name, bar);
        HBox.setHgrow(both, Priority.ALWAYS);
        Button stop = Buttons.icon("mdi2c-close", desk.text("shell.job.stop", job.name()), job::giveUp);
        HBox line = new HBox(8, both, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
