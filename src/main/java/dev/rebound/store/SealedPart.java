package dev.rebound.store;

/**
 * What is sealed together. Pages are sealed by their keys and their own checksums, rows by all they say.
 */
enum SealedPart {
    SEGMENT("segment", "seq, col, rows_count, crc", true, "events"),
    IDENTITIES("identity_page", "seq, crc", true, "identities"),
    RECORDS("raw_page", "first_record, entries, crc", true, "raw records"),
    /** Of imports before format 7, each repeated event by itself. */
    REPEATS("repeat_page", "entries, crc", true, "repeated events"),
    REPEAT_RUNS("repeat_run", "seq, entries, crc", true, "repeated events"),
    SUBSCRIPTIONS(
            "subscription_fact", "seq, address, status, since, user_id, cause, line", true, "lines of a user export"),
    /** Of imports before format 7, a row a record. */
    REJECTIONS("rejection", "seq, line, part, reason, text", true, "unreadable lines"),
    REJECTION_PAGES("rejection_page", "seq, entries, crc", true, "unreadable lines"),
    READINGS("import_reading", "recognition", true, "words on how it was recognised"),
    IMPORTED_SETTINGS("imported_setting", "name, content", true, "settings"),
    DICTIONARIES("dictionary_chunk", "dictionary, first_code, entries, crc", false, "dictionaries"),
    IMPORTS(
            "import_run",
            "id, name, path, bytes, sha256, feed_id, feed_name, zone, started_at, finished_at, read_count, added,"
                    + " duplicates, rejected, rule_book",
            false,
            "list of imports"),
    SETTINGS("setting", "name, content", false, "settings and decisions"),
    SECRET("person_secret", "secret", false, "secret of the pseudonyms"),
    ERASURES(
            "erasure",
            "hash, pseudonym, erased_at, events, texts, records, lines_changed, others",
            false,
            "record of erased people"),
    RETIRED("retired", "import_id, events", false, "counts of removed events"),
    RETENTIONS("retention", "done_at, cutoff, messages, events, records", false, "record of removals for age"),
    PAST_COUNTS("past_count", "sent_on, campaign, state, messages", false, "counts of removed messages");

    private final String table;
    private final String columns;
    private final boolean ofImport;
    private final String words;

    SealedPart(String table, String columns, boolean ofImport, String words) {
        this.table = table;
        this.columns = columns;
        this.ofImport = ofImport;
        this.words = words;
    }

    /** Whether each import has its own. */
    boolean ofImport() {
        return ofImport;
    }

    /** How many columns count. */
    int width() {
        return columns.split(",", -1).length;
    }

    /** How a person calls it. */
    String words() {
        return words;
    }

    String query() {
        return "SELECT " + columns + " FROM " + table + (ofImport ? " WHERE import_id = ?" : "");
    }

    /** Writes a page of an import: its id, the columns that count, the page. */
    String insertion() {
        return "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(width() + 1) + ")";
    }

    /** The imports that have rows of it. */
    String owners() {
        return "SELECT DISTINCT import_id FROM " + table;
    }
}
