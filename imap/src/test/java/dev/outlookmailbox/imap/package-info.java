/** The client against scripted servers, a fake Exchange, real messages and a real server. */
@NullMarked
package dev.outlookmailbox.imap;

import org.jspecify.annotations.NullMarked;
