/**
 * What the data means: identities over random event streams, and one test a rule.
 *
 * <p>Start with {@link dev.rebound.insight.GapIdentityTest}.
 */
@NullMarked
package dev.rebound.insight;

import org.jspecify.annotations.NullMarked;
