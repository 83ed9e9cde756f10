/** Folders and messages of one mailbox: what a host reads, marks and moves. */
@NullMarked
package dev.outlookmailbox.imap;

import org.jspecify.annotations.NullMarked;
