/** Everything that can go wrong, named after what the reader does next, with the server's words and the advice that fits. */
@NullMarked
package dev.outlookmailbox.core.error;

import org.jspecify.annotations.NullMarked;
