/** The front door: {@link dev.outlookmailbox.OutlookMailbox}. */
module dev.outlookmailbox {
    requires transitive dev.outlookmailbox.core;
    requires transitive dev.outlookmailbox.imap;
    requires transitive dev.outlookmailbox.oauth;
    requires transitive dev.outlookmailbox.smtp;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.outlookmailbox;
}
