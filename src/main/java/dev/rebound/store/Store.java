package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.Workers;
import dev.rebound.privacy.ErasedPeople;
import dev.rebound.privacy.PersonKey;
import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open store: the durable home of everything imported and decided. One program owns a store's folder at a time, and
 * one thread at a time uses this object; callers that have several take turns by themselves.
 */
public final class Store implements AutoCloseable {
    private final StoreFiles files;
    private final @Nullable FolderLock lock;
    private final @Nullable Losses losses;
    private Database database;
    private Manifest manifest;
    private StoreReader reader;
    private Dictionaries dictionaries = new Dictionaries();
    /** Events of each import, segment by segment; loaded at open and after each commit. */
    private final Map<Long, List<EventColumns>> events = new TreeMap<>();

    private @Nullable IdentitySet identities;
    private @Nullable PersonKey personKey;

    private Store(StoreOpening.Opened opened, @Nullable Losses losses) {
        this.files = opened.files();
        this.lock = opened.lock();
        this.database = opened.database();
        this.manifest = opened.manifest();
        this.losses = losses;
        this.reader = new StoreReader(database.worker(), losses == null);
    }

    /** Opens the store of a folder, making it where there is none. An encrypted one cannot be opened this way. */
    public static Store open(Path folder) throws StoreException {
        return open(folder, PasswordSource.none());
    }

