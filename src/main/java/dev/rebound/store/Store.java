package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.privacy.ErasedPeople;
import dev.rebound.privacy.PersonKey;
import dev.rebound.store.StoreException.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One open store: the durable home of everything imported and decided. One program owns a store's folder at a time, and
 * one thread at a time uses this object; callers that have several take turns by themselves.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private StoreReader reader;
    private Dictionaries dictionaries = new Dictionaries();
    /** Events of each import, segment by segment; loaded at open and after each commit. */
    private final Map<Long, List<EventColumns>> events = new TreeMap<>();

    private @Nullable IdentitySet identities;
    private @Nullable PersonKey personKey;

    private Store(Database database) {
        this.database = database;
        this.reader = new StoreReader(database.worker());
    }

    /** Opens the store of a folder, making it where there is none. */
    public static Store open(Path folder) throws StoreException {
        Database database = Database.open(folder);
        Store store = new Store(database);
        try {
            store.load();
            return store;
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    private void load() throws StoreException {
        try {
            reader.dictionaries(dictionaries);
            for (ImportRun run : reader.imports()) {
                events.put(run.id(), reader.segments(run.id()));
            }
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Where the store lies. */
    public Path folder() {
        return database.folder();
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
        try {
            return reader.repeats();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Begins an import; close the writer without a commit to leave nothing behind. */
    public ImportWriter beginImport(ImportSource source) throws StoreException {
        try {
            if (identities == null) {
                identities = reader.identities();
            }
            Erasures erasures = new Erasures(database.worker());
            ErasedPeople erased = erasures.isAny() ? erasures.people(personKey()) : null;
            return new ImportWriter(this, database.worker(), dictionaries, identities, erased, source);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** All imports, oldest first. */
    public List<ImportRun> imports() throws StoreException {
        try {
            return reader.imports();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The import of exactly these bytes, if it was made and still holds all it brought. */
    public Optional<ImportRun> importOf(String sha256) throws StoreException {
        return imports().stream()
                .filter(r -> r.source().sha256().equals(sha256))
                .findFirst();
    }

    /** Takes an import back: its events, records, settings and rejections are gone. */
    public UndoResult undo(long importId) throws StoreException {
        ImportRun run = imports().stream()
                .filter(r -> r.id() == importId)
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        Trouble.OTHER, "There is no import " + importId + ". \"rebound imports\" lists them.", null));
        try {
            List<String> incomplete = new StoreEraser(database.worker()).undo(run, imports());
            database.worker().commit();
            database.force();
            events.remove(importId);
            identities = null;
            return new UndoResult(importId, run.source().name(), run.added(), incomplete);
        } catch (SQLException e) {
            throw rolledBack(e);
        }
    }

    private StoreException rolledBack(SQLException e) {
        try {
            database.worker().rollback();
        } catch (SQLException second) {
            e.addSuppressed(second);
        }
        return trouble(e);
    }

    /** The source's own words behind an event. */
    public RawRecord rawRecord(long importId, int rawIndex) throws StoreException {
        try {
            return reader.rawRecord(importId, rawIndex);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The source's own words behind several events of one import, in the order of their ascending numbers. */
    public List<RawRecord> rawRecords(long importId, int[] ascending) throws StoreException {
        try {
            return reader.rawRecords(importId, ascending);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Every line of the user exports, oldest import first. */
    public List<SubscriptionFact> subscriptions() throws StoreException {
        try {
            return reader.subscriptions();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The records of an import that could not be read, in file order. */
    public List<Rejection> rejections(long importId, int limit) throws StoreException {
        try {
            return reader.rejections(importId, limit);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The operator's settings over those that imported settings files bring. */
    public Map<String, String> settings() throws StoreException {
        try {
            Map<String, String> all = reader.importedSettings();
            all.putAll(reader.ownSettings());
            return all;
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The operator's own settings, without those of imported files. */
    public Map<String, String> ownSettings() throws StoreException {
        try {
            return reader.ownSettings();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Keeps settings of the operator, all or none; an empty content takes one back. */
    public void putSettings(Map<String, Optional<String>> contents) throws StoreException {
        try {
            StoreEraser settings = new StoreEraser(database.worker());
            for (Map.Entry<String, Optional<String>> e : contents.entrySet()) {
                settings.putSetting(e.getKey(), e.getValue().orElse(null));
            }
            database.worker().commit();
            database.force();
        } catch (SQLException e) {
            throw rolledBack(e);
        }
    }

    /** The secret by which addresses become hashes; made and kept when it is first asked for. */
    public PersonKey personKey() throws StoreException {
        PersonKey known = personKey;
        if (known != null) {
            return known;
        }
        try {
            PersonKey key = new Secrets(database.worker()).personKey();
            database.worker().commit();
            database.force();
            personKey = key;
            return key;
        } catch (SQLException e) {
            throw rolledBack(e);
        }
    }

    /** What erasing a person would change; nothing is changed. */
    public ErasureReport erasurePreview(String address, Instant now) throws StoreException {
        try {
            return removed(address, now);
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            rollBack();
        }
    }

    /**
     * Puts a pseudonym in the place of an address wherever the store holds it, keeps a dated record without the address,
     * and writes the file anew so that no older byte is left. Counts stay as they are. Either all of it happens or, after
     * a crash before the end, nothing; the writing anew alone may then be missing and is done by the next erasure.
     */
    public ErasureReport erase(String address, Instant now) throws StoreException {
        try {
            ErasureReport report = removed(address, now);
            new Erasures(database.worker()).add(ErasedPeople.hash(personKey(), address), report);
            database.worker().commit();
            database.force();
            database.compact();
            database.force();
            reader = new StoreReader(database.worker());
            dictionaries = new Dictionaries();
            events.clear();
            load();
            return report;
        } catch (SQLException e) {
            throw rolledBack(e);
        }
    }

    private ErasureReport removed(String address, Instant now) throws SQLException, StoreException {
        PersonKey key = personKey();
        String pseudonym = ErasedPeople.newPseudonym(key, address, PersonRemoval.isSharedDomain(dictionaries, address));
        ErasedPeople person = new ErasedPeople(key, Map.of(ErasedPeople.hash(key, address), pseudonym));
        PersonRemoval removal = new PersonRemoval(database.worker(), dictionaries, person);
        return new ErasureReport(
                pseudonym,
                now,
                eventsOf(address),
                removal.texts(),
                removal.records(),
                removal.lines(),
                removal.others());
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

    /** Who was erased, newest first, by pseudonym. */
    public List<ErasureReport> erasures() throws StoreException {
        try {
            return new Erasures(database.worker()).all();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    private void rollBack() throws StoreException {
        try {
            database.worker().rollback();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Reads everything and verifies every checksum, count and digest. */
    public CheckReport check() throws StoreException {
        try {
            return new StoreCheck(database.worker()).run();
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    void force() throws SQLException {
        database.force();
    }

    void committed(long importId) throws StoreException {
        try {
            events.put(importId, reader.segments(importId));
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** An import that ended without success leaves no text of its file in the dictionaries either. */
    void abandoned(int[] dictionarySizes) {
        List<Dictionary> all = dictionaries.inOrder();
        for (int d = 0; d < dictionarySizes.length; d++) {
            all.get(d).truncate(dictionarySizes[d]);
        }
        identities = null;
    }

    StoreException trouble(SQLException e) {
        return Database.trouble(e, folder());
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
