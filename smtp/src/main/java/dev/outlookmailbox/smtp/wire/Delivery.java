package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.error.Diagnosis;
import java.util.List;
import java.util.Map;

/**
 * A message that the server took.
 *
 * @param accepted at least one
 * @param rejected what was said to the others
 * @param serverReply the server's last words
 */
public record Delivery(List<MailAddress> accepted, Map<MailAddress, Diagnosis> rejected, String serverReply) {}
