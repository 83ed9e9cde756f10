package dev.outlookmailbox.policy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.outlookmailbox";
    private static final List<String> FOREIGN = List.of(
            "jakarta.",
            "org.eclipse.",
            "com.microsoft.",
            "com.azure.",
            "okhttp3.",
            "okio.",
            "com.fasterxml.",
            "com.icegreen.",
            "org.jsoup.",
            "kotlin.");

    @Test
    void every_module_was_imported() {
        Set<String> seen = Production.CLASSES.stream()
                .filter(Production::isApi)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<String> expected =
                Production.PUBLISHED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertEquals(expected, seen);
    }

    @Test
    void oauth_imap_and_smtp_are_strangers() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(oauth|imap|smtp)..")
                .should()
                .notDependOnEachOther()
                .check(Production.CLASSES);
    }

    @Test
    void core_needs_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".core..",
                        "java..",
                        "javax.net..",
                        "javax.security..",
                        "javax.crypto..",
                        "org.jspecify..")
                .check(Production.CLASSES);
    }

    @Test
    void nothing_below_knows_the_facade() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".core..", ROOT + ".oauth..", ROOT + ".imap..", ROOT + ".smtp..", ROOT + ".testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(Production.CLASSES);
    }

    @Test
    void the_testkit_and_jdbc_see_core_only() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".testkit..", ROOT + ".jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".oauth..", ROOT + ".imap..", ROOT + ".smtp..")
                .check(Production.CLASSES);
    }

    @Test
    void no_foreign_type_in_a_public_signature() {
        methods()
                .that()
                .areDeclaredInClassesThat(describe("are public API", Production::isApi))
                .and()
                .areNotPrivate()
                .and(describe(
                        "are visible",
                        m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                                || m.getModifiers().contains(JavaModifier.PROTECTED)))
                .should(useOwnTypesOnly())
                .check(Production.CLASSES);
    }

    @Test
    void names_say_what_a_class_is() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveNameNotMatching(".*\\.I[A-Z][a-z]\\w*")
                .check(Production.CLASSES);
    }

    @Test
    void a_public_class_is_not_open_by_accident() {
        classes()
                .that(describe("are public API classes", Production::isApi))
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnnotations()
                .should(beFinalSealedOrAbstract())
                .check(Production.CLASSES);
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> useOwnTypesOnly() {
        return new ArchCondition<>("use types of the JDK and of this library only") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                for (String foreign : foreignTypes(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " shows " + foreign));
                }
            }
        };
    }

    private static Set<String> foreignTypes(JavaCodeUnit method) {
        Set<JavaClass> types = method.getAllInvolvedRawTypes();
        return types.stream()
                .map(JavaClass::getName)
                .filter(name -> FOREIGN.stream().anyMatch(name::startsWith))
                .collect(Collectors.toSet());
    }

    private static ArchCondition<JavaClass> beFinalSealedOrAbstract() {
        return new ArchCondition<>("be final, sealed or abstract") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> reflected = type.reflect();
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || reflected.isSealed()
                        || reflected.isEnum();
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended"));
                }
            }
        };
    }
}
