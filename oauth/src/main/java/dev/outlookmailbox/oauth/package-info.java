/**
 * Signs users in at Microsoft Entra and keeps their tokens alive for months. Everything starts at
 * {@link dev.outlookmailbox.oauth.OutlookApp}: one for each app registration, kept as long as the program runs.
 *
 * <pre>{@code
 * OutlookApp app = OutlookApp.builder()
 *         .clientId("11111111-2222-3333-4444-555555555555")
 *         .clientSecret(secret) // the secret's Value, not its ID
 *         .redirectUri("https://crm.example/outlook/callback")
 *         .tokenStore(store) // yours, shared by all nodes
 *         .build();
 *
 * SignIn signIn = app.signIn().expecting("ann@contoso.com"); // in the request that starts it
 * redirectBrowserTo(signIn.url());
 *
 * Account account = app.completeSignIn(queryString); // in the request that Entra sends the browser back to
 * AccessTokenProvider tokens = app.tokens(account.id()); // for months
 * }</pre>
 *
 * <p><b>Custody.</b> A rotated refresh token is in the {@link dev.outlookmailbox.core.TokenStore} before the access token that
 * came with it is handed out. One account has one token request at a time, however many threads ask. Tokens are refreshed five
 * minutes before they expire, or after four fifths of a shorter life; if that fails while the old token is still good, the old
 * one is handed out.
 *
 * <p><b>Failures.</b> A token request is sent once. A lost answer is not asked for again behind the caller's back, since the
 * request may have been carried out; network trouble, 429 and 5xx come out as retryable
 * {@link dev.outlookmailbox.core.error.OutlookException}s at once, and the refresh token stays.
 */
@NullMarked
package dev.outlookmailbox.oauth;

import org.jspecify.annotations.NullMarked;
