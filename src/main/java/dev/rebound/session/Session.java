package dev.rebound.session;

import dev.rebound.cases.CaseRetention;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.PinnedCases;
import dev.rebound.classify.Classifier;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.Recognition;
import dev.rebound.feeds.profile.FeedProfile;
import dev.rebound.feeds.profile.ProfileFeed;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.index.EventTable;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.Picture;
import dev.rebound.insight.RepeatedEvents;
import dev.rebound.insight.SourceFile;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.HeapWatch;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.intake.Importer;
import dev.rebound.intake.KeptRecognitions;
import dev.rebound.intake.UnzonedFile;
import dev.rebound.journal.Journal;
import dev.rebound.journal.Note;
import dev.rebound.store.BackupReport;
import dev.rebound.store.CheckReport;
import dev.rebound.store.ErasureReport;
import dev.rebound.store.ImportRun;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.PastCount;
import dev.rebound.store.RestoreReport;
import dev.rebound.store.RetentionReport;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFacts;
import dev.rebound.store.StoreFolder;
import dev.rebound.store.UndoResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One opened store. Any thread may read the newest picture; acts that touch the store take turns. A thread inside this
 * class must not be interrupted.
 */
public final class Session implements AutoCloseable {
    /** A folder of many files is of one make; its first files tell. */
    private static final int LOOKED_INTO = 40;

    /** Folders of a data folder that are not the store's own: the journal's, and the operator's readers. */
    static final List<String> BESIDE = List.of("logs", "readers");

    private volatile Store store;
    private Importer importer;
    private final Classifier classifier;
    private volatile FeedCatalog feeds;
    private final Clock clock;
    private volatile Map<String, String> ownSettings = Map.of();
    private final ZoneId zone;
    private volatile Journal journal;
    private final List<Consumer<Picture>> listeners = new CopyOnWriteArrayList<>();
    private final KeptView kept = new KeptView();
    private volatile Picture picture;

    private Session(Store store, FeedCatalog feeds, Classifier classifier, Clock clock, ZoneId zone)
            throws StoreException {
        this.store = store;
        this.feeds = feeds;
        this.classifier = classifier;
        this.clock = clock;
        this.zone = zone;
        this.journal = Journal.of(store.folder(), Clock.systemUTC());
        this.importer = new Importer(store, feeds, classifier, clock);
        this.picture = read(null);
    }

    /** Opens the store of a folder, making it where there is none; open messages are judged by the clock. */
    public static Session open(Path folder, FeedCatalog feeds, Classifier classifier, Clock clock, ZoneId zone)
            throws StoreException {
        return open(folder, feeds, classifier, clock, zone, PasswordSource.none());
    }

    /**
     * Opens the store of a folder, asking for its password where it is encrypted. A damaged or write-protected store is
     * opened for reading, with what is sound of it: {@link #storeFacts} says so.
     */
    public static Session open(
            Path folder, FeedCatalog feeds, Classifier classifier, Clock clock, ZoneId zone, PasswordSource passwords)
            throws StoreException {
        long began = System.nanoTime();
        return opened(store(folder, passwords), feeds, classifier, clock, zone, began);
    }

    /** Opens the store of a folder so that nothing of it can be changed, because that is wanted. */
    public static Session openToRead(
            Path folder, FeedCatalog feeds, Classifier classifier, Clock clock, ZoneId zone, PasswordSource passwords)
            throws StoreException {
        long began = System.nanoTime();
        return opened(Store.openToRead(folder, passwords), feeds, classifier, clock, zone, began);
    }

