package dev.outlookmailbox.core.error;

/** What the reader of a diagnosis does next, and so which exception carries it. */
enum NextStep {
    SIGN_IN,
    ASK_ADMINISTRATOR,
    FIX_APP,
    WAIT,
    TRY_AGAIN,
    FIX_REQUEST;

    static NextStep after(Layer layer, Diagnosis diagnosis) {
        return switch (diagnosis.reason()) {
            case CONSENT_REQUIRED -> diagnosis.actor() == Actor.ADMIN ? ASK_ADMINISTRATOR : SIGN_IN;
            case INTERACTION_REQUIRED_MFA,
                    REFRESH_TOKEN_EXPIRED,
                    REFRESH_TOKEN_REVOKED,
                    AUTH_CODE_INVALID,
                    USER_DENIED -> SIGN_IN;
            case ADMIN_CONSENT_REQUIRED, CONDITIONAL_ACCESS_BLOCKED, LICENSE_OR_MAILBOX_MISSING -> ASK_ADMINISTRATOR;
            // a user can unlock an account, or sign in with the one that owns the mailbox
            case USER_DISABLED_OR_MISSING, MAILBOX_MISMATCH_OR_NO_ACCESS, AMBIGUOUS_SIGN_IN_REFUSAL ->
                diagnosis.actor() == Actor.USER ? SIGN_IN : ASK_ADMINISTRATOR;
            // an application that signs in by a mechanism that Exchange has switched off
            case PROTOCOL_DISABLED -> diagnosis.actor() == Actor.OPERATOR ? FIX_APP : ASK_ADMINISTRATOR;
            case INVALID_CLIENT_CREDENTIALS,
                    CLIENT_SECRET_EXPIRED,
                    WRONG_TENANT_OR_AUDIENCE,
                    REDIRECT_URI_MISMATCH,
                    SCOPE_INVALID,
                    TOKEN_WRONG_AUDIENCE_OR_SCOPE,
                    TLS_REQUIRED -> FIX_APP;
            case THROTTLED, TOO_MANY_CONNECTIONS -> WAIT;
            // a personal account may have to be verified by its owner first
            case SENDING_LIMIT_EXCEEDED -> diagnosis.retryable() ? WAIT : FIX_REQUEST;
            case NETWORK, TRANSIENT_SERVER -> TRY_AGAIN;
            case ACCESS_TOKEN_EXPIRED -> diagnosis.retryable() ? TRY_AGAIN : SIGN_IN;
            case SEND_AS_DENIED,
                    RECIPIENT_REJECTED,
                    MESSAGE_TOO_LARGE,
                    QUOTA_EXCEEDED,
                    SPAM_BLOCKED,
                    MAILBOX_NOT_FOUND,
                    FOLDER_NOT_FOUND -> FIX_REQUEST;
            case INVALID_REQUEST, OTHER -> unnamed(layer, diagnosis);
        };
    }

    private static NextStep unnamed(Layer layer, Diagnosis diagnosis) {
        if (diagnosis.retryable()) {
            return TRY_AGAIN;
        }
        return switch (diagnosis.actor()) {
            case USER -> SIGN_IN;
            case ADMIN -> ASK_ADMINISTRATOR;
            case NOBODY, OPERATOR -> layer == Layer.OAUTH ? FIX_APP : FIX_REQUEST;
        };
    }
}
