package dev.rebound.bench.scale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the two SQL engines have in common: a table of events, a table of messages, the questions as SQL. */
abstract class SqlPeer implements Peer {
    private static final int DAY_SECONDS = 86_400;
    private static final List<String> FACETS = List.of("state", "reply", "campaign_name", "esp", "domain", "sending_ip");

    /** Which rows of one kind a group has. */
    private static String newest(String type) {
        return "MAX(CASE WHEN event_type = '" + type + "' THEN time END)";
    }

    static final String MESSAGES = "SELECT *, CASE WHEN delivered IS NOT NULL THEN 'delivered'"
            + " WHEN dropped IS NOT NULL THEN 'dropped' WHEN hard IS NOT NULL THEN 'hard'"
            + " WHEN soft IS NOT NULL THEN 'soft' ELSE 'unexplained' END AS state,"
            + " COALESCE(delivered, dropped, hard, soft, sent) AS time FROM (SELECT dispatch_id, email_address,"
            + " MIN(campaign_name) AS campaign_name, MIN(esp) AS esp, MAX(sending_ip) AS sending_ip,"
            + " MAX(bounce_reason) AS reply, SUBSTR(email_address, INSTR(email_address, '@') + 1) AS domain,"
            + " MIN(CASE WHEN event_type = 'Send' THEN time END) AS sent, " + newest("Delivery") + " AS delivered,"
            + " MAX(CASE WHEN event_type = 'Bounce' AND is_drop = 'true' THEN time END) AS dropped,"
            + " MAX(CASE WHEN event_type = 'Bounce' AND COALESCE(is_drop, '') <> 'true' THEN time END) AS hard, "
            + newest("SoftBounce") + " AS soft FROM event GROUP BY dispatch_id, email_address) AS m ORDER BY time";

    private static final String INVALID = "(SELECT email_address, MIN(time) AS since FROM event"
            + " WHERE event_type = 'Bounce' AND COALESCE(is_drop, '') <> 'true' GROUP BY email_address) AS i";

    private final Samples samples;
    private final String contains;

    /** @param contains the engine's fastest test for a substring, with {@code %s} for column and text */
    SqlPeer(Samples samples, String contains) {
        this.samples = samples;
        this.contains = contains;
    }

    abstract Connection connection();

    @Override
    public void understand() throws SQLException {
        run("CREATE TABLE message AS " + MESSAGES);
    }

    final void run(String sql) throws SQLException {
        try (Statement s = connection().createStatement()) {
            s.execute(sql);
        }
    }

    /** Reads every row of an answer; the first column of the first row stands for it. */
    final long read(String sql) throws SQLException {
        try (Statement s = connection().createStatement();
                ResultSet r = s.executeQuery(sql)) {
            long first = -1;
            int columns = r.getMetaData().getColumnCount();
            while (r.next()) {
                for (int c = 1; c <= columns; c++) {
                    Object value = r.getObject(c);
                    if (first < 0 && value instanceof Number n) {
                        first = n.longValue();
                    }
                }
            }
            return first;
        }
    }

    @Override
    public long answer(Ask ask) throws SQLException {
        String campaign = "campaign_name = '" + samples.campaign() + "'";
        return switch (ask) {
            case FIRST_PAGE -> page("1 = 1", 0);
            case DEEP_PAGE -> page("1 = 1", samples.middle());
            case FILTERED_PAGE ->
                page(campaign + " AND state = 'soft' AND time BETWEEN " + samples.from() + " AND " + samples.to(), 0);
            case ADDRESS_SUBSTRING -> page(contains.formatted("email_address", samples.partOfAddress()), 0);
            case REPLY_SUBSTRING -> page(contains.formatted("reply", samples.partOfReply()), 0);
            case FACETS -> facets("1 = 1");
            case FILTERED_FACETS -> facets(campaign);
            case HISTOGRAM -> histogram("1 = 1");
            case GAP ->
                read("SELECT COUNT(sent), COUNT(*), campaign_name, state FROM message GROUP BY campaign_name, state");
            case INVALID -> {
                read("SELECT * FROM " + INVALID + " ORDER BY since DESC LIMIT 100");
                yield read("SELECT COUNT(*) FROM " + INVALID);
            }
            case AUDIT -> {
                String from = " FROM message m JOIN " + INVALID + " ON i.email_address = m.email_address AND m.sent > i.since";
                read("SELECT m.*, i.since" + from + " ORDER BY m.sent DESC LIMIT 100");
                yield read("SELECT COUNT(*)" + from);
            }
            case ONE_MESSAGE ->
                read("SELECT COUNT(*) OVER (), e.* FROM event e WHERE email_address = '" + samples.address()
                        + "' AND dispatch_id = (SELECT MIN(dispatch_id) FROM message WHERE email_address = '"
                        + samples.address() + "') ORDER BY time");
            case ONE_ADDRESS -> page("email_address = '" + samples.address() + "'", 0);
            case SCREEN -> {
                facets(campaign);
                histogram(campaign);
                yield page(campaign, 0);
            }
            case SCREEN_SUBSTRING -> {
                String part = contains.formatted("email_address", samples.partOfAddress());
                facets(part);
                histogram(part);
                yield page(part, 0);
            }
        };
    }

    private long page(String where, long offset) throws SQLException {
        read("SELECT * FROM message WHERE " + where + " ORDER BY time DESC LIMIT 100 OFFSET " + offset);
        return read("SELECT COUNT(*) FROM message WHERE " + where);
    }

    private long facets(String where) throws SQLException {
        long values = 0;
        for (String field : FACETS) {
            read("SELECT COUNT(*) AS n, " + field + " FROM message WHERE " + where + " AND " + field
                    + " IS NOT NULL GROUP BY " + field + " ORDER BY n DESC LIMIT 200");
            values++;
        }
        return values;
    }

    private long histogram(String where) throws SQLException {
        return read("SELECT COUNT(*), time - time % " + DAY_SECONDS + " AS day, state FROM message WHERE " + where
                + " GROUP BY day, state ORDER BY day");
    }
}
