/**
 * The providers, one place each: how to recognise their exports and what their words mean.
 *
 * <p>A feed says what the provider says: the kind of an event is the provider's claim, its own word is kept beside, and
 * a hint says what the word means where it is specific. What the reply text means is decided elsewhere.
 *
 * <p>Times, ids and their scopes follow each provider's documentation; where a public importer is known to get it wrong
 * (send time for bounce time, first recipient for all, a block stored as a hard bounce), the feed says how it avoids it.
 *
 * <p>Start with {@link dev.rebound.feeds.provider.StandardFeeds}.
 */
@NullMarked
package dev.rebound.feeds.provider;

import org.jspecify.annotations.NullMarked;
