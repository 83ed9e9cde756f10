/** Composed mail, parsed back by a library that had no part in writing it. */
@NullMarked
package dev.outlookmailbox.smtp.mime;

import org.jspecify.annotations.NullMarked;
