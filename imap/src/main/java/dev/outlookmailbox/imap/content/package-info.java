/** Bytes of unknown size: small ones in memory, large ones in a temporary file with an owner. */
@NullMarked
package dev.outlookmailbox.imap.content;

import org.jspecify.annotations.NullMarked;
