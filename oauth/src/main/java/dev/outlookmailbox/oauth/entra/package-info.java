/**
 * Talks to the token endpoint of Microsoft Entra. MSAL4J writes and authenticates the request; the answer is read here, because
 * MSAL4J hides the rotated refresh token and the error codes, and puts bodies that hold tokens into messages and logs.
 */
@NullMarked
package dev.outlookmailbox.oauth.entra;

import org.jspecify.annotations.NullMarked;
