/**
 * Measurements that anyone can run: a main class each, its figures on standard output.
 *
 * <p>They are compiled with the tests so that they cannot rot, and are run by hand ({@code mvn -q test-compile
 * exec:exec@bench-import}): a timing never decides a test. A measurement writes its own input into a temporary folder and
 * deletes it, uses the same composition as the program, and says the heap that it ran in.
 *
 * <p>Start with {@link dev.rebound.bench.LargeFileImport}.
 */
@NullMarked
package dev.rebound.bench;

import org.jspecify.annotations.NullMarked;
