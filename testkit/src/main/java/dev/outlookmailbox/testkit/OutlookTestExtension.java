package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.OutlookTest.Lifetime;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a fake when the first parameter asks for one. Closes it by callbacks, as the types that JUnit's store closes by itself
 * differ between JUnit 5 and 6.
 */
final class OutlookTestExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(OutlookTestExtension.class);

    OutlookTestExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.getDeclaringExecutable() instanceof Method
                && (type == FakeOutlook.class || type == FakeMailbox.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningFake running = running(context);
        if (parameter.getParameter().getType() == FakeOutlook.class) {
            return running.fake();
        }
        String address = parameter
                .findAnnotation(Mailbox.class)
                .map(Mailbox::value)
                .orElseThrow(() -> new ParameterResolutionException(
                        "Say whose mailbox it is: @Mailbox(\"ann@contoso.com\") FakeMailbox ann"));
        return running.mailbox(address);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private static void close(ExtensionContext context) {
        @Nullable RunningFake running = context.getStore(NAMESPACE).remove(RunningFake.class, RunningFake.class);
        if (running != null) {
            running.close();
        }
    }

    private static RunningFake running(ExtensionContext context) {
        ExtensionContext owner = lifetime(context) == Lifetime.CLASS ? classOf(context) : context;
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(RunningFake.class, type -> new RunningFake(), RunningFake.class);
    }

    private static Lifetime lifetime(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), OutlookTest.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), OutlookTest.class))
                .map(OutlookTest::lifetime)
                .orElse(Lifetime.METHOD);
    }

    /** A parameterized test stands between a method and its class. */
    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext owner = context;
        while (owner.getTestMethod().isPresent() && owner.getParent().isPresent()) {
            owner = owner.getParent().get();
        }
        return owner;
    }
}
