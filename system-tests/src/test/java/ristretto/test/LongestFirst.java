package ristretto.test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The order of the test classes for two processors: those that take longest begin first, so that at the end neither processor waits for the other. Of JUnit's two threads one takes classes from the
 * front of the list, and the other from its end: the short ones are in the middle.
 */
public final class LongestFirst implements ClassOrderer {
    private static final List<Class<?>> LONGEST = classes(
            "DifferentialTest",
            "GeneratedProgramsTest",
            "LibraryTest",
            "ProofTest",
            "NewProjectTest",
            "CollectorStressTest",
            "GeneratedOnOurKernelTest",
            "JavaCommandTest",
            "faults.FaultInjectionTest",
            "faults.SupervisorDeathTest",
            "HostileTest",
            "SupervisorRestartTest",
            "gateway.HostileLineTest",
            "ServiceAsArgumentTest",
            "GoodNeighboursTest",
            "KernelOnTargetTest",
            "ImageSizeTest");

    private static List<Class<?>> classes(String... names) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            try {
                classes.add(Class.forName("ristretto.test." + name));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("there is no test " + name + " any more", e);
            }
        }
        return classes;
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<Class<?>> longestFirst = new ArrayList<>();
        context.getClassDescriptors().forEach(descriptor -> longestFirst.add(descriptor.getTestClass()));
        longestFirst.sort(Comparator.<Class<?>>comparingInt(LongestFirst::place).thenComparing(Class::getName));
        int last = longestFirst.size() - 1;
        context.getClassDescriptors().sort(Comparator.comparingInt((ClassDescriptor descriptor) -> {
            int place = longestFirst.indexOf(descriptor.getTestClass());
            return place % 2 == 0 ? place : 2 * last - place;
        }));
    }

    private static int place(Class<?> test) {
        int place = LONGEST.indexOf(test);
        return place < 0 ? LONGEST.size() : place;
    }
}
