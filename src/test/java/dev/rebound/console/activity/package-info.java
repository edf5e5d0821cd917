/** Models of the log without a window. */
@NullMarked
package dev.rebound.console.activity;

import org.jspecify.annotations.NullMarked;
