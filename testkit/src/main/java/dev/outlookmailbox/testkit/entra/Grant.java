package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.time.Instant;

/** What a refresh token stands for. */
record Grant(Account account, Instant issuedAt) {}
