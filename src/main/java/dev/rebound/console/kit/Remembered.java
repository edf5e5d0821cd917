package dev.rebound.console.kit;

import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the window keeps from one start to the next: columns, earlier searches, saved views. It lies in the store beside
 * the data, under names of its own, and never changes how the data is read. The screen's thread only.
 */
public final class Remembered {
    /** Under which name the log keeps its searches, one a line, newest last. */
    public static final String SEARCHES = "log.history";

    private static final String PREFIX = "console.";

    private final Session session;
    private final Background background;
    private final NavigableMap<String, String> known = new TreeMap<>();

    /** What the store of a session holds. */
    public Remembered(Session session, Background background, Notices notices) {
        this.session = session;
        this.background = background;
        try {
            session.ownSettings().forEach((name, content) -> {
                if (name.startsWith(PREFIX)) {
                    known.put(name.substring(PREFIX.length()), content);
                }
            });
        } catch (StoreException e) {
            notices.trouble(e);
        }
    }

    /** What is kept under a name. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Everything whose name begins so, by what follows, in order. */
    public Map<String, String> all(String prefix) {
        Map<String, String> found = new TreeMap<>();
        known.tailMap(prefix, true).forEach((name, content) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), content);
            }
        });
        return found;
    }

    /** Keeps several texts at once, an empty one forgets; then goes on, on the screen's thread. */
    public void putAll(Map<String, Optional<String>> contents, Runnable then) {
        Map<String, Optional<String>> stored = new TreeMap<>();
        contents.forEach((name, content) -> {
            content.ifPresentOrElse(text -> known.put(name, text), () -> known.remove(name));
            stored.put(PREFIX + name, content);
        });
        background.job(() -> session.change(stored), done -> then.run());
    }

    /** Keeps a text under a name; null forgets it. */
    public void put(String name, @Nullable String content) {
        String before = content == null ? known.remove(name) : known.put(name, content);
        if (java.util.Objects.equals(before, content)) {
            return;
        }
        // What can only be read remembers nothing beyond this window; nobody is bothered with that.
        if (session.isWritable()) {
            background.job(
                    () -> {
                        session.putSetting(PREFIX + name, content);
                        return name;
                    },
                    done -> {});
        }
    }
}
