/** Messages against scripted servers, the fake Outlook and a real Postfix. */
@NullMarked
package dev.outlookmailbox.smtp;

import org.jspecify.annotations.NullMarked;
