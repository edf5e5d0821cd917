CREATE TABLE import_reading(import_id BIGINT PRIMARY KEY, recognition VARCHAR NOT NULL)
