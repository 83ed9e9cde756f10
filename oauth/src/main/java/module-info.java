/** Signs users in at Microsoft Entra and keeps their tokens alive. */
module dev.outlookmailbox.oauth {
    requires transitive dev.outlookmailbox.core;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.microsoft.aad.msal4j;
    // an automatic module names no requirements of its own, so MSAL4J's JSON library is named here
    requires com.azure.json;
    requires okhttp3;
    requires okio;
    requires org.slf4j;

    exports dev.outlookmailbox.oauth;
}
