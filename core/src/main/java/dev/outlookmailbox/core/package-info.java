/** What all modules share: addresses, access tokens and where they come from, endpoints, and where refresh tokens are kept. */
@NullMarked
package dev.outlookmailbox.core;

import org.jspecify.annotations.NullMarked;
