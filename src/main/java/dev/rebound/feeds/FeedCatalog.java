package dev.rebound.feeds;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.container.CountedStream;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.FeedException.Kind;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.container.Progress;
import dev.rebound.feeds.container.UnreadableException;
import dev.rebound.feeds.container.Unwrapping;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every feed the program knows, and the reading of files through them. Immutable and safe for any thread. */
public final class FeedCatalog {
    private static final Pattern MARKUP = Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*<[A-Za-z!?]");

    private final Later feeds;
    private final List<PartFeed> partFeeds;

    /** A catalog of these feeds; {@code feeds.provider.StandardFeeds} lists the bundled ones. */
    public FeedCatalog(List<RecordFeed> feeds, List<PartFeed> partFeeds) {
        List<RecordFeed> now = List.copyOf(feeds);
        this.feeds = new Later(() -> now);
        this.partFeeds = List.copyOf(partFeeds);
    }

    /** The same catalog with a feed that is asked before all others, in the place of one of the same id. */
    public FeedCatalog with(RecordFeed first) {
        List<RecordFeed> all = new ArrayList<>(List.of(first));
        feeds.get().stream()
                .filter(f -> !f.info().id().equals(first.info().id()))
                .forEach(all::add);
        return new FeedCatalog(all, partFeeds);
    }

    /** The same; the feeds of records are made when somebody first asks for one, which few commands do. */
    public FeedCatalog(Supplier<List<RecordFeed>> feeds, List<PartFeed> partFeeds) {
        this.feeds = new Later(feeds);
        this.partFeeds = List.copyOf(partFeeds);
    }

    /** Makes the feeds once. */
    private static final class Later {
        private final Supplier<List<RecordFeed>> source;
        private @Nullable List<RecordFeed> made;

        Later(Supplier<List<RecordFeed>> source) {
            this.source = source;
        }

        synchronized List<RecordFeed> get() {
            if (made == null) {
                made = List.copyOf(source.get());
            }
            return made;
        }
    }

    /** The feeds in order of recognition. */
    public List<FeedInfo> feeds() {
        return java.util.stream.Stream.concat(
                        feeds.get().stream().map(RecordFeed::info),
                        partFeeds.stream().map(PartFeed::info))
                .toList();
    }

    /** Whether a feed reads records with named fields; one that is not known may. */
    public boolean readsRecords(String feedId) {
        return partFeeds.stream().noneMatch(f -> f.info().id().equals(feedId));
    }

    /** What to ask for when files of one kind of a feed are missing; the word itself where the feed is not known. */
    public String requestName(String feedName, String word) {
        return feeds.get().stream()
                .filter(f -> f.info().name().equals(feedName))
                .findFirst()
                .map(f -> f.requestName(word))
                .orElse(word);
    }

    /** Whether a feed of this name can tell sends; one that is not known may. */
    public boolean tellsSends(String feedName) {
        return feeds().stream()
                .filter(f -> f.name().equals(feedName))
                .allMatch(f -> f.answers().contains(EventKind.SEND));
    }

    /**
     * What tells the sends of the source of a feed that does not: another of our feeds, which goes by the same first word
     * of the id, or an export that the feed names. Empty where nobody tells them.
     */
    public Optional<String> sendsFrom(String feedName) {
        for (RecordFeed feed : feeds.get()) {
            if (feed.info().name().equals(feedName)) {
                String family = family(feed.info());
                return feeds.get().stream()
                        .map(RecordFeed::info)
                        .filter(f -> family(f).equals(family) && f.answers().contains(EventKind.SEND))
                        .map(FeedInfo::name)
                        .findFirst()
                        .or(feed::sendsFrom);
            }
        }
        return partFeeds.stream()
                .filter(f -> f.info().name().equals(feedName))
                .findFirst()
                .flatMap(PartFeed::sendsFrom);
    }

    /**
     * What to ask for where files of this feed are held and no send: what tells the sends of its source, and of a feed that
     * can tell them itself those files that do.
     */
    public Optional<String> sendsToAskFor(String feedName) {
        if (!tellsSends(feedName)) {
            return sendsFrom(feedName);
        }
        for (RecordFeed feed : feeds.get()) {
            if (feed.info().name().equals(feedName)) {
                String word = feed.wordForSends();
                return Optional.of(feed.sendsFrom()
                        .map(own -> feedName + ": " + own)
                        .orElseGet(() -> feedName + " " + feed.requestName(word)));
            }
        }
        return Optional.of(feedName);
    }

    /**
     * The exports that tell how a sending service's messages fared, by the name that a platform has for the service; at most
     * two, or the name itself where no feed of ours goes by it.
     */
    public String exportName(String service) {
        String start = service.toLowerCase(Locale.ROOT) + " ";
        String names = feeds.get().stream()
                .map(RecordFeed::info)
                .filter(f -> f.name().toLowerCase(Locale.ROOT).startsWith(start)
                        && f.answers().containsAll(Set.of(EventKind.SEND, EventKind.DELIVERY)))
                .map(FeedInfo::name)
                .limit(2)
                .collect(Collectors.joining(" / "));
        return names.isEmpty() ? service : names;
    }

