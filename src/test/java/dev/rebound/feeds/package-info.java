/**
 * Tests of the feeds. {@link dev.rebound.feeds.Reading} hears what a file says; the files themselves are our own and
 * lie under {@code src/test/resources/feeds}, binary ones are written by {@link dev.rebound.feeds.AvroFiles} and
 * {@link dev.rebound.feeds.Packing} when they are needed. {@link dev.rebound.feeds.FeedFixture} lists them all.
 */
@NullMarked
package dev.rebound.feeds;

import org.jspecify.annotations.NullMarked;
