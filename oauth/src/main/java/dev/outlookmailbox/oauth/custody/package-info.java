/** Keeps the tokens of accounts: cached, refreshed early, one request at a time, and stored before use. */
@NullMarked
package dev.outlookmailbox.oauth.custody;

import org.jspecify.annotations.NullMarked;