    private static Session opened(
            Store store, FeedCatalog feeds, Classifier classifier, Clock clock, ZoneId zone, long began)
            throws StoreException {
        try {
            Session session = new Session(store, feeds, classifier, clock, zone);
            StoreFacts facts = store.facts();
            session.journal.note(Note.of("opened")
                    .with("bytes", facts.bytes())
                    .with("format", facts.format())
                    .with("encrypted", facts.encrypted())
                    .with("writable", facts.writable())
                    .with("damaged", facts.damaged())
                    .with("network", facts.network())
                    .with("synchronised", facts.synchronised())
                    .with("imports", store.events().size())
                    .with("events", session.picture.events().size())
                    .with("time", Duration.ofNanos(System.nanoTime() - began)));
            return session;
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    private static Store store(Path folder, PasswordSource passwords) throws StoreException {
        try {
            return Store.open(folder, passwords);
        } catch (StoreException e) {
            return switch (e.trouble()) {
                case DAMAGED, READ_ONLY -> Store.openToRead(folder, passwords, e);
                default -> throw e;
            };
        }
    }

    /** Puts a backup in the place of a folder's store, after verifying it. No session may be open on the folder. */
    public static RestoreReport restore(Path folder, Path backup, PasswordSource passwords, Clock clock)
            throws StoreException {
        RestoreReport report = StoreFolder.restore(folder, backup, passwords, clock.instant());
        Journal.of(folder, Clock.systemUTC())
                .note(Note.of("restored")
                        .with("imports", report.check().imports())
                        .with("events", report.check().events()));
        return report;
    }

    private Picture read(@Nullable Picture before) throws StoreException {
        List<EventTable.Part> parts = KeptView.parts(store);
        List<ImportRun> runs = store.imports();
        Map<Long, String> names = FileNames.of(runs);
        List<SourceFile> files = runs.stream()
                .map(r -> new SourceFile(
                        r.id(),
                        names.getOrDefault(r.id(), r.source().name()),
                        r.source().path(),
                        r.feedName(),
                        r.duplicates()))
                .toList();
        DataSettings settings = DataSettings.of(store.settings());
        // After an erasure every text has a new code: nothing that was known before is of use.
        boolean sameCodes = before != null && before.events().dictionaries().equals(store.dictionaries());
        Picture fresh = before != null && sameCodes
                ? before.after(parts, store.subscriptions(), store.repeats().values(), files, settings, clock.instant())
                : kept.read(store, parts, files, settings, clock.instant(), zone);
        ownSettings = store.ownSettings();
        return fresh.pinning(PinnedCases.of(ownSettings));
    }

    private void refresh() throws StoreException {
        show(read(picture));
    }

    private void show(Picture fresh) {
        picture = fresh;
        listeners.forEach(l -> l.accept(fresh));
    }

    /** The newest picture. */
    public Picture picture() {
        return picture;
    }

    /** Hears of each new picture, on the thread that changed the data. */
    public void addListener(Consumer<Picture> listener) {
        listeners.add(listener);
    }

    /** What a rule (or, where it has no words of its own, its reason) says to a person; empty for unknown rules. */
    public Optional<Why> explain(String ruleId, Locale locale) {
        return classifier.explain(ruleId, locale).map(e -> new Why(e.sentence(), e.nextStep(), e.appealLink()));
    }

    /** The classifier, for explanations and for classifying a pasted reply. */
    public Classifier classifier() {
        return classifier;
    }

    /** The feeds that are known. */
    public FeedCatalog feeds() {
        return feeds;
    }

    /** Keeps a reader of the operator's own in the store's folder; it is asked first from now on. */
    public synchronized void saveReader(FeedProfile reader) throws IOException {
        StandardFeeds.readers(store.folder()).save(reader);
        feeds = feeds.with(new ProfileFeed(reader));
        importer = new Importer(store, feeds, classifier, clock);
    }

    /** What was done here and what went wrong, without personal data. */
    public Journal journal() {
        return journal;
    }

    /** The clock by which open messages are judged. */
    public Clock clock() {
        return clock;
    }

    /** The zone of days and of displayed times. */
    public ZoneId zone() {
        return zone;
    }

    /** Where the store lies. */
    public Path folder() {
        return store.folder();
    }

    /**
     * Imports files and folders, then makes a new picture once. Between two files other acts on the store get their
     * turn, so that a long import does not keep a raw record waiting until its end.
     */
    public ImportReport importFiles(List<Path> paths, ImportOptions options, ImportListener listener)
            throws StoreException, IOException {
        int invalidBefore = picture.invalidAddresses();
        List<FileReport> reports = new ArrayList<>();
        try {
            for (Path file : Importer.files(paths)) {
                synchronized (this) {
                    long began = System.nanoTime();
                    FileReport report = importer.importFile(file, options, listener);
                    reports.add(report);
                    journal.note(Note.of(options.dryRun() ? "tried" : "import")
                            .with("status", report.status())
                            .with("feed", report.feed())
                            .with("read", report.read())
                            .with("added", report.added())
                            .with("duplicates", report.duplicates())
                            .with("rejected", report.rejected())
                            .with("time", Duration.ofNanos(System.nanoTime() - began)));
                }
            }
        } finally {
            // A file that was given up or known before leaves the picture as it is.
            if (reports.stream().anyMatch(r -> r.status() == FileReport.Status.IMPORTED && !options.dryRun())) {
                synchronized (this) {
                    if (new HeapWatch().isShortFor(KeptView.events(store))) {
                        store.forgetIdentities();
                    }
                    refresh();
                }
            }
        }
        int invalid = picture.invalidAddresses();
        return new ImportReport(reports, Math.max(0, invalid - invalidBefore));
    }

    /** Those of some files and folders whose times carry no zone; at most the first few dozen files are looked into. */
    public List<UnzonedFile> unzoned(List<Path> paths) throws IOException {
        List<UnzonedFile> found = new ArrayList<>();
        for (Path file : Importer.files(paths).stream().limit(LOOKED_INTO).toList()) {
            UnzonedFile.of(feeds, file).ifPresent(found::add);
        }
        return found;
    }

    /** Feed and type of the file that would fill a hole, as the provider calls them. */
    public String fileToAskFor(Coverage.Hole hole) {
        if (hole.sign() == Coverage.Sign.SERVICE) {
            return feeds.exportName(hole.feed());
        }
        String word = hole.sourceWord().isEmpty() ? hole.kind().name().toLowerCase(Locale.ROOT) : hole.sourceWord();
        String feed = picture.feedName(hole.exampleImport());
        return feed.isEmpty() ? hole.feed() + " " + word : feed + " " + feeds.requestName(feed, word);
    }

    /** What to import besides, because the files held tell no sends, e.g. {@code Postmark outbound messages}. */
    public synchronized List<String> sendsToAskFor() throws StoreException {
        return store.imports().stream()
                .flatMap(run -> Stream.of(run.feedName().split(", ", -1)))
                .filter(feed -> !feed.isEmpty())
                .flatMap(feed -> feeds.sendsToAskFor(feed).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All imports, oldest first. */
    public synchronized List<ImportRun> imports() throws StoreException {
        return store.imports();
    }

    /** Takes an import back. */
    public UndoResult undo(long importId) throws StoreException {
        return undo(List.of(importId)).getFirst();
    }

    /** Takes imports back, the newest first, each by itself; the picture is made once. */
    public synchronized List<UndoResult> undo(List<Long> importIds) throws StoreException {
        List<UndoResult> results = new ArrayList<>();
        try {
            for (long id : importIds.stream().sorted(Comparator.reverseOrder()).toList()) {
                results.add(store.undo(id));
                journal.note(Note.of("import taken back").with("import", id));
            }
        } finally {
            if (!results.isEmpty()) {
                refresh();
            }
        }
        return results;
    }

    /** Events of a message that came again and were left out, by the import that told them. */
    public synchronized List<RepeatedEvents.Repeated> repeatsOf(Picture of, int message) throws StoreException {
        return RepeatedEvents.ofMessage(of, message, store.repeats());
    }

    /** Events of an import that were known already and left out, the most repeated first. */
    public synchronized List<RepeatedEvents.Repeated> repeatsOf(long importId) throws StoreException {
        return RepeatedEvents.ofImport(picture, importId, store.repeats().getOrDefault(importId, new Repeats()));
    }

    /** Events of all imports that were known already and left out, the most repeated first. */
    public synchronized List<RepeatedEvents.Repeated> repeats(Picture of) throws StoreException {
        return RepeatedEvents.ofAll(of, store.repeats());
    }

    /** The source's own words behind an event. */
    public synchronized RawRecord rawRecord(long importId, int rawIndex) throws StoreException {
        return store.rawRecord(importId, rawIndex);
    }

    /** The source's own words behind several events of one import, in the order of their ascending numbers. */
    public synchronized List<RawRecord> rawRecords(long importId, int[] ascending) throws StoreException {
        return store.rawRecords(importId, ascending);
    }

    /**
     * The hash that stands for an address in what leaves the house, the same every time. The first call makes the
     * store's secret.
     */
    public synchronized String pseudonym(String address) throws StoreException {
        return store.personKey().hash("pseudonym", address);
    }

    /** Every line of the user exports, oldest import first. */
    public synchronized List<SubscriptionFact> subscriptions() throws StoreException {
        return store.subscriptions();
    }

    /** The records of an import that could not be read. */
    public synchronized List<Rejection> rejections(long importId, int limit) throws StoreException {
        return store.rejections(importId, limit);
    }

    /** Why an import was recognised as what it was; nothing is known of those of an older version. */
    public synchronized List<Recognition> recognitions(long importId) throws StoreException {
        return KeptRecognitions.of(store.recognition(importId));
    }

    /** The operator's settings over those of imported settings files. */
    public synchronized Map<String, String> settings() throws StoreException {
        return store.settings();
    }

    /** Keeps a setting; null takes it back. Settings of reading make a new picture. */
    public void putSetting(String name, @Nullable String content) throws StoreException {
        change(Map.of(name, Optional.ofNullable(content)));
    }

    /** The operator's own settings, without those of imported files. */
    public Map<String, String> ownSettings() throws StoreException {
        // Without the lock: a window that is built during an import would stand still until the file is read.
        return ownSettings;
    }

    /**
     * Keeps several settings at once, all or none; an empty content takes a setting back. Settings of reading make a new
     * picture.
     *
     * @return what the settings were before: giving that to this method undoes the change
     */
    public synchronized Map<String, Optional<String>> change(Map<String, Optional<String>> contents)
            throws StoreException {
        Map<String, String> own = store.ownSettings();
        Map<String, Optional<String>> before = new LinkedHashMap<>();
        contents.keySet().forEach(name -> before.put(name, Optional.ofNullable(own.get(name))));
        store.putSettings(contents);
        ownSettings = store.ownSettings();
        if (contents.keySet().stream().anyMatch(DataSettings::concerns)) {
            refresh();
        } else if (contents.keySet().stream().anyMatch(CaseText::isCase)) {
            PinnedCases pins = PinnedCases.of(ownSettings);
            if (!pins.equals(picture.casePins())) {
                show(picture.pinning(pins));
            }
        }
        return before;
    }

    /** What erasing a person would change; nothing is changed. */
    public synchronized ErasureReport erasurePreview(String address) throws StoreException {
        return store.erasurePreview(address, clock.instant());
    }

    /** Erases a person: a pseudonym stands for the address everywhere, counts stay. There is no way back. */
    public synchronized ErasureReport erase(String address) throws StoreException {
        ErasureReport report = store.erase(address, clock.instant());
        journal.note(Note.of("person erased").with("events", report.events()));
        refresh();
        return report;
    }

    /** Who was erased, newest first, by pseudonym. */
    public synchronized List<ErasureReport> erasures() throws StoreException {
        return store.erasures();
    }

    /** What removing the messages older than a moment would do; nothing is changed. */
    public RetentionPreview retentionPreview(Instant cutoff) throws StoreException {
        return aging(cutoff).preview(cutoff);
    }

    private synchronized Aging aging(Instant cutoff) throws StoreException {
        return new Aging(picture, cutoff, CaseRetention.held(store.ownSettings(), picture));
    }

    /** The moment that lies so long before now, by the calendar of the session's zone. */
    public Instant before(Period age) {
        return clock.instant().atZone(zone).minus(age).toInstant();
    }

    /**
     * Removes the messages older than a moment and keeps their counts; a case without an answer keeps what it has pinned,
     * an answered one what it looked like. There is no way back.
     */
    public synchronized RetentionReport retain(Instant cutoff) throws StoreException {
        Aging aging = aging(cutoff);
        List<EventColumns> all = new ArrayList<>();
        store.events().values().forEach(all::addAll);
        List<BitSet> gone = aging.of(all);
        Map<Long, List<BitSet>> byImport = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<Long, List<EventColumns>> e : store.events().entrySet()) {
            List<BitSet> ofImport = gone.subList(at, at + e.getValue().size());
            at += e.getValue().size();
            if (ofImport.stream().anyMatch(rows -> !rows.isEmpty())) {
                byImport.put(e.getKey(), ofImport);
            }
        }
        store.putSettings(CaseRetention.letGo(store.ownSettings(), picture, aging.goneMessages()));
        RetentionReport report = store.retain(cutoff, byImport, aging.counts(), aging.messages(), clock.instant());
        journal.note(Note.of("old messages removed").with("messages", report.messages()));
        refresh();
        return report;
    }

    /** Removals for age, newest first. */
    public synchronized List<RetentionReport> retentions() throws StoreException {
        return store.retentions();
    }

    /** What is kept of removed messages, by day, campaign and state. */
    public synchronized List<PastCount> pastCounts() throws StoreException {
        return store.pastCounts();
    }

    /**
     * Puts a backup in the place of this store, after verifying it, and goes on with it. Where that fails the store is as it
     * was. What was there is kept as a backup.
     *
     * @param passwords of the backup, asked where it is encrypted
     */
    public synchronized RestoreReport restore(Path backup, PasswordSource passwords) throws StoreException {
        Path folder = store.folder();
        PasswordSource opening = store.again();
        store.close();
        try {
            RestoreReport report = restore(folder, backup, passwords, clock);
            opening = passwords;
            return report;
        } finally {
            goOn(store(folder, opening));
        }
    }

    private void goOn(Store other) throws StoreException {
        store = other;
        importer = new Importer(store, feeds, classifier, clock);
        journal = Journal.of(store.folder(), Clock.systemUTC());
        show(read(null));
    }

    /**
     * Takes the data to another folder and goes on there: copied, the copy verified, then chosen, then removed here. Where
     * anything before the choice fails the data is where it was and nothing is left in the other folder.
     *
     * @param to an empty folder, or one that does not exist
     * @param places is told the new folder, if it is this folder that it names
     * @return whether the next start finds the new folder by itself
     */
    public synchronized boolean moveTo(Path to, DataFolder places) throws StoreException {
        Path from = store.folder();
        boolean named = places.path().equals(from);
        PasswordSource opening = store.again();
        Path lies = from;
        try {
            close();
            StoreFolder.copy(from, to, BESIDE, opening);
            try {
                if (named) {
                    places.choose(to, Optional.of(from));
                }
                lies = to;
            } finally {
                if (!lies.equals(to)) {
                    StoreFolder.leave(to, BESIDE);
                }
            }
        } finally {
            goOn(store(lies, opening));
        }
        journal.note(Note.of("moved"));
        if (named) {
            places.finishMove();
        } else {
            StoreFolder.leave(from, BESIDE);
        }
        return named;
    }

    /**
     * Leaves the data of this folder as it is and goes on with the store of another, which is opened before this one is
     * left.
     *
     * @param places is told the other folder, if it is this folder that it names
     * @return whether the next start finds the other folder by itself
     */
    public synchronized boolean openInstead(Path folder, PasswordSource passwords, DataFolder places)
            throws StoreException {
        boolean named = places.path().equals(store.folder());
        Store other = store(folder, passwords);
        try {
            if (named) {
                places.choose(folder, Optional.empty());
            }
            close();
        } catch (StoreException e) {
            other.close();
            throw e;
        }
        feeds = StandardFeeds.catalog(folder);
        goOn(other);
        return named;
    }

    /** Whether anything can be changed here. */
    public boolean isWritable() {
        return store.isWritable();
    }

    /**
     * Goes on with the same store so that nothing of it can be changed, or so that it can again. What is damaged or
     * write-protected stays as it is.
     */
    public synchronized void readOnly(boolean wanted) throws StoreException {
        Path folder = store.folder();
        PasswordSource opening = store.again();
        close();
        Store next = null;
        try {
            next = wanted ? Store.openToRead(folder, opening) : store(folder, opening);
        } finally {
            goOn(next == null ? store(folder, opening) : next);
        }
        journal.note(Note.of(wanted ? "reading only" : "reading and writing"));
    }

    /** What there is to say about the store's files. */
    public synchronized StoreFacts storeFacts() throws StoreException {
        return store.facts();
    }

    /** Writes a backup and reads it back; it appears under its name when it is whole. */
    public synchronized BackupReport backup(Path file) throws StoreException {
        BackupReport report = store.backup(file, clock.instant());
        journal.note(Note.of("backup").with("bytes", report.bytes()));
        return report;
    }

    /** Writes the store's file anew, without what was deleted or replaced. */
    public synchronized void compact() throws StoreException {
        store.compact();
        journal.note(Note.of("compacted"));
        refresh();
    }

    /** Encrypts the store, changes its password, or (null) makes it plain. */
    public synchronized void encrypt(char @Nullable [] password) throws StoreException {
        store.encrypt(password);
        journal.note(Note.of(password == null ? "made plain" : "encrypted"));
        refresh();
    }

    /** Verifies the whole store. */
    public synchronized CheckReport check() throws StoreException {
        CheckReport report = store.check();
        journal.note(Note.of("checked")
                .with("sound", report.isSound())
                .with("problems", report.problems().size()));
        return report;
    }

    @Override
    public synchronized void close() throws StoreException {
        try {
            kept.keep(store, picture);
        } finally {
            store.close();
        }
        journal.note(Note.of("closed"));
    }
}
