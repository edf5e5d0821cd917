/** The texts of every part in both languages: none missing, none unused. */
@NullMarked
package dev.rebound.words;

import org.jspecify.annotations.NullMarked;
