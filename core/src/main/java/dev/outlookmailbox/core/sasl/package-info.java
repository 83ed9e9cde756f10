/** The SASL mechanism XOAUTH2 as Microsoft and Google define it; the only one this library ever uses. */
@NullMarked
package dev.outlookmailbox.core.sasl;

import org.jspecify.annotations.NullMarked;
