package dev.outlookmailbox.smtp.mime;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.OutputStream;

/** Content that writes itself, already encoded, so that no handler for its type has to be found by class loader or mailcap file. */
abstract class Body extends DataHandler {

    Body(Object content, String type) {
        super(content, type);
    }

    @Override
    public abstract void writeTo(OutputStream out) throws IOException;
}
