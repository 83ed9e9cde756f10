/** Folders and messages of Exchange over IMAP. */
module dev.outlookmailbox.imap {
    requires transitive dev.outlookmailbox.core;
    requires static transitive org.jspecify;
    requires org.jsoup;
    requires org.slf4j;

    exports dev.outlookmailbox.imap;
}
