/** Messages to be sent, and the client that hands them to Exchange. */
@NullMarked
package dev.outlookmailbox.smtp;

import org.jspecify.annotations.NullMarked;
