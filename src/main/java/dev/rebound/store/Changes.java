package dev.rebound.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The number of the last change; the manifest beside the store tells the same one. The caller commits. */
final class Changes {
    private Changes() {}

    static long last(Connection connection) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("SELECT change_number FROM last_change");
                ResultSet r = p.executeQuery()) {
            r.next();
            return r.getLong(1);
        }
    }

    static long next(Connection connection) throws SQLException {
        long next = last(connection) + 1;
        try (PreparedStatement p = connection.prepareStatement("UPDATE last_change SET change_number = ?")) {
            p.setLong(1, next);
            p.executeUpdate();
        }
        return next;
    }
}
