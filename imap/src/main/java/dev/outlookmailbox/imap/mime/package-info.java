/** Messages as they are in the wild, parsed locally without ever failing. */
@NullMarked
package dev.outlookmailbox.imap.mime;

import org.jspecify.annotations.NullMarked;
