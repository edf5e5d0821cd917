/** Rows on their way into files. */
@NullMarked
package dev.rebound.report;

import org.jspecify.annotations.NullMarked;
