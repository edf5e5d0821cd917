/**
 * Where a person's address stands in a text, however it is written, and what may stand there instead.
 *
 * <p>{@link dev.rebound.privacy.AddressTokens} finds addresses in replies, raw records and mails: plain, and as JSON, URLs,
 * quoted-printable, HTML and base64 write them. {@link dev.rebound.privacy.PersonKey} turns an address into a keyed hash
 * that says nothing without the key. {@link dev.rebound.privacy.ErasedPeople} replaces the addresses of people who asked to
 * be forgotten, knowing only their hashes.
 *
 * <p>Pure functions of text: knows neither store nor window.
 */
@NullMarked
package dev.rebound.privacy;

import org.jspecify.annotations.NullMarked;
