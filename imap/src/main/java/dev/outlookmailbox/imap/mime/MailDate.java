package dev.outlookmailbox.imap.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates of mail: RFC 5322 as in {@code Tue, 9 Jul 2019 13:53:17 +0200 (CEST)}, its obsolete forms, IMAP's
 * {@code 17-Jul-1996 02:44:25 -0700}, and what else can be understood without guessing.
 */
public final class MailDate {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES =
            Map.of("est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7);

    private int day;
    private int month;
    private int year = -1;
    private int seconds = -1;
    private int offset;

    private MailDate() {}

    /** Null for null and for what is no date. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > 200) {
            return null;
        }
        MailDate date = new MailDate();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                int close = text.indexOf(')', at);
                at = close < 0 ? text.length() : close + 1;
            } else if (c <= ' ' || c == ',') {
                at++;
            } else {
                int end = wordEnd(text, at);
                date.accept(text.substring(at, end));
                at = end;
            }
        }
        return date.toInstant();
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ',' && text.charAt(end) != '(') {
            end++;
        }
        return end;
    }

    private void accept(String word) {
        char first = word.charAt(0);
        if ((first == '+' || first == '-') && seconds >= 0) {
            zone(word);
        } else if (word.indexOf(':') > 0) {
            time(word);
        } else if (Character.isDigit(first) && word.indexOf('-') > 0) {
            for (String part : word.split("-", -1)) {
                if (!part.isEmpty()) {
                    accept(part);
                }
            }
        } else if (Character.isDigit(first)) {
            number(word);
        } else {
            name(word.toLowerCase(Locale.ROOT));
        }
    }

    private void number(String word) {
        int value = digits(word, 0, word.length());
        if (value < 0) {
            return;
        }
        if (day == 0 && word.length() <= 2) {
            day = value;
        } else if (year < 0) {
            boolean century = word.length() > 2;
            year = century ? (word.length() == 3 ? 1900 + value : value) : (value < 50 ? 2000 + value : 1900 + value);
        }
    }

    private void name(String word) {
        int index = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (month == 0 && index >= 0 && index % 3 == 0) {
            month = 1 + index / 3;
        } else if (ZONES.containsKey(word)) {
            offset = 3600 * ZONES.getOrDefault(word, 0);
        }
    }

    private void time(String word) {
        String[] parts = word.split(":", -1);
        int hour = digits(parts[0], 0, parts[0].length());
        int minute = parts.length > 1 ? digits(parts[1], 0, Math.min(2, parts[1].length())) : 0;
        int second = parts.length > 2 ? digits(parts[2], 0, Math.min(2, parts[2].length())) : 0;
        if (hour >= 0 && minute >= 0 && second >= 0 && hour < 25 && minute < 60 && second < 62) {
            seconds = 3600 * hour + 60 * minute + second;
        }
    }

    private void zone(String word) {
        String plain = word.replace(":", "");
        int value = digits(plain, 1, Math.min(5, plain.length()));
        if (value >= 0 && plain.length() >= 5) {
            int magnitude = 3600 * (value / 100) + 60 * (value % 100);
            offset = word.charAt(0) == '-' ? -magnitude : magnitude;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || to - from > 6) {
                return -1;
            }
            value = 10 * value + c - '0';
        }
        return from == to ? -1 : value;
    }

    private @Nullable Instant toInstant() {
        if (day == 0 || month == 0 || year < 0 || year > 9999) {
            return null;
        }
        try {
            long midnight = LocalDateTime.of(year, month, day, 0, 0).toEpochSecond(ZoneOffset.UTC);
            return Instant.ofEpochSecond(midnight + Math.max(0, seconds) - offset);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
