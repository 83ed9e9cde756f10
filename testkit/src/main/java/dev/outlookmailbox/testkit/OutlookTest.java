package dev.outlookmailbox.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a {@link FakeOutlook} and closes it afterwards. Test methods and set-up methods may have
 * parameters of the types {@link FakeOutlook} and {@link FakeMailbox}; a mailbox is made for each address named by
 * {@link Mailbox}, once per fake. Needs JUnit Jupiter 5 or later on the class path, which this module does not bring along.
 *
 * <pre>{@code
 * @OutlookTest
 * class TicketInboxTest {
 *
 *     @Test
 *     void opensATicket(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
 *         ann.deliver("Subject: Help\n\nThe printer is on fire.\n");
 *         // ...
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OutlookTestExtension.class)
public @interface OutlookTest {

    /** How long a fake lives. */
    Lifetime lifetime() default Lifetime.METHOD;

    /** How long a fake lives. */
    enum Lifetime {
        /** Each test method has its own: nothing of one test can disturb another. */
        METHOD,
        /** All test methods of a class share one, which saves its start; mail and faults stay from test to test. */
        CLASS
    }
}
