package dev.outlookmailbox.imap.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf | report.pdf",
                "../../etc/passwd | passwd",
                "..\\..\\boot.ini | boot.ini",
                "C:\\Users\\ann\\a.txt | a.txt",
                ".. | attachment",
                ". | attachment",
                "/ | attachment",
                ".bashrc | bashrc",
                "a<b>:c?.txt | a_b__c_.txt",
                "con | _con",
                "NUL.txt | _NUL.txt",
                "trailing. . | trailing",
                "Grüße 你好 😀.txt | Grüße 你好 😀.txt",
            })
    void areMadeSafe(String name, String expected) {
        assertEquals(expected, FileNames.safe(name));
    }

    @Test
    void loseWhatTurnsTheDirectionOfWriting() {
        assertEquals("harmlessgpj.exe", FileNames.safe("harmless\u202Egpj.exe"));
        assertEquals("ab.txt", FileNames.safe("a\u0000\r\nb.txt"));
    }

    @Test
    void areShortenedToWhatFileSystemsTakeWithTheExtensionKept() {
        String safe = FileNames.safe("你".repeat(300) + ".docx");
        assertTrue(safe.endsWith(".docx"));
        assertTrue(safe.getBytes(StandardCharsets.UTF_8).length <= 200);
    }

    @Test
    void neverOverwrite(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.txt"), "mine");
        assertEquals(
                "a (2).txt",
                FileNames.createIn(directory, "../a.txt").getFileName().toString());
        assertEquals(
                "a (3).txt",
                FileNames.createIn(directory, "a.txt").getFileName().toString());
        assertEquals("mine", Files.readString(directory.resolve("a.txt")));
    }

    @Test
    void areInventedWhereThereAreNone() {
        assertEquals("attachment.pdf", FileNames.invent("application/pdf", Optional.empty(), Set.of()));
        assertEquals(
                "attachment-2.bin",
                FileNames.invent("application/x-very-strange-thing", Optional.empty(), Set.of("attachment.bin")));
        assertEquals("Lunch?.eml", FileNames.invent("message/rfc822", Optional.of("Lunch?"), Set.of()));
    }
}
