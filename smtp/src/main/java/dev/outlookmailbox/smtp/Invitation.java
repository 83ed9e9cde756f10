package dev.outlookmailbox.smtp;

import java.util.Locale;

/**
 * A meeting request or its cancellation (RFC 6047).
 *
 * @param method as the calendar object names it: {@code REQUEST}, {@code CANCEL}, {@code REPLY}, …
 * @param ics the calendar object, from {@code BEGIN:VCALENDAR} to {@code END:VCALENDAR}
 */
public record Invitation(String method, String ics) {

    /** @throws IllegalArgumentException if the method is not one word of letters, or the text is no calendar object */
    public Invitation {
        if (!method.matches("[A-Za-z]{1,40}")) {
            throw new IllegalArgumentException(
                    "The method of an invitation is one word such as REQUEST or CANCEL, not '" + method + "'.");
        }
        method = method.toUpperCase(Locale.ROOT);
        if (!ics.stripLeading().startsWith("BEGIN:VCALENDAR")) {
            throw new IllegalArgumentException(
                    "An invitation is an iCalendar object that begins with BEGIN:VCALENDAR.");
        }
    }
}
