/** One IMAP command, one class: what it sends and how its answer becomes values. */
@NullMarked
package dev.outlookmailbox.imap.command;

import org.jspecify.annotations.NullMarked;
