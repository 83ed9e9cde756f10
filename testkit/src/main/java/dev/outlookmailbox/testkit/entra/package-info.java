/** Internal: the fake Entra, an authorization server with Entra's addresses, answers and errors. */
@NullMarked
package dev.outlookmailbox.testkit.entra;

import org.jspecify.annotations.NullMarked;
