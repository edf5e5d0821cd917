/**
 * Feeds as data: a profile says how an export is recognised and what its fields and words mean; one engine reads CSV rows
 * and JSON records by it.
 *
 * <p>The bundled profiles lie beside the providers as JSON files; an operator's own reader is the same file in the store's
 * folder, so a column mapping can be saved, shared and read by another version.
 *
 * <p>Knows records, the domain's words and no provider. What a profile cannot say is a class in {@code feeds.provider}.
 *
 * <p>Start with {@link dev.rebound.feeds.profile.FeedProfile}, then {@link dev.rebound.feeds.profile.ProfileFeed}.
 */
@NullMarked
package dev.rebound.feeds.profile;

import org.jspecify.annotations.NullMarked;
