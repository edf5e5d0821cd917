/**
 * One opened store, its newest picture, and the acts that change it.
 *
 * <p>Window and command line ask here and nowhere deeper: {@link dev.rebound.session.Session#picture()} for what is
 * known, {@code importFiles}, {@code undo} and {@code change} for what changes it. After each change a new picture is
 * made and listeners hear of it, on the thread that made the change.
 *
 * <p>Knows intake, store, index and insight; knows no window and words nothing for people.
 *
 * <p>Start with {@link dev.rebound.session.Session}; {@link dev.rebound.session.DataFolder} says where a store lies.
 */
@NullMarked
package dev.rebound.session;

import org.jspecify.annotations.NullMarked;
