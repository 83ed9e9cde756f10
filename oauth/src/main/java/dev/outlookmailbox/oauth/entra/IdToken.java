package dev.outlookmailbox.oauth.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outlookmailbox.core.MailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an id_token that this library uses. Its signature is not checked, which OpenID Connect Core 1.0 section
 * 3.1.3.7 (6) allows for one that came straight from the token endpoint over TLS.
 *
 * @param audience the {@code aud} claim
 * @param expiresAt the {@code exp} claim
 * @param nonce the {@code nonce} claim, null in answers to a refresh
 * @param objectId the {@code oid} claim: the user within the tenant
 * @param tenantId the {@code tid} claim
 * @param addresses those of the claims {@code email}, {@code preferred_username} and {@code upn} that are mail addresses, in
 *     this order, each with the display name; mutable in Entra, so never a key
 */
public record IdToken(
        List<String> audience,
        Instant expiresAt,
        @Nullable String nonce,
        @Nullable String objectId,
        @Nullable String tenantId,
        List<MailAddress> addresses) {

    public IdToken {
        audience = List.copyOf(audience);
        addresses = List.copyOf(addresses);
    }

    /** Empty if this is no JWT with a JSON payload. */
    static Optional<IdToken> parse(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Json.object(payload).map(IdToken::of);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static IdToken of(ObjectNode claims) {
        return new IdToken(
                audience(claims.path("aud")),
                Instant.ofEpochSecond(Math.max(0, Math.min(claims.path("exp").asLong(), Integer.MAX_VALUE * 2L))),
                Json.text(claims, "nonce"),
                Json.text(claims, "oid"),
                Json.text(claims, "tid"),
                addresses(claims));
    }

    private static List<String> audience(JsonNode aud) {
        List<String> audience = new ArrayList<>();
        if (aud.isTextual()) {
            audience.add(aud.textValue());
        }
        aud.forEach(member -> audience.add(member.asText()));
        return audience;
    }

    private static List<MailAddress> addresses(ObjectNode claims) {
        String name = Json.text(claims, "name");
        String displayName = name == null
                ? ""
                : name.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
        List<MailAddress> addresses = new ArrayList<>();
        for (String claim : List.of("email", "preferred_username", "upn")) {
            address(displayName, Json.text(claims, claim))
                    .filter(found -> addresses.stream().noneMatch(found::sameMailbox))
                    .ifPresent(addresses::add);
        }
        return addresses;
    }

    private static Optional<MailAddress> address(String displayName, @Nullable String claim) {
        if (claim == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailAddress(displayName, claim.strip())).filter(MailAddress::isComplete);
        } catch (IllegalArgumentException phoneNumberOrOtherAlias) {
            return Optional.empty();
        }
    }
}
