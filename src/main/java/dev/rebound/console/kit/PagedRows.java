package dev.rebound.console.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;

/**
 * A long list that is read page by page as it is looked at, for tables with a fixed row height. Unchanging: a new result
 * is a new list. The screen's thread only.
 */
public final class PagedRows<T> extends ObservableListBase<T> {
    private static final int PAGE = 100;
    private static final int KEPT_PAGES = 20;

    /** Reads some rows in order. */
    public interface Source<T> {
        /** Rows from an offset on, fewer at the end. */
        List<T> read(int offset, int limit);
    }

    private final int size;
    private final Source<T> source;
    private final Map<Integer, List<T>> pages = new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<T>> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    /** A list of so many rows. */
    public PagedRows(int size, Source<T> source) {
        this.size = size;
        this.source = source;
    }

    /** No rows. */
    public static <T> PagedRows<T> none() {
        return new PagedRows<>(0, (offset, limit) -> List.of());
    }

    @Override
    public T get(int index) {
        java.util.Objects.checkIndex(index, size);
        int page = index / PAGE;
        List<T> rows = pages.get(page);
        if (rows == null) {
            rows = source.read(page * PAGE, PAGE);
            pages.put(page, rows);
        }
        return rows.get(index % PAGE);
    }

    @Override
    public int size() {
        return size;
    }

    /** Itself only: whoever watches a property compares old and new, and must not read a million rows for it. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
