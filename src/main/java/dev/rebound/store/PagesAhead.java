package dev.rebound.store;

import dev.rebound.domain.Workers;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Pages that are packed beside the writing thread, and written by it in the order in which they were begun. */
final class PagesAhead {
    private static final int MOST = 32;

    /** Writes what was packed. */
    interface Writing<T> {
        void write(T packed) throws SQLException;
    }

    private record Page<T>(Future<T> packed, Writing<T> writing) {
        void write() throws SQLException {
            try {
                writing.write(packed.get());
            } catch (InterruptedException e) {
                throw new SQLException("interrupted while a page was packed", e);
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause() == null ? e : e.getCause());
            }
        }

        boolean isPacked() {
            return packed.isDone();
        }
    }

    private final Workers workers;
    private final Deque<Page<?>> pages = new ArrayDeque<>();

    PagesAhead(Workers workers) {
        this.workers = workers;
    }

    /** Begins to pack; what is packed already is written meanwhile. */
    <T> void add(Callable<T> packing, Writing<T> writing) throws SQLException {
        pages.addLast(new Page<>(workers.begin(packing), writing));
        while (pages.size() > MOST || (!pages.isEmpty() && pages.getFirst().isPacked())) {
            pages.removeFirst().write();
        }
    }

    /** Writes everything that was begun. */
    void finish() throws SQLException {
        while (!pages.isEmpty()) {
            pages.removeFirst().write();
        }
    }
}
