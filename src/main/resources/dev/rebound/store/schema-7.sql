CREATE TABLE repeat_run(
    import_id BIGINT NOT NULL, seq INT NOT NULL, entries INT NOT NULL, crc BIGINT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY(import_id, seq));

CREATE TABLE rejection_page(
    import_id BIGINT NOT NULL, seq INT NOT NULL, entries INT NOT NULL, crc BIGINT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY(import_id, seq))
