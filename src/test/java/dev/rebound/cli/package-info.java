/** The command line's contract: shapes of JSON, exit codes, formats. */
@NullMarked
package dev.rebound.cli;

import org.jspecify.annotations.NullMarked;
