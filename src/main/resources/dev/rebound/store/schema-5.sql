CREATE TABLE retired(import_id BIGINT PRIMARY KEY, events BIGINT NOT NULL);

CREATE TABLE retention(
    done_at TIMESTAMP(3) WITH TIME ZONE PRIMARY KEY, cutoff TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    messages BIGINT NOT NULL, events BIGINT NOT NULL, records BIGINT NOT NULL);

CREATE TABLE past_count(
    sent_on VARCHAR(10) NOT NULL, campaign VARCHAR NOT NULL, state VARCHAR(32) NOT NULL, messages BIGINT NOT NULL,
    PRIMARY KEY(sent_on, campaign, state))
