/** Reads the texts of Entra and Exchange and says what they mean; the only door is {@code Diagnosis.of}. */
@NullMarked
package dev.outlookmailbox.core.diagnosis;

import org.jspecify.annotations.NullMarked;
