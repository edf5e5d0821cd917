package dev.rebound.feeds;

import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Progress;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything one file said, and what it turned out to be. */
public final class Reading implements FeedSink {
    private final List<RawEvent> events = new ArrayList<>();
    private final List<SubscriptionFact> subscriptions = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private @Nullable FileReading file;

    private Reading() {}

    /** Reads a file with all bundled feeds; times without a zone are UTC. */
    public static Reading of(Path file) throws FeedException {
        return of(file, StandardFeeds.catalog(), ZoneOffset.UTC);
    }

    /** Reads a file with these feeds and this zone for times without one. */
    public static Reading of(Path file, FeedCatalog feeds, ZoneId zone) throws FeedException {
        return of(file, feeds, new ReadOptions(zone, null));
    }

    /** Reads a file as an operator asks for it. */
    public static Reading of(Path file, FeedCatalog feeds, ReadOptions options) throws FeedException {
        Reading reading = new Reading();
        reading.file = feeds.read(file, options, reading, Progress.NONE);
        return reading;
    }

    /** Writes a text as a file and reads it. */
    public static Reading of(Path folder, String name, String text) throws FeedException, IOException {
        return of(Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8));
    }

    /** Writes bytes as a file and reads it. */
    public static Reading of(Path folder, String name, byte[] bytes) throws FeedException, IOException {
        return of(Files.write(folder.resolve(name), bytes));
    }

    /** Reads a file of {@code src/test/resources/feeds}. */
    public static Reading ofFixture(String name) throws FeedException {
        return of(FeedFixture.path(name));
    }

    /** What the file turned out to be. */
    public FileReading file() {
        if (file == null) {
            throw new IllegalStateException("nothing was read");
        }
        return file;
    }

    /** The events in file order. */
    public List<RawEvent> events() {
        return events;
    }

    /** The one event about an address. */
    public RawEvent eventOf(String address) {
        List<RawEvent> found =
                events.stream().filter(e -> e.address().key().equals(address)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events are about " + address);
        }
        return found.getFirst();
    }

    /** The subscription facts in file order. */
    public List<SubscriptionFact> subscriptions() {
        return subscriptions;
    }

    /** The settings by name. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The rejected records in file order. */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** Everything that was said, whichever way. */
    public int said() {
        return events.size() + subscriptions.size() + settings.size() + rejections.size();
    }

    /** Where what was said stands. */
    public List<RawRecord> records() {
        return events.stream().map(RawEvent::record).distinct().toList();
    }

    @Override
    public void event(RawEvent event) {
        events.add(event);
    }

    @Override
    public void subscription(SubscriptionFact fact) {
        subscriptions.add(fact);
    }

    @Override
    public void setting(String name, String content) {
        settings.put(name, content);
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }
}
