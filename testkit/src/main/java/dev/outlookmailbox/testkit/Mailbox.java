package dev.outlookmailbox.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says whose mailbox a {@link FakeMailbox} parameter is, in an {@link OutlookTest}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Mailbox {

    /** As in {@code ann@contoso.com} or {@code Ann Lee <ann@contoso.com>}. */
    String value();
}
