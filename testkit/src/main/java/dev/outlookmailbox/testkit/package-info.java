/** What hosts use in their tests: a fake Outlook that runs in process, and a server that plays a script byte by byte. */
@NullMarked
package dev.outlookmailbox.testkit;

import org.jspecify.annotations.NullMarked;
