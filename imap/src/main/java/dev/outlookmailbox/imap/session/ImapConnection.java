package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.imap.wire.Response;
import dev.outlookmailbox.imap.wire.UnparsableException;
import dev.outlookmailbox.imap.wire.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: sends commands and reads until they are completed. A command that the server refuses leaves it usable; when
 * the conversation breaks it is {@link #isBroken()} for good. One thread at a time, but any may close it.
 */
public final class ImapConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImapConnection.class);

    private static final int USELESS_WAITS = 4;

    private Wire wire;
    private Capabilities capabilities = Capabilities.UNKNOWN;
    private List<String> secrets = List.of();
    private int commands;
    private boolean underWay;
    private @Nullable String goodbye;
    private @Nullable Selection selection;
    private volatile boolean broken;
    private volatile boolean closed;

    ImapConnection(Wire wire) {
        this.wire = wire;
    }

    /**
     * Sends a command and hands on each untagged (or stray) response until it is completed.
     *
     * @param command without a tag; must not hold a secret, as it is logged
     * @param untagged gets responses that are good during the call only; one that it finds
     *     {@linkplain UnparsableException unparsable} is dropped
     * @throws dev.outlookmailbox.core.error.OutlookException if the conversation breaks
     */
    public Completion execute(String command, Consumer<Response> untagged) {
        underWay = true;
        try {
            String tag = send(command, command);
            Response response = completion(tag, command, untagged);
            String text = withoutSecrets(response.text());
            log.trace("S: {} {} {}", tag, response.status(), text);
            underWay = false;
            return new Completion(response.status(), text, response);
        } finally {
            if (underWay) {
                breakDown();
            }
        }
    }

    /** Responses of another kind than the command asks for keep it waiting for a few read timeouts, but not for ever. */
    private Response completion(String tag, String command, Consumer<Response> untagged) {
        long progress = System.nanoTime();
        while (true) {
            Response response = readResponse();
            if (response.isTagged(tag)) {
                return response;
            }
            offer(response, untagged);
            if (!response.name().isEmpty() && command.contains(response.name())) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress
                    > USELESS_WAITS * wire.patience().toNanos()) {
                throw broken(new SocketTimeoutException("the server says nothing to the point"));
            }
        }
    }

    /** The same where only the completion matters. */
    public Completion execute(String command) {
        return execute(command, response -> {});
    }

    /** Whether the server can do something, by its capability's name in upper case. */
    public boolean can(String capability) {
        return capabilities.has(capability);
    }

    /** Which folder is open here, and what the server said when it was opened. */
    public @Nullable Selection selection() {
        return selection;
    }

    public void select(@Nullable Selection opened) {
        this.selection = opened;
    }

    /** Whether the next command would begin where the last one ended. */
    boolean isReusable() {
        return !broken && !underWay;
    }

    boolean isBroken() {
        return broken;
    }

    /** What the server said when it hung up, {@code ""} if it did not. */
    String goodbye() {
        return goodbye == null ? "" : goodbye;
    }

    /** Names what must never be seen of what the server says, in case it echoes what it was sent. */
    void hide(String... sent) {
        this.secrets = List.of(sent);
    }

    String withoutSecrets(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    void learn(Capabilities read) {
        this.capabilities = read;
    }

    Wire wire() {
        return wire;
    }

    void continueOn(Wire upgraded) {
        this.wire = upgraded;
    }

    /** Sends a line with a new tag; the log shows {@code loggable} in its place. */
    String send(String command, String loggable) {
        String tag = "A" + commands++;
        log.trace("C: {} {}", tag, loggable);
        write(tag + " " + command);
        return tag;
    }

    /** Sends a line as it is and logs nothing of it. */
    void write(String line) {
        try {
            wire.writeLine(line);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The next response that is no farewell. */
    Response readResponse() {
        try {
            while (true) {
                Response response = wire.read();
                if (response.status() != Response.Status.BYE) {
                    return response;
                }
                goodbye = withoutSecrets(response.text());
                log.trace("S: * BYE {}", goodbye);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        broken = true;
        wire.close();
    }

    /** Says LOGOUT without waiting for the answer, then closes. */
    void hangUp() {
        if (!broken) {
            try {
                wire.writeLine("A" + commands + " LOGOUT");
            } catch (IOException e) {
                log.trace("The connection was gone before LOGOUT");
            }
        }
        close();
    }

    void breakDown() {
        broken = true;
        wire.close();
    }

    private RuntimeException broken(IOException e) {
        breakDown();
        return Breakdown.of(goodbye(), closed, e);
    }

    private static void offer(Response response, Consumer<Response> untagged) {
        if (response.kind() == Response.Kind.CONTINUATION || response.kind() == Response.Kind.TAGGED) {
            return;
        }
        try {
            untagged.accept(response);
        } catch (UnparsableException e) {
            log.debug("Dropped a {} response that makes no sense: {}", response.name(), e.getMessage());
        }
    }
}
