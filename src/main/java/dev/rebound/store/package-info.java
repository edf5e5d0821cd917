/**
 * Durable truth: the imports, the columns and raw records they brought, and what the operator decided.
 *
 * <p>Everything lives in one H2 file. Feeds are kept as immutable column segments, dictionary chunks and raw pages, each
 * with its own checksum; what people decide is kept in plain rows. An import is one transaction that counts as done only
 * after a forced write. No other package knows SQL.
 *
 * <p>Never interrupt a thread that is inside this package: the database's channel would close under it. Knows the words
 * of the domain and the shape of columns; knows no feed and no window.
 *
 * <p>Start with {@link dev.rebound.store.Store}; {@link dev.rebound.store.Database} holds the settings of the engine.
 */
@NullMarked
package dev.rebound.store;

import org.jspecify.annotations.NullMarked;
