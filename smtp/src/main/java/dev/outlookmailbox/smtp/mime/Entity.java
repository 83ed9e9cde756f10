package dev.outlookmailbox.smtp.mime;

import java.io.IOException;
import java.io.OutputStream;

/** A message or one of its parts: header and body (RFC 2045). Can be measured and written any number of times. */
public interface Entity {

    /** The octets that {@link #writeTo} writes. Reads a file through where its length is not known otherwise. */
    long size() throws ContentUnreadableException;

    /** Writes lines that end with CRLF, except perhaps the last. */
    void writeTo(OutputStream out) throws IOException;
}
