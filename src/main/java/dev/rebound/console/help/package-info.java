/**
 * The help: pages in the window's language beside the work, and every key on one page that can be printed.
 *
 * <p>{@link dev.rebound.console.help.HelpPage} lists the pages; their Markdown stands in the resources, one file a page
 * and language. {@link dev.rebound.console.help.HelpShelf} reads and searches them without a node, {@link
 * dev.rebound.console.help.HelpView} shows them.
 *
 * <p>Must not know views: which page helps at a place is asked of {@link dev.rebound.console.help.HelpPage#at}.
 */
@NullMarked
package dev.rebound.console.help;

import org.jspecify.annotations.NullMarked;
