/** Internal: how Exchange speaks IMAP; what does not differ is left to GreenMail's commands. */
@NullMarked
package dev.outlookmailbox.testkit.exchange.imap;

import org.jspecify.annotations.NullMarked;
