/**
 * The main window around the views: rail, find box, menus, status bar, toasts, back and forward.
 *
 * <p>The only package that knows every view; the views do not know it or each other. {@link
 * dev.rebound.console.shell.Shell} builds them for one session and one language; {@link
 * dev.rebound.console.shell.Trail} remembers where the person was.
 */
@NullMarked
package dev.rebound.console.shell;

import org.jspecify.annotations.NullMarked;
