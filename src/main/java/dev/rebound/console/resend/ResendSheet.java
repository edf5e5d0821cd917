package dev.rebound.console.resend;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ResendList;
import dev.rebound.report.MessageRows;
import dev.rebound.report.OwnersFile;
import dev.rebound.report.RowWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The resend list of some messages, as a sheet. The screen's thread only. */
public final class ResendSheet {
    private final Desk desk;
    private final Place.Resend about;
    private final GridPane account = new GridPane(18, 3);
    private final CountSentence sum;
    private final Button copy;
    private final Button save;
    private Set<String> own = Set.of();
    private @Nullable ResendList list;

    /** A list over the desk's newest picture. */
    public ResendSheet(Desk desk, Place.Resend about) {
        this.desk = desk;
        this.about = about;
        sum = new CountSentence(desk);
        copy = Buttons.of("mdi2c-content-copy", desk.text("resend.copy"), this::copy);
        copy.setId("resend-copy");
        save = Buttons.main("mdi2e-export-variant", desk.text("resend.save"), this::save);
        save.setId("resend-save");
    }

    /** Shows it. */
    public void open() {
        account.setId("resend-account");
        sum.setId("resend-sum");
        sum.getStyleClass().add("strong");
        Button exclude = Buttons.of("mdi2f-file-remove-outline", desk.text("resend.exclude"), this::exclude);
        exclude.setId("resend-exclude");
        Label none = new Label(desk.text("resend.nothing"));
        none.getStyleClass().add(Styles.TEXT_MUTED);
        none.setWrapText(true);
        new Sheet(desk, desk.text("resend.heading", desk.person(about.about())), 760, account, sum, new VBox(none))
                .with(exclude)
                .with(copy)
                .doing(save)
                .open(save);
        ask();
    }

    private void ask() {
        Picture picture = desk.picture().getValue();
        Set<String> excluded = own;
        desk.background()
                .latest(
                        "resend",
                        () -> ResendList.of(picture, picture.questions().select(about.messages()), excluded),
                        this::show);
    }

    private void show(ResendList answer) {
        list = answer;
        account.getChildren().clear();
        Picture picture = desk.picture().getValue();
        List<Integer> out = new ArrayList<>();
        Place all = Place.Activity.of(about.messages());
        row(0, desk.text("resend.considered"), answer.considered(), all, false);
        int[] row = {1};
        answer.leftOut().forEach((why, rows) -> {
            out.addAll(rows);
            if (why != ResendList.Exclusion.OWN_LIST || !own.isEmpty()) {
                row(row[0]++, "– " + desk.text("resend." + why.code()), rows.size(), opened(picture, rows), true);
            }
        });
        Place left = opened(picture, answer.messages());
        row(row[0], "= " + desk.text("resend.left"), answer.messages().size(), left, false);
        sum.show(
                desk.text(
                        answer.addsUp() ? "resend.addsup" : "resend.addsnot",
                        desk.formats().count(answer.considered()),
                        desk.formats().count(out.size()),
                        desk.formats().count(answer.messages().size())),
                all,
                opened(picture, out),
                left);
        copy.setDisable(answer.messages().isEmpty());
        save.setDisable(answer.messages().isEmpty());
    }

    /** The messages one by one: no words choose those that are left out for one reason. */
    private static Place opened(Picture picture, List<Integer> rows) {
        return Place.Activity.of(picture.naming(rows));
    }

    private void row(int row, String what, long n, Place rows, boolean quiet) {
        Label words = new Label(what);
        // What was looked for and not found opens nothing.
        Labeled number = n == 0 ? new Label(desk.formats().count(n)) : new CountLink(desk).show(n, rows);
        number.setMinWidth(70);
        number.setAlignment(Pos.CENTER_RIGHT);
        words.getStyleClass().add(quiet ? Styles.TEXT_MUTED : Styles.TEXT_BOLD);
        if (!quiet) {
            number.getStyleClass().add(Styles.TEXT_BOLD);
        }
        account.addRow(row, number, words);
    }

    private void exclude() {
        List<Path> files = desk.files().filesToRead(desk.text("resend.exclude"));
        if (!files.isEmpty()) {
            desk.background().job(() -> addresses(files), found -> {
                own = found;
                ask();
            });
        }
    }

    private static Set<String> addresses(List<Path> files) throws IOException {
        Set<String> found = new HashSet<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (EmailAddress.isPresent(line)) {
                    found.add(new EmailAddress(line).key());
                }
            }
        }
        return found;
    }

    private int[] rows() {
        ResendList shown = list;
        return shown == null
                ? new int[0]
                : shown.messages().stream().mapToInt(Integer::intValue).toArray();
    }

    private void copy() {
        Picture picture = desk.picture().getValue();
        int[] rows = rows();
        desk.copy(java.util.Arrays.stream(rows)
                .mapToObj(m -> picture.row(m).address())
                .collect(Collectors.joining("\n")));
        desk.notices().tell(desk.text("resend.copied", rows.length));
    }

    private void save() {
        Picture picture = desk.picture().getValue();
        int[] rows = rows();
        desk.files()
                .fileToWrite(desk.text("resend.save"), desk.text("resend.file") + ".csv")
                .ifPresent(file -> desk.background()
                        .job(
                                () -> write(picture, rows, file),
                                written -> desk.notices().tell(desk.text("activity.exported", written.getFileName()))));
    }

    private Path write(Picture picture, int[] rows, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".txt")) {
            OwnersFile.write(
                    file,
                    java.util.Arrays.stream(rows)
                            .mapToObj(m -> picture.row(m).address() + "\n")
                            .collect(Collectors.joining()));
            return file;
        }
        RowWriter writer =
                RowWriter.named(name.substring(name.lastIndexOf('.') + 1)).orElse(RowWriter.CSV);
        OwnersFile.write(
                file,
                out -> writer.write(
                        new MessageRows(desk.formats().zone(), false).messages(picture, rows),
                        desk.words().locale(),
                        out));
        return file;
    }
}
