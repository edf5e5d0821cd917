package dev.rebound.console.shell;

import dev.rebound.console.data.StoreAccess;
import dev.rebound.console.help.HelpPage;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.kit.keys.Stop;
import dev.rebound.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that can be gone to or done by its name. */
final class Commands {
    private Commands() {}

    /** The views first, then the saved views of the log, then the acts. */
    static List<Command> of(Desk desk, Shell shell, ProgramActs acts) {
        List<Command> all = new ArrayList<>();
        for (Stop view : Stop.values()) {
            place(all, desk, view.icon(), view.title(), Rail.place(view));
        }
        for (Place.Data.Part part : Place.Data.Part.values()) {
            place(all, desk, icon(part), "data.tab." + part.name().toLowerCase(Locale.ROOT), new Place.Data(part));
        }
        shell.savedViews()
                .forEach((name, place) ->
                        all.add(new Command("mdi2b-bookmark-outline", name, true, () -> shell.go(place))));
        act(all, desk, "mdi2f-file-import-outline", "imports.files", shell::chooseFiles);
        act(all, desk, "mdi2f-folder-outline", "imports.folder", shell::chooseFolder);
        act(all, desk, "mdi2b-briefcase-outline", "evidence.open", shell::makeEvidence);
        act(all, desk, "mdi2e-export-variant", "export.open", shell::export);
        act(all, desk, "mdi2p-pin-outline", "cases.pin.open", shell::pin);
        act(
                all,
                desk,
                "mdi2e-eye-off-outline",
                acts.isMasked() ? "shell.mask.on" : "shell.mask.off",
                () -> acts.mask(!acts.isMasked()));
        act(all, desk, "mdi2w-window-restore", "menu.window", acts::openWindow);
        act(all, desk, "mdi2b-book-lock-outline", "menu.access", new StoreAccess(desk, acts::replaced)::turn);
        act(all, desk, "mdi2u-undo", "changes.undo", desk.changes()::undo);
        act(all, desk, "mdi2r-redo", "changes.redo", desk.changes()::redo);
        act(all, desk, "mdi2f-filter-outline", "menu.filter", shell::focusFilter);
        act(all, desk, "mdi2c-clock-outline", "shell.utc", shell::toggleUtc);
        act(all, desk, "mdi2w-white-balance-sunny", "command.theme.light", () -> acts.wear(Theme.LIGHT));
        act(all, desk, "mdi2w-weather-night", "command.theme.dark", () -> acts.wear(Theme.DARK));
        for (Language language : Language.values()) {
            all.add(new Command(
                    "mdi2t-translate",
                    desk.text("command.language", desk.text("menu.language." + language.code())),
                    false,
                    () -> acts.speak(language.locale())));
        }
        act(all, desk, "mdi2h-help-circle-outline", "menu.help.page", shell::help);
        act(all, desk, "mdi2k-keyboard-outline", "menu.keys", () -> shell.help(HelpPage.KEYS));
        act(all, desk, "mdi2c-clock-outline", "shell.zone.choose", shell::askZone);
        if (shell.isSample()) {
            act(all, desk, "mdi2a-arrow-left", "shell.sample.leave", acts::leaveSample);
        } else {
            act(all, desk, "mdi2f-flask-outline", "start.sample", acts::openSample);
        }
        act(all, desk, "mdi2c-content-copy", "menu.report", shell::copyReport);
        act(all, desk, "mdi2p-power", "menu.quit", acts::quit);
        return all;
    }

    private static String icon(Place.Data.Part part) {
        return switch (part) {
            case IMPORTS -> "mdi2f-file-import-outline";
            case COVERAGE -> "mdi2c-calendar-clock";
            case JOINS -> "mdi2v-vector-link";
            case DUPLICATES -> "mdi2c-content-duplicate";
            case READING -> "mdi2b-book-open-outline";
            case DECISIONS -> "mdi2g-gavel";
            case PRIVACY -> "mdi2s-shield-account-outline";
            case RETENTION -> "mdi2d-delete-clock-outline";
            case STORE -> "mdi2d-database-outline";
        };
    }

    private static void place(List<Command> all, Desk desk, String icon, String key, Place place) {
        all.add(new Command(icon, desk.text(key), true, () -> desk.navigator().go(place)));
    }

    private static void act(List<Command> all, Desk desk, String icon, String key, Runnable act) {
        all.add(new Command(icon, desk.text(key), false, act));
    }
}
