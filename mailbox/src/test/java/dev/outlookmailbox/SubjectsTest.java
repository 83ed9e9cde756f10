package dev.outlookmailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

    @ParameterizedTest
    @CsvSource({"Offer,Re: Offer", "Fwd: Offer,Re: Fwd: Offer", "Reality,Re: Reality", "'','Re: '"})
    void a_reply_gets_one_mark(String original, String reply) {
        assertEquals(reply, Subjects.reply(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: a", "RE: a", "AW: a", "Antw: a", "SV: a", "re:a", "RE[2]: a", "回复：a", "Odp: a"})
    void marks_do_not_pile_up(String already) {
        assertEquals(already, Subjects.reply(already));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: a", "FW: a", "WG: a", "TR : a", "转发: a"})
    void forward_marks_do_not_pile_up(String already) {
        assertEquals(already, Subjects.forward(already));
    }
}
