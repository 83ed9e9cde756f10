/** IMAP as bytes: sockets with deadlines, responses cut out of the stream, tokens cut out of responses. */
@NullMarked
package dev.outlookmailbox.imap.wire;

import org.jspecify.annotations.NullMarked;