    private static String family(FeedInfo feed) {
        int end = feed.id().indexOf('-');
        return end < 0 ? feed.id() : feed.id().substring(0, end);
    }

    /**
     * Reads a file: unwraps it, recognises each part by its content, streams everything to the sink.
     *
     * @throws FeedException when the file as a whole cannot be read; the sink may have heard some of it
     */
    public FileReading read(Path file, ReadOptions options, FeedSink sink, Progress progress) throws FeedException {
        Sum sum = new Sum(options, sink);
        try (InputStream in = Files.newInputStream(file)) {
            long total = Files.size(file);
            if (total == 0) {
                throw new FeedException(
                        Kind.UNREADABLE, file.getFileName() + " is empty (0 bytes). Ask for the export again.", null);
            }
            CountedStream counted = new CountedStream(String.valueOf(file.getFileName()), in, total, progress);
            new Unwrapping(file.toString().replace('\\', '/'), counted, sum)
                    .unwrap(Files.getLastModifiedTime(file).toInstant());
        } catch (CountedStream.Cancelled e) {
            throw new FeedException(
                    Kind.CANCELLED, file.getFileName() + " was cancelled. Nothing of this file was stored.", e);
        } catch (UnreadableException e) {
            throw new FeedException(Kind.UNREADABLE, String.valueOf(e.getMessage()), e);
        } catch (EOFException e) {
            throw new FeedException(
                    Kind.UNREADABLE,
                    file.getFileName() + " stops in the middle. Nothing of this file was stored; fetch it again.",
                    e);
        } catch (IOException e) {
            throw new FeedException(
                    Kind.UNREADABLE,
                    file.getFileName() + " cannot be read: " + reason(e)
                            + ". Nothing of this file was stored; copy or fetch it again.",
                    e);
        }
        return sum.reading(String.valueOf(file.getFileName()));
    }

    /** What the parts of a file amount to. */
    private final class Sum implements Unwrapping.Visitor {
        private final ReadOptions options;
        private final FeedSink sink;
        private final Map<String, String> found = new LinkedHashMap<>();
        private final List<String> unknown = new ArrayList<>();
        private long records;
        private long silent;
        private boolean zoneAssumed;
        private final Set<String> notes = new LinkedHashSet<>();
        private final Map<String, Recognition> recognitions = new LinkedHashMap<>();

        Sum(ReadOptions options, FeedSink sink) {
            this.options = options;
            this.sink = sink;
        }

        @Override
        public void visit(Part part) throws IOException, FeedException {
            PartReading reading = readPart(part, options, sink);
            found.put(reading.feed().id(), reading.feed().name());
            records += reading.records();
            silent += reading.silent();
            zoneAssumed |= reading.zoneAssumed();
            notes.addAll(reading.notes());
            recognitions.putIfAbsent(reading.feed().id(), reading.recognition());
        }

        @Override
        public void unknown(String place, String sentence) {
            unknown.add(sentence);
            records++;
            sink.reject(new Rejection(1, place, sentence, ""));
        }

        FileReading reading(String fileName) throws FeedException {
            if (found.isEmpty()) {
                throw new FeedException(
                        Kind.NOT_RECOGNISED,
                        fileName + " holds no file that Rebound knows."
                                + (unknown.isEmpty() ? "" : " " + unknown.getFirst()),
                        null);
            }
            if (silent > 0) {
                notes.add(
                        silent == records
                                ? "None of its " + records
                                        + " records tells anything of mail; nothing of it was stored."
                                : silent == 1
                                        ? "1 record tells nothing of mail and was passed over."
                                        : silent + " records tell nothing of mail and were passed over.");
            }
            return new FileReading(
                    String.join(",", found.keySet()),
                    String.join(", ", found.values()),
                    records,
                    silent,
                    zoneAssumed,
                    List.copyOf(notes),
                    List.copyOf(recognitions.values()));
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null
                ? "the file system refused"
                : message.length() > 200 ? message.substring(0, 200) : message;
    }

    private PartReading readPart(Part part, ReadOptions options, FeedSink sink) throws IOException, FeedException {
        Head head = part.head();
        if (MARKUP.matcher(head.ascii()).lookingAt()) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED,
                    part.name() + " is a web page or XML, not an export: the download may have failed or its link may"
                            + " have expired. Fetch the export again.",
                    null);
        }
        for (PartFeed feed : partFeeds) {
            boolean chosen = feed.info().id().equals(options.feedId());
            if (chosen || (options.feedId() == null && feed.recognises(head))) {
                PartReading reading = feed.read(part, options, sink);
                return chosen ? reading.chosen() : reading;
            }
        }
        List<String> signs = options.feedId() != null
                ? List.of()
                : partFeeds.stream().flatMap(f -> f.missingSign(head).stream()).toList();
        if (!signs.isEmpty()) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED,
                    part.name() + " is not recognised. It looks like a log, but no line at its beginning is of "
                            + String.join(" or of ", signs) + ". Fetch the log of the mail server.",
                    null);
        }
        Optional<RecordReading> reading = RecordReading.of(head);
        if (reading.isEmpty()) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED, part.name() + " is not recognised: neither JSON, CSV, Avro nor mail.", null);
        }
        return reading.get().read(part, feeds.get(), options, sink);
    }
}
