/** Tests of what each provider's exports mean, with our own small files. */
@NullMarked
package dev.rebound.feeds.provider;

import org.jspecify.annotations.NullMarked;
