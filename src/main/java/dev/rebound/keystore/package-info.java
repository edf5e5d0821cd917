/**
 * The key store of the computer's system: where a person may keep the password of an encrypted store.
 *
 * <p>Each system has its own, asked by the system's own program: {@code secret-tool} for the Secret Service of Linux
 * desktops, {@code security} for the Keychain of macOS, PowerShell for the data protection of Windows. Nothing here opens
 * a connection, and a password never stands among a program's arguments, which others may read.
 *
 * <p>Knows what a store is called by; knows no window and no command line.
 *
 * <p>Start with {@link dev.rebound.keystore.KeyStore}; {@link dev.rebound.keystore.KeptPassword} is what opens a store.
 */
@NullMarked
package dev.rebound.keystore;

import org.jspecify.annotations.NullMarked;
