/** TLS trust and sockets, the same for IMAP, SMTP and HTTP. */
@NullMarked
package dev.outlookmailbox.core.net;

import org.jspecify.annotations.NullMarked;
