/** Internal: the loopback sockets and the certificate of the fakes. */
@NullMarked
package dev.outlookmailbox.testkit.net;

import org.jspecify.annotations.NullMarked;
