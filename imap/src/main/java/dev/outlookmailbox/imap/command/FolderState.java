package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.MessageId;
import dev.outlookmailbox.imap.session.Selection;
import java.util.Collection;

/** Whether ids still mean what they meant (RFC 3501 section 2.3.1.1): a message's number is good for one UIDVALIDITY only. */
final class FolderState {

    private FolderState() {}

    /** @throws CommandRejectedException if the server has renumbered the folder since */
    static void check(FolderEntry folder, long uidValidity, Selection selection) {
        if (selection.uidValidity() != uidValidity) {
            throw OutlookException.of(
                    Layer.IMAP,
                    Diagnosis.of(
                            Reason.INVALID_REQUEST,
                            Actor.OPERATOR,
                            false,
                            "The folder '" + folder.path() + "' was rebuilt by the server (UIDVALIDITY " + uidValidity
                                    + " is now " + selection.uidValidity()
                                    + "), so ids from before mean nothing any more; list the folder again."));
        }
    }

    /** @throws CommandRejectedException if the server has renumbered the folder since one of the ids was given */
    static void check(FolderEntry folder, Collection<MessageId> ids, Selection selection) {
        ids.forEach(id -> check(folder, id.uidValidity(), selection));
    }
}
