package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import dev.outlookmailbox.testkit.OutlookTest;
import org.junit.jupiter.api.Test;

@OutlookTest
class CrmTest {

    @Test
    void greets(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        ann.deliver("From: bob@example.com\r\nTo: ann@contoso.com\r\nSubject: Hi\r\n\r\nHello\r\n");
        try (OutlookMailbox mailbox = OutlookMailbox.builder()
                .client(fake.clientId(), fake.clientSecret())
                .refreshToken(ann.refreshToken())
                .endpoints(fake.endpoints())
                .connect()) {
            Crm.greet(mailbox);
        }
        assertEquals(1, ann.sent().size());
    }
}
