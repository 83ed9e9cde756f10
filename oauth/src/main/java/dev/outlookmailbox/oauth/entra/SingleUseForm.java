package dev.outlookmailbox.oauth.entra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A form body that can be written once. OkHttp repeats a POST after {@code 503} with {@code Retry-After: 0} even where retries
 * are off, unless the body says that it cannot be repeated.
 */
final class SingleUseForm extends RequestBody {

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final byte[] form;
    private volatile boolean started;

    SingleUseForm(String form) {
        this.form = form.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
        return FORM;
    }

    @Override
    public long contentLength() {
        return form.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    /** Whether the server may have seen some of it. */
    boolean started() {
        return started;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        started = true;
        sink.write(form);
    }
}
