/** Questions over columns, compared with the plainest way to answer them. */
@NullMarked
package dev.rebound.index;

import org.jspecify.annotations.NullMarked;
