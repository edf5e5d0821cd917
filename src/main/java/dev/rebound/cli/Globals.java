package dev.rebound.cli;

import dev.rebound.classify.Classifier;
import dev.rebound.cli.CommandLineProgram.WindowStart;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.keystore.KeptPassword;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFacts;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every command understands, and what they make. */
final class Globals {
    private static final String LANGUAGE = "--lang";

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Data folder (default: the user's own, see \"where\").")
    @Nullable
    Path store;

    @Option(
            names = LANGUAGE,
            paramLabel = "en|fr",
            converter = LanguageName.class,
            description = "Language of texts and number formats.")
    @Nullable
    Language language;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of display and of input times without one.")
    @Nullable
    ZoneId zone;

    @Option(names = "--now", paramLabel = "INSTANT", description = "Fixed clock, e.g. 2026-03-14T11:00:00Z.")
    @Nullable
    Instant now;

    @Option(names = "--read-only", description = "Only looks: nothing in the store can be changed.")
    boolean readOnly;

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
        return store == null ? DataFolder.ofThisPerson().path() : store;
    }

    Locale locale() {
        return language == null ? Language.of(Locale.getDefault().getLanguage()).locale() : language.locale();
    }

    /** The words in which to say what is wrong with these arguments, which may be too wrong to be read. */
    static Words wordsFor(String[] args) {
        Globals g = new Globals();
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith(LANGUAGE + "=")
                    ? args[i].substring(LANGUAGE.length() + 1)
                    : args[i].equals(LANGUAGE) && i + 1 < args.length ? args[i + 1] : "";
            g.language = Language.named(value).orElse(g.language);
        }
        return g.words();
    }

    /** Reads a language's name and refuses those that the program does not speak. */
    static final class LanguageName implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return Language.named(value).orElseThrow(() -> new TypeConversionException(value));
        }
    }

    ZoneId zone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    /** A time as people see it here: in the zone that was asked for, with its offset and to the second. */
    String shown(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone()));
    }

    Clock clock() {
        return now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC);
    }

    /** The window on this data folder, in this language and zone. */
    WindowStart windowStart(List<Path> files) {
        return new WindowStart(folder(), false, files, clock(), zone(), locale(), readOnly);
    }

    Words words() {
        return new Words(locale(), Globals.class);
    }

    Session open() throws StoreException {
        return open(folder());
    }

    Session open(Path folder) throws StoreException {
        DataFolder.ofThisPerson().refuseMissing(folder);
        return open(folder, passwords(kept(folder)));
    }

    Session open(Path folder, PasswordSource passwords) throws StoreException {
        Session session = readOnly
                ? Session.openToRead(
                        folder, StandardFeeds.catalog(folder), Classifier.standard(), clock(), zone(), passwords)
                : Session.open(
                        folder, StandardFeeds.catalog(folder), Classifier.standard(), clock(), zone(), passwords);
        opened.accept(session.storeFacts());
        return session;
    }

    /** Where the password comes from when the key store is not asked first. */
    Passwords passwords(PasswordSource kept) {
        return new Passwords(passwordFile, System::getenv, kept, words());
    }

    /** The password of a folder's store in the key store of the system. */
    KeptPassword kept(Path folder) {
        return new KeptPassword(
                KeyStore.ofThisComputer(DataFolder.ofThisPerson().usual()), folder);
    }
}
