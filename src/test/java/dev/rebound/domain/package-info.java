/** The small rules of the domain's own values. */
@org.jspecify.annotations.NullMarked
package dev.rebound.domain;
