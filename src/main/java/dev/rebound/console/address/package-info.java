/**
 * One address in full: whether it is valid and subscribed, its dated ledger, one mark for each message to it, the
 * messages themselves, and addresses that look like it.
 *
 * <p>{@link dev.rebound.console.address.AddressModel} gathers what is known; {@link
 * dev.rebound.console.address.AddressView} shows it. An address that nothing names is answered too: with those that it may
 * have been meant for.
 *
 * <p>Must not know other views; it goes elsewhere through the navigator.
 */
@NullMarked
package dev.rebound.console.address;

import org.jspecify.annotations.NullMarked;
