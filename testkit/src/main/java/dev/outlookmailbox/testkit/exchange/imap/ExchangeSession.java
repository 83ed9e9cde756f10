package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import org.jspecify.annotations.Nullable;

/** What GreenMail's commands know of a client. Used by the thread of the connection; only the news in it are shared. */
final class ExchangeSession implements ImapSession {

    private final Managers greenMail;
    private final ImapConversation client;
    private @Nullable GreenMailUser user;
    private @Nullable SelectedFolder selected;

    ExchangeSession(Managers greenMail, ImapConversation client) {
        this.greenMail = greenMail;
        this.client = client;
    }

    @Override
    public void unsolicitedResponses(ImapResponse response) {
        unsolicitedResponses(response, false);
    }

    @Override
    public void unsolicitedResponses(ImapResponse response, boolean omitExpunged) {
        if (selected != null) {
            selected.tell(response, omitExpunged);
        }
    }

    @Override
    public void closeConnection(String byeMessage) {
        client.bye(byeMessage);
    }

    @Override
    public void closeConnection() {
        client.close();
    }

    @Override
    public UserManager getUserManager() {
        return greenMail.getUserManager();
    }

    @Override
    public ImapHostManager getHost() {
        return greenMail.getImapHostManager();
    }

    @Override
    public String getClientIP() {
        return "127.0.0.1";
    }

    @Override
    public void setAuthenticated(GreenMailUser owner) {
        user = owner;
    }

    @Override
    public @Nullable GreenMailUser getUser() {
        return user;
    }

    @Override
    public void setSelected(MailFolder folder, boolean readOnly) {
        selected = new SelectedFolder(folder, this, readOnly, client::newsSoon);
    }

    @Override
    public @Nullable ImapSessionFolder getSelected() {
        return selected;
    }

    @Override
    public void deselect() {
        if (selected != null) {
            selected.deselect();
            selected = null;
        }
    }

    @Override
    public ImapSessionState getState() {
        if (selected != null) {
            return ImapSessionState.SELECTED;
        }
        return user == null ? ImapSessionState.NON_AUTHENTICATED : ImapSessionState.AUTHENTICATED;
    }
}
