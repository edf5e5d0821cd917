/**
 * What is in this file, in the provider's own words.
 *
 * <p>A file is unwrapped (gzip, zstd, bzip2, zip, tar), its shape is told from its first bytes (Avro, JSON, CSV, mail), and the
 * {@link dev.rebound.feeds.RecordFeed}s of the catalog are asked who knows its records. Recognition goes by content,
 * never by a name alone. Reading streams: memory does not grow with the file, nothing is unpacked to disk.
 *
 * <p>Knows the domain's words and the format libraries. Knows no store, no classification and no window: what is done
 * with the records is the {@link dev.rebound.feeds.FeedSink}'s business.
 *
 * <p>Start with {@link dev.rebound.feeds.FeedCatalog}; a new provider is one class in {@code feeds.provider}.
 */
@NullMarked
package dev.rebound.feeds;

import org.jspecify.annotations.NullMarked;
