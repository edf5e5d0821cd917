CREATE TABLE seal(
    part VARCHAR(32) NOT NULL, import_id BIGINT NOT NULL, rows_count BIGINT NOT NULL, total BIGINT NOT NULL,
    PRIMARY KEY(part, import_id));

CREATE TABLE last_change(change_number BIGINT NOT NULL);
INSERT INTO last_change VALUES (0)
