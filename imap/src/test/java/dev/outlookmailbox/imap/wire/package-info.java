/** Unit tests. */
@NullMarked
package dev.outlookmailbox.imap.wire;

import org.jspecify.annotations.NullMarked;
