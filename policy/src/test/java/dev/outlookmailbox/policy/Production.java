package dev.outlookmailbox.policy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compiled code that the rules look at. */
final class Production {

    /** Every published module: its folder, and the packages that hosts may use. */
    static final Map<String, Set<String>> PUBLISHED = Map.of(
            "core",
                    Set.of(
                            "dev.outlookmailbox.core",
                            "dev.outlookmailbox.core.error",
                            "dev.outlookmailbox.core.net",
                            "dev.outlookmailbox.core.sasl"),
            "oauth", Set.of("dev.outlookmailbox.oauth"),
            "imap", Set.of("dev.outlookmailbox.imap"),
            "smtp", Set.of("dev.outlookmailbox.smtp"),
            "mailbox", Set.of("dev.outlookmailbox"),
            "jdbc", Set.of("dev.outlookmailbox.jdbc"),
            "testkit", Set.of("dev.outlookmailbox.testkit"));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.outlookmailbox");

    private Production() {}

    static boolean isApi(JavaClass type) {
        return isPublic(type)
                && PUBLISHED.values().stream().anyMatch(packages -> packages.contains(type.getPackageName()));
    }

    static List<Class<?>> api(String module) {
        Set<String> packages = PUBLISHED.getOrDefault(module, Set.of());
        return CLASSES.stream()
                .filter(type -> packages.contains(type.getPackageName()) && isPublic(type))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static boolean isPublic(JavaClass type) {
        boolean here = type.getModifiers().contains(JavaModifier.PUBLIC);
        return here && type.getEnclosingClass().map(Production::isPublic).orElse(true);
    }
}
