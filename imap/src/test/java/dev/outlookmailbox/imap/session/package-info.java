/** Connections by themselves. */
@NullMarked
package dev.outlookmailbox.imap.session;

import org.jspecify.annotations.NullMarked;
