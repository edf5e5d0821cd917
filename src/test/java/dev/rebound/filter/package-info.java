/** The filter language: spec rows and a round trip over random filters. */
@NullMarked
package dev.rebound.filter;

import org.jspecify.annotations.NullMarked;
