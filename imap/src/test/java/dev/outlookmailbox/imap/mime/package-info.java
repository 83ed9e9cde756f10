/** Unit tests. */
@NullMarked
package dev.outlookmailbox.imap.mime;

import org.jspecify.annotations.NullMarked;
