/**
 * The Message Activity Log: which messages match a filter, what became of each, and why.
 *
 * <p>{@link dev.rebound.console.activity.ActivityModel} holds the one truth, the filter; rows, facets and histogram are
 * derived from it in the background and the newest request wins. It knows no node. {@link
 * dev.rebound.console.activity.ActivityView} puts the filter bar, the facets, the histogram, the table and the message
 * pane together; each is one small file.
 *
 * <p>Must not know other views; it goes elsewhere through the navigator.
 */
@NullMarked
package dev.rebound.console.activity;

import org.jspecify.annotations.NullMarked;
