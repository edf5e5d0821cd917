/** Charts draw the numbers they are given, and files show what the screen shows. */
@NullMarked
package dev.rebound.chart;

import org.jspecify.annotations.NullMarked;
