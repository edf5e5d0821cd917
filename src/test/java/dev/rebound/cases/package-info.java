/** Cases are kept as texts, found again, and say what moved. */
@NullMarked
package dev.rebound.cases;

import org.jspecify.annotations.NullMarked;
