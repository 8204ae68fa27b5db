package ristretto.compiler.analysis;

import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ristretto.compiler.lowering.ServiceLowering.Provider;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.Descriptors;
import ristretto.compiler.model.JavaClass;

/** {@code ServiceLoader.load} of a class literal, and the providers that the class path names for it. */
final class ServiceFiles {
    private static final String FOLDER = "META-INF/services/";
    private static final String CONSTRUCTOR = "<init>()V";

    private ServiceFiles() {}

    static boolean isLoad(InvokeInstruction invoke) {
        return invoke.owner().asInternalName().equals("java/util/ServiceLoader")
                && invoke.name().equalsString("load")
                && invoke.type().equalsString("(Ljava/lang/Class;)Ljava/util/ServiceLoader;");
    }

    /** Internal name of the class whose literal the instruction directly before this one pushes; null: it does something else. */
    static String literalBefore(List<CodeElement> elements, InvokeInstruction invoke) {
        return NamedClasses.constantBefore(elements, invoke) instanceof ClassDesc type && type.isClassOrInterface()
                ? Descriptors.internalName(type.descriptorString())
                : null;
    }

    /** In the order of the class path, each once. */
    static List<Provider> providers(ClassWorld world, String service) {
        Set<String> names = new LinkedHashSet<>();
        for (byte[] file : world.resourcesOf(FOLDER + service.replace('/', '.'))) {
            new String(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(names::add);
        }
        List<Provider> providers = new ArrayList<>();
        for (String name : names) {
            JavaClass type = world.find(name.replace('.', '/'));
            providers.add(new Provider(name, type != null && type.methods.containsKey(CONSTRUCTOR)));
        }
        return providers;
    }
}
