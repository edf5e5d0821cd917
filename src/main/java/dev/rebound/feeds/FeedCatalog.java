package dev.rebound.feeds;

import dev.rebound.feeds.container.CountedStream;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.FeedException.Kind;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.container.Progress;
import dev.rebound.feeds.container.Unwrapping;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every feed the program knows, and the reading of files through them. Immutable and safe for any thread. */
public final class FeedCatalog {
    private final List<RecordFeed> feeds;
    private final List<PartFeed> partFeeds;

    /** A catalog of these feeds; {@code feeds.provider.StandardFeeds} lists the bundled ones. */
    public FeedCatalog(List<RecordFeed> feeds, List<PartFeed> partFeeds) {
        this.feeds = List.copyOf(feeds);
        this.partFeeds = List.copyOf(partFeeds);
    }

    /** The feeds in order of recognition. */
    public List<FeedInfo> feeds() {
        return java.util.stream.Stream.concat(
                        feeds.stream().map(RecordFeed::info), partFeeds.stream().map(PartFeed::info))
                .toList();
    }

    /**
     * Reads a file: unwraps it, recognises each part by its content, streams everything to the sink.
     *
     * @throws FeedException when the file as a whole cannot be read; the sink may have heard some of it
     */
    public FileReading read(Path file, ReadOptions options, FeedSink sink, Progress progress) throws FeedException {
        Map<String, String> found = new LinkedHashMap<>();
        long[] records = new long[1];
        boolean[] zoneAssumed = new boolean[1];
        try (InputStream in = Files.newInputStream(file)) {
            long total = Files.size(file);
            if (total == 0) {
                throw new FeedException(
                        Kind.UNREADABLE, file.getFileName() + " is empty (0 bytes). Ask for the export again.", null);
            }
            CountedStream counted = new CountedStream(in, total, progress);
            new Unwrapping(part -> {
                        PartReading reading = readPart(part, options, sink);
                        found.put(reading.feed().id(), reading.feed().name());
                        records[0] += reading.records();
                        zoneAssumed[0] |= reading.zoneAssumed();
                    })
                    .unwrap(file.toString().replace('\\', '/'), "", new BufferedInputStream(counted, 1 << 16), 0);
        } catch (CountedStream.Cancelled e) {
            throw new FeedException(
                    Kind.CANCELLED, file.getFileName() + " was cancelled. Nothing of this file was stored.", e);
        } catch (EOFException e) {
            throw new FeedException(
                    Kind.UNREADABLE,
                    file.getFileName() + " stops in the middle" + (records[0] > 0 ? " after record " + records[0] : "")
                            + ". Nothing of this file was stored; fetch it again.",
                    e);
        } catch (IOException e) {
            throw new FeedException(
                    Kind.UNREADABLE,
                    file.getFileName() + " cannot be read: " + reason(e) + ". Nothing of this file was stored.",
                    e);
        }
        if (found.isEmpty()) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED, file.getFileName() + " holds no file that Rebound knows.", null);
        }
        return new FileReading(
                String.join(",", found.keySet()), String.join(", ", found.values()), records[0], zoneAssumed[0]);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null
                ? "the file system refused"
                : message.length() > 200 ? message.substring(0, 200) : message;
    }

    /** What one part turned out to be. */
    public record PartReading(FeedInfo feed, long records, boolean zoneAssumed) {}

    private PartReading readPart(Part part, ReadOptions options, FeedSink sink) throws IOException, FeedException {
        Head head = part.head();
        for (PartFeed feed : partFeeds) {
            boolean chosen = feed.info().id().equals(options.feedId());
            if (chosen || (options.feedId() == null && feed.recognises(head))) {
                return feed.read(part, options, sink);
            }
        }
        Optional<RecordReading> reading = RecordReading.of(head);
        if (reading.isEmpty()) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED, part.name() + " is not recognised: neither JSON, CSV, Avro nor mail.", null);
        }
        return reading.get().read(part, feeds, options, sink);
    }
}
