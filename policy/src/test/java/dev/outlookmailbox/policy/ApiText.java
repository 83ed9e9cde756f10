package dev.outlookmailbox.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public and protected types and members as sorted lines, one member a line. */
final class ApiText {

    private ApiText() {}

    static String of(List<Class<?>> types) {
        return types.stream()
                .sorted(Comparator.comparing(Class::getName))
                .map(ApiText::type)
                .collect(Collectors.joining("\n"));
    }

    private static String type(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            add(members, field.getModifiers(), field.isSynthetic(), field.toGenericString());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(members, constructor.getModifiers(), constructor.isSynthetic(), constructor.toGenericString());
        }
        for (Method method : type.getDeclaredMethods()) {
            add(members, method.getModifiers(), method.isSynthetic() || method.isBridge(), method.toGenericString());
        }
        String prefix = type.getName() + ".";
        return header(type)
                + members.stream()
                        .map(m -> "    " + m.replace(prefix, ""))
                        .sorted()
                        .map(l -> l + "\n")
                        .collect(Collectors.joining());
    }

    private static void add(List<String> members, int modifiers, boolean synthetic, String text) {
        if (!synthetic && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))) {
            members.add(text);
        }
    }

    private static String header(Class<?> type) {
        Stream<String> parents = Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass())
                        .map(Object::toString)
                        .map(s -> s.replace("class ", "")),
                Arrays.stream(type.getGenericInterfaces())
                        .map(t -> t.getTypeName())
                        .sorted());
        String ancestry = parents.filter(p -> !p.equals("java.lang.Object")).collect(Collectors.joining(", "));
        return declaration(type) + (ancestry.isEmpty() ? "" : " : " + ancestry) + "\n";
    }

    /** Not {@code toGenericString}, which words records and sealed types in another way in each Java release. */
    private static String declaration(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int modifiers = type.getModifiers() & ~Modifier.INTERFACE & (type.isInterface() ? ~Modifier.ABSTRACT : ~0);
        String parameters = Arrays.stream(type.getTypeParameters())
                .map(parameter -> parameter.getTypeName())
                .collect(Collectors.joining(",", "<", ">"));
        return Modifier.toString(modifiers) + " " + kind + " " + type.getName()
                + (parameters.equals("<>") ? "" : parameters);
    }
}
