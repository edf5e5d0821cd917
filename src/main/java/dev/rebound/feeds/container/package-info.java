/**
 * What wraps the records: gzip, zstd, bzip2, zip and tar around files; lines, arrays and objects of JSON; dialects and encodings of
 * CSV; Avro container files; mailboxes.
 *
 * <p>Everything streams and is bounded: depth of containers, ratio of compression, length of a line. A wrapper that
 * breaks a bound ends with one sentence. Nothing is unpacked to disk and no path inside an archive is ever used to open
 * a file.
 *
 * <p>Knows no provider. Start with {@link dev.rebound.feeds.container.Unwrapping}.
 */
@NullMarked
package dev.rebound.feeds.container;

import org.jspecify.annotations.NullMarked;
