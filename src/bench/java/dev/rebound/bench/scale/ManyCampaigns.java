package dev.rebound.bench.scale;

import dev.rebound.classify.Classifier;
import dev.rebound.console.ConsoleApp;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.report.CsvDialect;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RowExport;
import dev.rebound.report.RowWriter;
import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * Five thousand campaigns in the real window: opening the list, drawing their gaps, searching one; and the whole result
 * written to files. Prints one line a figure.
 */
public final class ManyCampaigns {
    private static final long BEGIN = 1_767_225_600L;
    private static final String SEARCHED = "campaign 4321";

    private ManyCampaigns() {}

    /** Imports, opens the window headless, looks and exports; told how many campaigns there are and how many sends each has. */
    public static void main(String[] args) throws Exception {
        int campaigns = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int sends = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("rebound-campaigns");
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC)) {
            session.importFiles(
                    List.of(write(folder.resolve("campaigns.csv"), campaigns, sends)),
                    new ImportOptions(ZoneOffset.UTC, null, false),
                    ImportListener.none());
            out.printf("campaigns                   %,12d%n", campaigns);
            out.printf("messages                    %,12d%n", session.picture().messages().size());
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            look(session, out);
            Platform.exit();
            for (RowWriter format : new RowWriter[] {RowWriter.CSV, RowWriter.NDJSON, RowWriter.XLSX}) {
                export(session, format, folder, out);
            }
        } finally {
            delete(folder);
        }
    }

    /** Seven of ten arrive, two bounce, one is never answered; a campaign is larger the lower its number. */
    private static Path write(Path file, int campaigns, int sends) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("EVENT_TYPE,ID,USER_ID,TIME,EMAIL_ADDRESS,CAMPAIGN_ID,CAMPAIGN_NAME,DISPATCH_ID,ESP,SENDING_IP,IS_DROP,"
                    + "BOUNCE_REASON\n");
            long number = 0;
            for (int c = 0; c < campaigns; c++) {
                for (int n = 0; n < sends; n++) {
                    long at = BEGIN + (long) c * 600 + n;
                    number = row(to, "Send", number, at, c, n, "");
                    switch (n % 10) {
                        case 7, 8 -> number = row(to, "SoftBounce", number, at + 7200, c, n, "452 4.2.2 Mailbox full");
                        case 9 -> {}
                        default -> number = row(to, "Delivery", number, at + 3, c, n, "");
                    }
                }
            }
        }
        return file;
    }

    private static long row(BufferedWriter to, String type, long number, long at, int c, int n, String reply)
            throws IOException {
        to.write("%s,%08x-0000-4000-8000-%012x,%024x,%d,p%d@d%d.example.com,%032x,Campaign %d,%032x,SendGrid,192.0.2.%d,,%s%n"
                .formatted(type, number, number, n, at, n, n % 40, c, c, c, c % 250 + 1, reply));
        return number + 1;
    }

    private static void look(Session session, PrintStream out) throws Exception {
        Background background = Background.threads(t -> t.printStackTrace(out));
        Stage stage = onScreen(() -> {
            Shell shell = new Shell(
                    session,
                    background,
                    new Words(Locale.UK, ConsoleApp.class),
                    new Formats(Locale.UK, ZoneOffset.UTC),
                    memory -> new Still.NoFiles(),
                    new Still.NoActs(),
                    false);
            Stage window = new Stage();
            Scene scene = new Scene(shell, 1280, 800);
            Theme.LIGHT.dress(scene);
            window.setScene(scene);
            window.show();
            return window;
        });
        settle(background);
        Shell shell = (Shell) stage.getScene().getRoot();
        for (int i = 0; i < 2; i++) {
            String again = i == 0 ? "first" : "again";
            time(out, "open the campaigns, " + again, background, () -> shell.open(new Place.Campaigns("")));
            time(out, "draw their gaps, " + again, background, () -> press(shell, "#campaign-list-chart"));
            time(out, "search one in the chart, " + again, background, () -> search(shell, SEARCHED));
            time(out, "the table again, " + again, background, () -> {
                search(shell, "");
                press(shell, "#campaign-list-table");
            });
            time(out, "somewhere else, " + again, background, () -> shell.open(new Place.Start()));
        }
        out.printf("rows of the table           %,12d%n", onScreen(() -> {
            shell.open(new Place.Campaigns(""));
            return ((TableView<?>) shell.lookup("#campaigns")).getItems().size();
        }));
        onScreen(() -> {
            stage.close();
            return true;
        });
        background.close();
    }

    private static void press(Shell shell, String id) {
        ((ButtonBase) shell.lookup(id)).fire();
    }

    private static void search(Shell shell, String text) {
        ((TextField) shell.lookup("#campaign-search")).setText(text);
    }

    /** How long until the window has drawn it, and how long the screen's thread was held in one piece. */
    private static void time(PrintStream out, String what, Background background, Runnable act) throws Exception {
        long begun = System.nanoTime();
        long held = onScreen(() -> {
            long from = System.nanoTime();
            act.run();
            return System.nanoTime() - from;
        });
        while (!background.isIdle()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        onScreen(() -> true);
        onScreen(() -> true);
        out.printf(
                Locale.UK, "%-34s%,9.1f ms   (act itself %,.1f ms)%n", what, (System.nanoTime() - begun) / 1e6, held / 1e6);
    }

    private static void settle(Background background) throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        while (!background.isIdle()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        onScreen(() -> true);
    }

    private static <T> T onScreen(Callable<T> act) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(act.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(5, TimeUnit.MINUTES);
    }

    private static void export(Session session, RowWriter format, Path folder, PrintStream out) throws IOException {
        Picture picture = session.picture();
        int[] rows = picture.questions()
                .page(picture.questions().select(Filter.all()), true, 0, Integer.MAX_VALUE);
        Path file = folder.resolve("rows." + format.name().toLowerCase(Locale.ROOT));
        long begun = System.nanoTime();
        new RowExport(format, CsvDialect.of(Locale.UK), List.of())
                .write(new MessageRows(ZoneOffset.UTC, false).messages(picture, rows), file, false, n -> {}, () -> false);
        out.printf(
                Locale.UK,
                "%-8s%,10d rows           %,9.1f s   %,.1f MB%n",
                format,
                rows.length,
                (System.nanoTime() - begun) / 1e9,
                Files.size(file) / 1e6);
        Files.delete(file);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
