/** Composing mail and submitting it to Exchange. */
module dev.outlookmailbox.smtp {
    requires static transitive org.jspecify;
    requires transitive dev.outlookmailbox.core;
    requires jakarta.activation;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.slf4j;

    exports dev.outlookmailbox.smtp;
}
