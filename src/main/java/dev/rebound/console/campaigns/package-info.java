/**
 * Where the missing messages of a campaign went: sends and deliveries per campaign, largest gap first, and the account of
 * one campaign in which every number opens its messages.
 *
 * <p>{@link dev.rebound.console.campaigns.CampaignsModel} asks the picture for the groups; {@link
 * dev.rebound.console.campaigns.GapBlock} shows one of them.
 *
 * <p>Must not know other views; numbers open the log through the navigator.
 */
@NullMarked
package dev.rebound.console.campaigns;

import org.jspecify.annotations.NullMarked;
