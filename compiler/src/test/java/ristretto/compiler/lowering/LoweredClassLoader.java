package ristretto.compiler.lowering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Defines sample classes anew with every {@code invokedynamic} replaced by what {@link IndyLowering} makes of it, and
 * with their private members opened up, since on a virtual machine the synthetic classes are strangers.
 */
final class LoweredClassLoader extends ClassLoader {
    private final Predicate<String> isSample;
    private final Map<String, byte[]> samples;
    private final Map<String, byte[]> synthetic = new HashMap<>();
    private final IndyLowering lowering = new IndyLowering();

    /** Number of sites replaced so far. */
    int siteCount;

    /** Lowers the classes of that package, read from the class path. */
    static LoweredClassLoader ofPackage(String packageName) {
        return new LoweredClassLoader(name -> name.startsWith(packageName + "."), Map.of());
    }

    /** Lowers these classes, by binary name. */
    static LoweredClassLoader ofClasses(Map<String, byte[]> classes) {
        return new LoweredClassLoader(classes::containsKey, classes);
    }

    private LoweredClassLoader(Predicate<String> isSample, Map<String, byte[]> samples) {
        super(LoweredClassLoader.class.getClassLoader());
        this.isSample = isSample;
        this.samples = samples;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!IndyLowering.isSynthetic(name) && !isSample.test(name)) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes = IndyLowering.isSynthetic(name) ? synthetic.get(name) : lower(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] lower(String name) {
        ClassFile classFile = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(this::resource)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel model = classFile.parse(read(name));
        boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        CodeTransform code = (builder, element) -> {
            if (element instanceof InvokeDynamicInstruction instruction) {
                IndyLowering.Site site = replacement(model, instruction);
                builder.invokestatic(
                        ClassDesc.ofInternalName(site.className()),
                        site.methodName(),
                        MethodTypeDesc.ofDescriptor(site.descriptor()));
            } else {
                builder.with(element);
            }
        };
        MethodTransform method = MethodTransform.transformingCode(code).andThen((builder, element) -> {
            if (element instanceof AccessFlags flags) {
                builder.withFlags(open(flags.flagsMask(), isInterface));
            } else {
                builder.with(element);
            }
        });
        FieldTransform field = (builder, element) -> {
            if (element instanceof AccessFlags flags) {
                builder.withFlags(open(flags.flagsMask(), isInterface));
            } else {
                builder.with(element);
            }
        };
        ClassTransform all = (builder, element) -> {
            switch ((ClassElement) element) {
                case MethodModel one -> builder.transformMethod(one, method);
                case FieldModel one -> builder.transformField(one, field);
                default -> builder.with(element);
            }
        };
        return classFile.transformClass(model, all);
    }

    private IndyLowering.Site replacement(ClassModel owner, InvokeDynamicInstruction instruction) {
        try {
            IndyLowering.Site site = lowering.lower(owner.thisClass().asInternalName(), siteCount++, instruction);
            synthetic.put(site.className().replace('/', '.'), site.classBytes());
            return site;
        } catch (UnsupportedSite refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static int open(int flags, boolean isInterface) {
        int opened = flags & ~(ClassFile.ACC_PRIVATE | ClassFile.ACC_PROTECTED);
        return isInterface ? opened | ClassFile.ACC_PUBLIC : opened;
    }

    private byte[] read(String name) {
        if (samples.containsKey(name)) {
            return samples.get(name);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InputStream resource(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1);
        byte[] own = samples.get(name.replace('/', '.'));
        return own != null ? new ByteArrayInputStream(own) : getParent().getResourceAsStream(name + ".class");
    }
}
