/** Keeps refresh tokens in the host's database, so that many nodes share them. */
@NullMarked
package dev.outlookmailbox.jdbc;

import org.jspecify.annotations.NullMarked;
