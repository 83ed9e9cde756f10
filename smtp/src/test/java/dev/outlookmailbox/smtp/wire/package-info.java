/** The pieces of the conversation that can be shown without a server. */
@NullMarked
package dev.outlookmailbox.smtp.wire;

import org.jspecify.annotations.NullMarked;
