/** One door to an Outlook mailbox: type {@code OutlookMailbox.} and find everything. */
@NullMarked
package dev.outlookmailbox;

import org.jspecify.annotations.NullMarked;
