/** Internal: how Exchange takes in mail. */
@NullMarked
package dev.outlookmailbox.testkit.exchange.smtp;

import org.jspecify.annotations.NullMarked;
