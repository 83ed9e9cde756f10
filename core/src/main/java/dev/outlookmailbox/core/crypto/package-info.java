/** How the library's stores encrypt what they keep. */
@NullMarked
package dev.outlookmailbox.core.crypto;

import org.jspecify.annotations.NullMarked;
