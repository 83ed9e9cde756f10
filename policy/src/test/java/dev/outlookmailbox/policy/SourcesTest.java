package dev.outlookmailbox.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final int MOST_LINES = 400;
    private static final int USUAL_LINES = 200;
    private static final Pattern SLEEP = Pattern.compile("\\b(?:Thread|TimeUnit\\.\\w+)\\.sleep\\(");

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        assertEquals(List.of(), offending(sources(), lines -> lines.size() > MOST_LINES));
    }

    @Test
    void nine_of_ten_main_files_have_at_most_200_lines() throws IOException {
        List<Path> main = sources().stream()
                .filter(p -> p.toString().contains("/src/main/"))
                .toList();
        int longer = offending(main, lines -> lines.size() > USUAL_LINES).size();
        assertTrue(longer * 10 <= main.size(), longer + " of " + main.size() + " files are longer");
    }

    @Test
    void every_package_is_null_marked_and_says_what_it_is_for() throws IOException {
        List<Path> silent = sources().stream()
                .filter(p -> p.toString().contains("/src/main/") && !p.endsWith("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !saysWhatItIsFor(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void no_test_sleeps() throws IOException {
        List<Path> tests = sources().stream()
                .filter(p -> p.toString().contains("/src/test/"))
                .toList();
        assertEquals(
                List.of(),
                offending(
                        tests,
                        lines -> lines.stream().anyMatch(l -> SLEEP.matcher(l).find())));
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        Pattern later = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX)\\b");
        assertEquals(
                List.of(),
                offending(
                        sources(),
                        lines -> lines.stream().anyMatch(l -> later.matcher(l).find())));
    }

    private static boolean saysWhatItIsFor(Path packageInfo) {
        try {
            String text = Files.readString(packageInfo);
            return text.startsWith("/**") && text.contains("@NullMarked");
        } catch (IOException absent) {
            return false;
        }
    }

    private static List<Path> offending(List<Path> files, java.util.function.Predicate<List<String>> rule)
            throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (Path file : files) {
            if (rule.test(Files.readAllLines(file))) {
                found.add(Repository.ROOT.relativize(file));
            }
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.ROOT)) {
            return files.filter(p -> p.toString().endsWith(".java")
                            && !p.toString().contains("/target/")
                            && !p.toString().contains("/.ci/"))
                    .toList();
        }
    }
}
