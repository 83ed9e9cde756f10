/** The conversation with a submission server (RFC 5321, RFC 6409): one command, one class. */
@NullMarked
package dev.outlookmailbox.smtp.wire;

import org.jspecify.annotations.NullMarked;
