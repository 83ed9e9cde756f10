/** Contracts, values, errors and diagnosis that the other modules of outlook-mailbox share; needs the JDK only. */
module dev.outlookmailbox.core {
    requires static transitive org.jspecify;

    exports dev.outlookmailbox.core;
    exports dev.outlookmailbox.core.crypto;
    exports dev.outlookmailbox.core.error;
    exports dev.outlookmailbox.core.net;
    exports dev.outlookmailbox.core.sasl;
}
