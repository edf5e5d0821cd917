package dev.rebound.cli;

import dev.rebound.classify.Classifier;
import dev.rebound.cli.CommandLineProgram.WindowStart;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.session.DataFolder;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFacts;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command understands, and what they make. */
final class Globals {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Data folder (default: the user's own, see \"where\").")
    @Nullable
    Path store;

    @Option(names = "--lang", paramLabel = "en|fr", description = "Language of texts and number formats.")
    @Nullable
    String language;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of display and of input times without one.")
    @Nullable
    String zoneName;

    @Option(names = "--now", paramLabel = "INSTANT", description = "Fixed clock, e.g. 2026-03-14T11:00:00Z.")
    @Nullable
    Instant now;

    @Option(names = "--json", description = "Machine-readable result on standard output.")
    boolean json;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password of an encrypted store (else REBOUND_PASSWORD, or asked here).")
    @Nullable
    Path passwordFile;

    /** Hears what deserves a look about the store that is opened. */
    Consumer<StoreFacts> opened = facts -> {};

    Path folder() {
        return store == null ? DataFolder.standard() : store;
    }

    Locale locale() {
        String wanted = language == null ? Locale.getDefault().getLanguage() : language;
        return Language.of(wanted).locale();
    }

    ZoneId zone() throws WrongUse {
        if (zoneName == null) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(zoneName);
        } catch (DateTimeException e) {
            throw new WrongUse("There is no time zone \"" + zoneName + "\". Use a name such as Europe/Paris or UTC.");
        }
    }

    Clock clock() {
        return now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC);
    }

    /** The window on this data folder, in this language and zone. */
    WindowStart windowStart(List<Path> files) throws WrongUse {
        return new WindowStart(folder(), false, files, clock(), zone(), locale());
    }

    Words words() {
        return new Words(locale(), Globals.class);
    }

    Session open() throws StoreException, WrongUse {
        return open(folder());
    }

    Session open(Path folder) throws StoreException, WrongUse {
        Session session = Session.open(
                folder, StandardFeeds.catalog(folder), Classifier.standard(), clock(), zone(), passwords());
        opened.accept(session.storeFacts());
        return session;
    }

    Passwords passwords() {
        return new Passwords(passwordFile, System::getenv, words());
    }
}
