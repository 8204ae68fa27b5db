package ristretto.tool.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a class path, a folder or a jar: which classes it holds, and whether they can be started. */
public record ProgramClasses(Path entry) {

    /** The class file of a class, or empty. */
    public Optional<byte[]> bytes(String className) {
        String file = className.replace('.', '/') + ".class";
        try {
            if (Files.isDirectory(entry)) {
                Path path = entry.resolve(file);
                return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
            }
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                Path path = jar.getPath(file);
                return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it has {@code void main(String[])} or {@code void main()}, static or not (Java language specification
     * 12.1.4). One that it may inherit is the compiler's to find.
     */
    public static boolean hasMain(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        boolean inherits = model.superclass()
                .map(superclass -> !superclass.asInternalName().equals("java/lang/Object"))
                .orElse(false);
        return inherits || model.methods().stream().anyMatch(ProgramClasses::isMain);
    }

    private static boolean isMain(MethodModel method) {
        String type = method.methodType().stringValue();
        return method.methodName().equalsString("main")
                && !method.flags().has(AccessFlag.PRIVATE)
                && (type.equals("([Ljava/lang/String;)V") || type.equals("()V"));
    }

    /** Names of all classes that can be started; of folders only. */
    public List<String> runnable() {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(entry)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                if (hasMain(Files.readAllBytes(file))) {
                    String name = entry.relativize(file).toString();
                    names.add(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
