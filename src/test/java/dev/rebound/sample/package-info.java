/**
 * The sample traffic that ships with Rebound: three campaigns, their planted fates, and the export files that Braze,
 * SendGrid and Amazon SES would give of them.
 *
 * <p>The files under {@code assets/sample-feeds} are the output of {@link dev.rebound.sample.SampleFeeds}, whose seed is
 * fixed; a test regenerates them and compares. Every planted figure is a constant of
 * {@link dev.rebound.sample.Planted}, so that a test which opens a store and a person who reads the files argue about
 * the same numbers.
 *
 * <p>All addresses lie in reserved domains; a settings file in the sample says which of them play a large provider.
 */
@NullMarked
package dev.rebound.sample;

import org.jspecify.annotations.NullMarked;
