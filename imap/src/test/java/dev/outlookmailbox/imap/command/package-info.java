/** Unit tests. */
@NullMarked
package dev.outlookmailbox.imap.command;

import org.jspecify.annotations.NullMarked;
