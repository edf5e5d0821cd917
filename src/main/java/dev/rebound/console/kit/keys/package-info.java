/**
 * The keyboard of the window: which acts have keys, which keys they have now, and how keys are called.
 *
 * <p>Answers: does this press mean that act, what stands in a menu or a tooltip, may an act have these keys. Must not know what
 * the acts do; views and the shell listen and act. Keys that mean the same in every program (Enter, Escape, arrows, copy and
 * paste, the menu key) are none of these acts. Start with {@link dev.rebound.console.kit.keys.KeyAct} and
 * {@link dev.rebound.console.kit.keys.KeyMap}. The screen's thread only.
 */
@NullMarked
package dev.rebound.console.kit.keys;

import org.jspecify.annotations.NullMarked;
