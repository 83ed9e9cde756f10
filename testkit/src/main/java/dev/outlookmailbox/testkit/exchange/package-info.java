/** Internal: the fake Exchange, a front of ours before GreenMail's storage. */
@NullMarked
package dev.outlookmailbox.testkit.exchange;

import org.jspecify.annotations.NullMarked;
