/** Internal: a browser that is just good enough for the pages of the fake Entra. */
@NullMarked
package dev.outlookmailbox.testkit.browser;

import org.jspecify.annotations.NullMarked;
