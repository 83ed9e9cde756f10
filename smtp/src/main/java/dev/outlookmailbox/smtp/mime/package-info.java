/** Turns an outgoing message into what goes over the wire: RFC 5322 and MIME, streamed. */
@NullMarked
package dev.outlookmailbox.smtp.mime;

import org.jspecify.annotations.NullMarked;