    /** Opens the store of a folder for work: whole and sound, or not at all. Makes it where there is none. */
    public static Store open(Path folder, PasswordSource passwords) throws StoreException {
        StoreOpening.Opened opened = StoreOpening.toWork(StoreFiles.of(folder), passwords);
        Store store = new Store(opened, null);
        try {
            store.load();
            return store;
        } catch (StoreException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Opens what is sound of a store for reading; no byte of it changes. {@link #losses} says what is not there.
     *
     * @param why why it is not opened for work
     */
    public static Store openToRead(Path folder, PasswordSource passwords, StoreException why) throws StoreException {
        return toRead(folder, passwords, why, false);
    }

    /** Opens a store for reading because somebody wants to look without changing a byte of it. */
    public static Store openToRead(Path folder, PasswordSource passwords) throws StoreException {
        String asked = "Nothing in the store in " + folder + " can be changed, as was asked for.";
        return toRead(folder, passwords, new StoreException(Trouble.READ_ONLY, asked, null), true);
    }

    private static Store toRead(Path folder, PasswordSource passwords, StoreException why, boolean asked)
            throws StoreException {
        StoreFiles files = StoreFiles.of(folder);
        boolean damaged = why.trouble() == Trouble.DAMAGED;
        StoreOpening.Opened opened;
        try {
            opened = StoreOpening.toRead(files, passwords);
        } catch (StoreException e) {
            throw damaged ? withBackup(files, e) : e;
        }
        Losses losses = new Losses(
                (damaged ? withBackup(files, why) : why).getMessage() + " It is open for reading only.",
                damaged,
                asked);
        Store store = new Store(opened, losses);
        Salvage salvage = new Salvage(opened.database().worker(), store.reader, losses);
        store.events.putAll(salvage.events(salvage.imports()));
        store.dictionaries = salvage.dictionaries(store.events);
        return store;
    }

    /** Opens this store again after it was closed, without asking for its password. */
    public PasswordSource again() {
        StoreKey key = database.key();
        return key == null ? PasswordSource.none() : new KnownKey(key);
    }

    private static StoreException withBackup(StoreFiles files, StoreException e) {
        return Manifest.read(files)
                .lastBackup()
                .map(backup -> new StoreException(e.trouble(), e.getMessage() + backupOffered(backup), e))
                .orElse(e);
    }

    private static String backupOffered(Path backup) {
        return " The last backup is " + backup + "; \"rebound restore\" puts it back.";
    }

    private void load() throws StoreException {
        ask(() -> {
            reader.dictionaries(dictionaries);
            for (ImportRun run : reader.imports()) {
                events.put(run.id(), reader.segments(run.id()));
            }
            return events;
        });
    }

    /** Something that is asked of the engine. */
    private interface Question<T> {
        T ask() throws SQLException, StoreException;
    }

    private <T> T ask(Question<T> question) throws StoreException {
        try {
            return question.ask();
        } catch (SQLException | IllegalStateException | ClassCastException e) {
            throw trouble(e);
        }
    }

    /** Asks for something that a damaged store may be without. */
    private <T> T ask(Question<T> question, T without) throws StoreException {
        Losses told = losses;
        if (told == null) {
            return ask(question);
        }
        try {
            return ask(question);
        } catch (StoreException e) {
            told.tell(String.valueOf(e.getMessage()));
            return without;
        }
    }

    /** Whether the store can be changed. */
    public boolean isWritable() {
        return losses == null;
    }

    /** Whether something of it is damaged. */
    public boolean isDamaged() {
        return !damage().isEmpty();
    }

    /** Why it can only be read and what of it is lost, a sentence each; empty for a sound store. */
    public List<String> losses() {
        return losses == null ? List.of() : losses.all();
    }

    private List<String> damage() {
        return losses == null ? List.of() : losses.damage();
    }

    private void toWrite() throws StoreException {
        if (losses != null) {
            throw new StoreException(
                    Trouble.READ_ONLY,
                    "The store in " + folder() + " is open for reading only. " + losses.help(),
                    null);
        }
    }

    /** Where the store lies. */
    public Path folder() {
        return files.folder();
    }

    /** The dictionaries that all codes of {@link #events()} belong to. */
    public Dictionaries dictionaries() {
        return dictionaries;
    }

    /** The events of each import by its id, in file order. */
    public Map<Long, List<EventColumns>> events() {
        return new TreeMap<>(events);
    }

    /** The events of each import that were known already. */
    public Map<Long, Repeats> repeats() throws StoreException {
        return ask(reader::repeats, Map.of());
    }

    /** What {@link #keep} kept of the very events that are here; empty where that is not sure. */
    public Optional<KeptBlocks> kept() throws StoreException {
        return keeps() && Files.exists(files.picture())
                ? KeptBlocks.read(files.picture(), ask(() -> new Seals(database.worker()).ofEvents()))
                : Optional.empty();
    }

    /** Whether something that was worked out may lie open beside the store: not beside one that is encrypted. */
    public boolean keeps() {
        return isWritable() && database.key() == null;
    }

    /**
     * Keeps what was worked out of the present events, by codes and without any text, for the next opening. The blocks are
     * made one after the other. The next import reads the identities of the events again.
     */
    public void keep(List<Supplier<byte[]>> blocks) throws StoreException {
        if (keeps()) {
            forgetIdentities();
            long state = ask(() -> new Seals(database.worker()).ofEvents());
            try {
                KeptBlocks.write(files.picture(), state, blocks);
            } catch (IOException e) {
                // The next opening works it out again.
                return;
            }
        }
    }

    /** Lets go of what tells events that come again, 21 to 32 bytes an event; the next import reads it again. */
    public void forgetIdentities() {
        identities = null;
    }

    /** Begins an import; close the writer without a commit to leave nothing behind. */
    public ImportWriter beginImport(ImportSource source) throws StoreException {
        return beginImport(source, Workers.none());
    }

    /** Begins an import whose pages are packed beside the caller's thread. */
    public ImportWriter beginImport(ImportSource source, Workers workers) throws StoreException {
        toWrite();
        return ask(() -> {
            if (identities == null) {
                identities = reader.identities();
            }
            Erasures erasures = new Erasures(database.worker());
            ErasedPeople erased = erasures.isAny() ? erasures.people(personKey()) : null;
            return new ImportWriter(this, database.worker(), dictionaries, identities, erased, source, workers);
        });
    }

    /** All imports, oldest first. */
    public List<ImportRun> imports() throws StoreException {
        return isWritable() ? ask(reader::imports) : ask(reader::listedImports, List.of());
    }

    /** Whether a file of this size was imported, so that the next one of it may be the same. */
    public boolean hasImportOf(long bytes) throws StoreException {
        return imports().stream().anyMatch(r -> r.source().bytes() == bytes);
    }

    /** The import of exactly these bytes, if it was made and still holds all it brought. */
    public Optional<ImportRun> importOf(String sha256) throws StoreException {
        return imports().stream()
                .filter(r -> r.source().sha256().equals(sha256))
                .findFirst();
    }

    /** Takes an import back: its events, records, settings and rejections are gone. */
    public UndoResult undo(long importId) throws StoreException {
        toWrite();
        ImportRun run = imports().stream()
                .filter(r -> r.id() == importId)
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        Trouble.OTHER, "There is no import " + importId + ". \"rebound imports\" lists them.", null));
        List<String> incomplete = change(() -> {
            List<String> names = new StoreEraser(database.worker()).undo(run, imports());
            Seals seals = new Seals(database.worker());
            seals.forget(importId);
            seals.renew(SealedPart.IMPORTS, Seals.STORE);
            seals.renew(SealedPart.RETIRED, Seals.STORE);
            Map<Long, List<EventColumns>> left = events();
            left.remove(importId);
            new Retirement(database.worker(), left)
                    .cutDictionaries(reader.repeats().values(), dictionaries);
            seals.renew(SealedPart.DICTIONARIES, Seals.STORE);
            return names;
        });
        events.remove(importId);
        identities = null;
        // A new one: who still reads the picture of before keeps the texts of before.
        Dictionaries fresh = new Dictionaries();
        ask(() -> {
            reader.dictionaries(fresh);
            return fresh;
        });
        dictionaries = fresh;
        return new UndoResult(importId, run.source().name(), run.added(), incomplete);
    }

    /** One transaction: all of it is on the disk when this returns, or nothing of it. */
    private <T> T change(Question<T> act) throws StoreException {
        toWrite();
        try {
            T result = act.ask();
            commit();
            return result;
        } catch (SQLException | IllegalStateException e) {
            throw rolledBack(e);
        } catch (StoreException e) {
            rollBack();
            throw e;
        }
    }

    /** Commits, forces, and notes the change beside the store. */
    void commit() throws SQLException {
        long change = Changes.next(database.worker());
        database.worker().commit();
        database.force();
        manifest =
                manifest.changed(Schema.VERSION, change, reader.listedImports().size());
        try {
            manifest.write(files);
        } catch (IOException e) {
            // The store itself is on the disk; a note that lags behind is never held against it.
            return;
        }
    }

    private StoreException rolledBack(Exception e) {
        try {
            database.worker().rollback();
        } catch (SQLException second) {
            e.addSuppressed(second);
        }
        return trouble(e);
    }

    /** The source's own words behind an event. */
    public RawRecord rawRecord(long importId, int rawIndex) throws StoreException {
        return ask(() -> reader.rawRecord(importId, rawIndex, recordTexts(importId)));
    }

    /** The source's own words behind several events of one import, in the order of their ascending numbers. */
    public List<RawRecord> rawRecords(long importId, int[] ascending) throws StoreException {
        return ask(() -> reader.rawRecords(importId, ascending, recordTexts(importId)));
    }

    private RecordTexts recordTexts(long importId) {
        return new RecordTexts(events.getOrDefault(importId, List.of()), dictionaries);
    }

    /** Every line of the user exports, oldest import first. */
    public List<SubscriptionFact> subscriptions() throws StoreException {
        return ask(reader::subscriptions, List.of());
    }

    /** The records of an import that could not be read, in file order. */
    public List<Rejection> rejections(long importId, int limit) throws StoreException {
        return ask(() -> reader.rejections(importId, limit));
    }

    /** Why an import was recognised as what it was, as it was given to {@link ImportWriter#feed}; empty for an older one. */
    public String recognition(long importId) throws StoreException {
        return ask(() -> reader.recognition(importId), "");
    }

    /** The operator's settings over those that imported settings files bring. */
    public Map<String, String> settings() throws StoreException {
        Map<String, String> all = new LinkedHashMap<>(ask(reader::importedSettings, Map.of()));
        all.putAll(ownSettings());
        return all;
    }

    /** The operator's own settings, without those of imported files. */
    public Map<String, String> ownSettings() throws StoreException {
        return ask(reader::ownSettings, Map.of());
    }

    /** Keeps settings of the operator, all or none; an empty content takes one back. */
    public void putSettings(Map<String, Optional<String>> contents) throws StoreException {
        change(() -> {
            StoreEraser settings = new StoreEraser(database.worker());
            for (Map.Entry<String, Optional<String>> e : contents.entrySet()) {
                settings.putSetting(e.getKey(), e.getValue().orElse(null));
            }
            new Seals(database.worker()).renew(SealedPart.SETTINGS, Seals.STORE);
            return contents;
        });
    }

    /** The secret by which addresses become hashes; made and kept when it is first asked for. */
    public PersonKey personKey() throws StoreException {
        PersonKey known = personKey;
        if (known != null) {
            return known;
        }
        Optional<PersonKey> kept = ask(() -> new Secrets(database.worker()).kept());
        PersonKey key = kept.isPresent()
                ? kept.get()
                : change(() -> {
                    PersonKey made = new Secrets(database.worker()).make();
                    new Seals(database.worker()).renew(SealedPart.SECRET, Seals.STORE);
                    return made;
                });
        personKey = key;
        return key;
    }

    /** What erasing a person would change; nothing is changed. */
    public ErasureReport erasurePreview(String address, Instant now) throws StoreException {
        toWrite();
        try {
            return removed(address, now);
        } catch (SQLException | IllegalStateException e) {
            throw trouble(e);
        } finally {
            rollBack();
        }
    }

    /**
     * Puts a pseudonym in the place of an address wherever the store holds it, keeps a dated record without the address,
     * and writes the file anew so that no older byte is left; the program's own backups go too. Counts stay as they are.
     * Either all of it happens or, after a crash before the end, nothing; the writing anew alone may then be missing and
     * is done by the next erasure.
     */
    public ErasureReport erase(String address, Instant now) throws StoreException {
        ErasureReport report = change(() -> {
            ErasureReport found = removed(address, now);
            new Erasures(database.worker()).add(ErasedPeople.hash(personKey(), address), found);
            new Seals(database.worker()).renewAll();
            return found;
        });
        compact();
        Backups.deleteOwn(files);
        return report;
    }

    /** Writes the file anew, without what was deleted or replaced and without texts that nothing says any more. */
    public void compact() throws StoreException {
        change(() -> {
            new Retirement(database.worker(), events)
                    .texts(Map.of(), reader.repeats().values(), dictionaries);
            new Seals(database.worker()).renew(SealedPart.DICTIONARIES, Seals.STORE);
            return true;
        });
        StoreKey key = database.key();
        rewrite(key);
    }

    /** The next file is a copy under this key, without waste; it is verified before it takes the place of the old one. */
    private void rewrite(@Nullable StoreKey key) throws StoreException {
        toWrite();
        StoreKey present = database.key();
        database.close();
        StoreKey then = present;
        try {
            Files.deleteIfExists(files.picture());
            Generation.swap(files, key, next -> Ciphering.copy(files.store(), present, next, key));
            then = key;
        } catch (IOException e) {
            throw files.trouble(e, "The store in " + folder() + " could not be rewritten; it is as it was.");
        } finally {
            database = Database.open(folder(), then);
            reload();
        }
    }

    private void reload() throws StoreException {
        reader = new StoreReader(database.worker());
        dictionaries = new Dictionaries();
        events.clear();
        identities = null;
        load();
    }

    /** Writes a backup and reads it back; it appears under its name when it is whole. */
    public BackupReport backup(Path file, Instant now) throws StoreException {
        if (files.store().equals(file.toAbsolutePath().normalize())) {
            throw new StoreException(
                    Trouble.BAD_PATH, "A backup cannot take the place of the store itself. Choose another name.", null);
        }
        BackupReport[] made = new BackupReport[1];
        int format = ask(() -> Schema.version(database.worker()));
        whileClosed(() -> made[0] = Backups.write(files, file, format, now));
        BackupReport report = made[0];
        if (isWritable()) {
            manifest = manifest.backedUp(report.file(), report.at());
            try {
                manifest.write(files);
            } catch (IOException e) {
                throw files.trouble(e, "The backup is made; its place could not be noted beside the store.");
            }
        }
        return report;
    }

    private void whileClosed(Database.Closed act) throws StoreException {
        try {
            database.whileClosed(act);
            reader = new StoreReader(database.worker(), isWritable());
        } catch (SQLException | IllegalStateException e) {
            throw trouble(e);
        } catch (IOException e) {
            throw files.trouble(e, "The store in " + folder() + " cannot be read to its end.");
        }
    }

    /** What there is to say about the store's files. */
    public StoreFacts facts() throws StoreException {
        try {
            return new StoreFacts(
                    folder(),
                    Files.size(files.store()),
                    ask(() -> Schema.version(database.worker()), 0),
                    database.key() != null,
                    isWritable(),
                    isDamaged(),
                    losses != null && losses.isAsked(),
                    losses(),
                    manifest.lastBackup().orElse(null),
                    manifest.backupAt(),
                    Backups.own(files),
                    files.isOnNetwork(),
                    files.isSynchronised());
        } catch (IOException e) {
            throw files.trouble(e, "The store in " + folder() + " cannot be looked at.");
        }
    }

    /**
     * Encrypts the store under a password, or gives an encrypted one another password. Without a password the store
     * becomes plain. The new file is verified before it takes the place of the old one; the program's own backups, which
     * are as open as the store was, go.
     */
    public void encrypt(char @Nullable [] password) throws StoreException {
        toWrite();
        StoreKey present = database.key();
        try {
            if (present != null && password != null) {
                KeyFile.of(present, password).write(files.keys());
                return;
            }
            StoreKey key = password == null ? null : StoreKey.random();
            if (key != null && password != null) {
                KeyFile.of(key, password).write(files.keys());
            }
            rewrite(key);
            if (key == null) {
                Files.deleteIfExists(files.keys());
            }
            StoreFiles.delete(files.backups());
        } catch (IOException e) {
            throw files.trouble(e, "The store in " + folder() + " could not be rewritten; it is as it was.");
        }
    }

    private ErasureReport removed(String address, Instant now) throws SQLException, StoreException {
        PersonKey key = personKey();
        String pseudonym = ErasedPeople.newPseudonym(key, address, PersonRemoval.isSharedDomain(dictionaries, address));
        ErasedPeople person = new ErasedPeople(key, Map.of(ErasedPeople.hash(key, address), pseudonym));
        PersonRemoval removal = new PersonRemoval(database.worker(), dictionaries, person);
        // Records first: they name texts as they are before.
        long records = removal.records(this::recordTexts);
        return new ErasureReport(
                pseudonym, now, eventsOf(address), removal.texts(), records, removal.lines(), removal.others());
    }

    private long eventsOf(String address) {
        int code = dictionaries.addresses().find(new EmailAddress(address).key());
        long n = 0;
        for (List<EventColumns> segments : events.values()) {
            for (EventColumns segment : segments) {
                for (int row = 0; code >= 0 && row < segment.size(); row++) {
                    n += segment.address().get(row) == code ? 1 : 0;
                }
            }
        }
        return n;
    }

    /**
     * Removes old messages: their events, the raw records only they had, and the texts nobody says any more; their counts
     * are kept. The file is written anew and the program's own backups go. There is no way back.
     *
     * @param gone the rows of {@link #events()} to go, import by import and segment by segment
     * @param counts what is kept of them
     */
    public RetentionReport retain(
            Instant cutoff, Map<Long, List<BitSet>> gone, List<PastCount> counts, long messages, Instant now)
            throws StoreException {
        RetentionReport report = change(() -> {
            Retirement retirement = new Retirement(database.worker(), events);
            long records = 0;
            for (Map.Entry<Long, List<BitSet>> e : gone.entrySet()) {
                records += retirement.records(e.getKey(), e.getValue(), dictionaries);
            }
            long removed = retirement.events(gone);
            retirement.texts(gone, List.of(), dictionaries);
            retirement.count(counts);
            RetentionReport done = new RetentionReport(now, cutoff, messages, removed, records);
            retirement.keep(done);
            new Seals(database.worker()).renewAll();
            return done;
        });
        compact();
        Backups.deleteOwn(files);
        return report;
    }

    /** Removals for age, newest first. */
    public List<RetentionReport> retentions() throws StoreException {
        return ask(reader::retentions, List.of());
    }

    /** What is kept of removed messages, by day, campaign and state. */
    public List<PastCount> pastCounts() throws StoreException {
        return ask(reader::pastCounts, List.of());
    }

    /** Who was erased, newest first, by pseudonym. */
    public List<ErasureReport> erasures() throws StoreException {
        return ask(() -> new Erasures(database.worker()).all(), List.of());
    }

    private void rollBack() throws StoreException {
        try {
            database.worker().rollback();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Reads everything and verifies every checksum, seal and count. */
    public CheckReport check() throws StoreException {
        CheckReport report = ask(() -> new StoreCheck(database.worker()).run());
        List<String> problems = new ArrayList<>(damage());
        problems.addAll(report.problems());
        return new CheckReport(report.imports(), report.events(), report.pages(), problems);
    }

    void committed(long importId, List<EventColumns> segments) {
        events.put(importId, List.copyOf(segments));
    }

    /** An import that ended without success leaves no text of its file in the dictionaries either. */
    void abandoned(int[] dictionarySizes) {
        List<Dictionary> all = dictionaries.inOrder();
        for (int d = 0; d < dictionarySizes.length; d++) {
            all.get(d).truncate(dictionarySizes[d]);
        }
        identities = null;
    }

    StoreException trouble(Exception e) {
        return Database.trouble(e, folder());
    }

    @Override
    public void close() throws StoreException {
        new StoreOpening.Opened(files, lock, database, manifest).close();
        if (isWritable()) {
            try {
                manifest.closed(files.head()).write(files);
            } catch (IOException e) {
                // Without the note the next opening looks at the file first.
                return;
            }
        }
    }
}
