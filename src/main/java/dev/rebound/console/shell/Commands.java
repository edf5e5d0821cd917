package dev.rebound.console.shell;

import dev.rebound.console.help.HelpPage;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.kit.keys.Stop;
import dev.rebound.words.Language;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be gone to or done by its name. */
final class Commands {
    private Commands() {}

    /** The views first, then the saved views of the log, then the acts. */
    static List<Command> of(Desk desk, Shell shell, ProgramActs acts) {
        List<Command> all = new ArrayList<>();
        for (Stop view : Stop.values()) {
            place(all, desk, view.icon(), view.title(), Rail.place(view));
        }
        place(all, desk, "mdi2c-calendar-clock", "data.tab.coverage", new Place.Data(Place.Data.Part.COVERAGE));
        place(all, desk, "mdi2s-shield-account-outline", "data.tab.privacy", new Place.Data(Place.Data.Part.PRIVACY));
        place(all, desk, "mdi2d-database-outline", "data.tab.store", new Place.Data(Place.Data.Part.STORE));
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
        act(all, desk, "mdi2u-undo", "changes.undo", desk.changes()::undo);
        act(all, desk, "mdi2r-redo", "changes.redo", desk.changes()::redo);
        act(all, desk, "mdi2f-filter-outline", "menu.filter", shell::focusFilter);
        act(all, desk, "mdi2c-clock-outline", "shell.utc", shell::toggleUtc);
        act(all, desk, "mdi2w-white-balance-sunny", "command.theme.light", () -> acts.wear(Theme.LIGHT));
        act(all, desk, "mdi2w-weather-night", "command.theme.dark", () -> acts.wear(Theme.DARK));
        for (Language language : Language.values()) {
            act(
                    all,
                    desk,
                    "mdi2t-translate",
                    "command.language." + language.code(),
                    () -> acts.speak(language.locale()));
        }
        act(all, desk, "mdi2h-help-circle-outline", "menu.help.page", shell::help);
        act(all, desk, "mdi2k-keyboard-outline", "menu.keys", () -> shell.help(HelpPage.KEYS));
        act(all, desk, "mdi2f-flask-outline", "start.sample", acts::openSample);
        act(all, desk, "mdi2c-content-copy", "menu.report", shell::copyReport);
        act(all, desk, "mdi2p-power", "menu.quit", acts::quit);
        return all;
    }

    private static void place(List<Command> all, Desk desk, String icon, String key, Place place) {
        all.add(new Command(icon, desk.text(key), true, () -> desk.navigator().go(place)));
    }

    private static void act(List<Command> all, Desk desk, String icon, String key, Runnable act) {
        all.add(new Command(icon, desk.text(key), false, act));
    }
}
