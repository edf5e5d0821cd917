/** What the imports tell, looked at without a window. */
@org.jspecify.annotations.NullMarked
package dev.rebound.console.imports;
