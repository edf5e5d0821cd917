package dev.rebound.store;

import dev.rebound.privacy.PersonKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The store's own secret, made when it is first needed. The caller commits. */
final class Secrets {
    private final Connection connection;

    Secrets(Connection connection) {
        this.connection = connection;
    }

    /** The secret that is there; a store that lost it, or holds another, would give everybody a second pseudonym. */
    Optional<PersonKey> kept() throws SQLException, StoreException {
        Seals seals = new Seals(connection);
        seals.verify(SealedPart.SECRET, Seals.STORE, seals.present(SealedPart.SECRET, Seals.STORE));
        try (PreparedStatement p = connection.prepareStatement("SELECT secret FROM person_secret");
                ResultSet r = p.executeQuery()) {
            return r.next() ? Optional.of(PersonKey.of(r.getString(1))) : Optional.empty();
        }
    }

    PersonKey make() throws SQLException {
        String secret = PersonKey.newSecret();
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO person_secret VALUES (?)")) {
            p.setString(1, secret);
            p.executeUpdate();
        }
        return PersonKey.of(secret);
    }
}
