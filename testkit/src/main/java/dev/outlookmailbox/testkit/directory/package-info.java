/** Internal: the people whom the fake Entra signs in and whose mailboxes the fake Exchange keeps. */
@NullMarked
package dev.outlookmailbox.testkit.directory;

import org.jspecify.annotations.NullMarked;
