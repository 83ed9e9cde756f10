/** Connections that are signed in and proven, and the small pool that lends them. */
@NullMarked
package dev.outlookmailbox.imap.session;

import org.jspecify.annotations.NullMarked;
