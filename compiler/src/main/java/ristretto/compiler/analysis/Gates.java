package ristretto.compiler.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ristretto.compiler.model.JavaClass;
import ristretto.compiler.model.JavaMethod;

/**
 * The doors to machinery of the JDK that needs a JVM, or a system with files and sockets, around it. Libraries have many ways to them,
 * most of which no program ever goes, and behind them lie thousands of methods that would lead to some native one in the end. So in a program
 * with libraries analysis stops at the door: who comes there gets the exception that says what is not supported. A method that has a substitute is
 * no door.
 */
final class Gates {
    private static final Map<String, String> REASONS = Map.of(
            "reflection", "reflection on members is not supported; call them, or choose among them in the program",
            "loading", "classes cannot be loaded at run time",
            "resources",
                    "resources of class loaders and modules are not supported; ask a class, getResourceAsStream with a constant",
            "services", "of services only those are found whose class literal stands in the call of ServiceLoader.load",
            "handles", "method handles built at run time are not supported",
            "files", "there is no file system",
            "network", "there are no sockets",
            "logging", "there is no System.Logger",
            "processes", "there are no child processes",
            "security", "there are no security providers to choose from");

    private record Gate(String prefix, String reason) {}

    private static final List<Gate> GATES = List.of(
            new Gate("java/lang/reflect/Method.", "reflection"),
            new Gate("java/lang/reflect/Constructor.", "reflection"),
            new Gate("java/lang/reflect/Executable.", "reflection"),
            new Gate("java/lang/reflect/Field.", "reflection"),
            new Gate("java/lang/reflect/AccessibleObject.", "reflection"),
            new Gate("java/lang/reflect/Parameter.", "reflection"),
            new Gate("java/lang/reflect/Proxy", "reflection"),
            new Gate("java/lang/Class.getDeclaredField", "reflection"),
            new Gate("java/lang/Class.getField", "reflection"),
            new Gate("java/lang/Class.getMethod", "reflection"),
            new Gate("java/lang/Class.getDeclaredMethod", "reflection"),
            new Gate("java/lang/Class.getConstructor", "reflection"),
            new Gate("java/lang/Class.getDeclaredConstructor", "reflection"),
            new Gate("java/lang/Class.newInstance", "reflection"),
            new Gate("java/lang/Class.getGeneric", "reflection"),
            new Gate("java/lang/Class.getAnnotat", "reflection"),
            new Gate("java/lang/Class.getDeclaredAnnotation", "reflection"),
            new Gate("java/lang/Class.annotationData", "reflection"),
            new Gate("java/lang/Class.getEnclosing", "reflection"),
            new Gate("java/lang/Class.getTypeParameters", "reflection"),
            new Gate("sun/reflect/", "reflection"),
            new Gate("jdk/internal/reflect/", "reflection"),
            new Gate("java/lang/Class.forName", "loading"),
            new Gate("java/lang/Class.getClassLoader", "loading"),
            new Gate("java/lang/Class.getProtectionDomain", "loading"),
            new Gate("java/lang/Class.getPackage()", "loading"),
            new Gate("java/lang/ClassLoader", "loading"),
            new Gate("java/lang/Module", "loading"),
            new Gate("java/lang/module/", "loading"),
            new Gate("jdk/internal/loader/", "loading"),
            new Gate("jdk/internal/module/", "loading"),
            new Gate("jdk/internal/jimage/", "loading"),
            new Gate("jdk/internal/jrtfs/", "loading"),
            new Gate("jdk/internal/classfile/", "loading"),
            new Gate("java/lang/classfile/", "loading"),
            new Gate("java/lang/Class.getResource", "resources"),
            new Gate("java/util/ResourceBundle.getBundle", "resources"),
            new Gate("java/util/ResourceBundle$", "resources"),
            new Gate("java/util/ServiceLoader.load", "services"),
            new Gate("java/util/ServiceLoader$", "services"),
            new Gate("java/lang/invoke/MethodHandle", "handles"),
            new Gate("java/lang/invoke/MethodType", "handles"),
            new Gate("java/lang/invoke/LambdaForm", "handles"),
            new Gate("java/nio/file/Files.", "files"),
            new Gate("java/nio/file/FileSystem", "files"),
            new Gate("java/nio/file/Path.of", "files"),
            new Gate("java/nio/file/Paths.", "files"),
            new Gate("java/nio/channels/FileChannel.", "files"),
            new Gate("java/io/FileInputStream.", "files"),
            new Gate("java/io/FileOutputStream.<init>(Ljava/", "files"),
            new Gate("java/io/RandomAccessFile.", "files"),
            new Gate("java/io/UnixFileSystem.", "files"),
            new Gate("java/io/DefaultFileSystem.", "files"),
            new Gate("java/util/zip/ZipFile", "files"),
            new Gate("java/util/jar/", "files"),
            new Gate("sun/nio/fs/", "files"),
            new Gate("sun/nio/ch/", "files"),
            new Gate("java/net/URL.open", "network"),
            new Gate("java/net/URL.getContent", "network"),
            new Gate("java/net/URLConnection", "network"),
            new Gate("java/net/InetAddress", "network"),
            new Gate("java/net/Socket", "network"),
            new Gate("java/net/ServerSocket", "network"),
            new Gate("java/net/NetworkInterface", "network"),
            new Gate("sun/net/www/", "network"),
            new Gate("java/lang/System.getLogger", "logging"),
            new Gate("java/lang/System$Logger", "logging"),
            new Gate("jdk/internal/logger/", "logging"),
            new Gate("java/lang/Process", "processes"),
            new Gate("java/lang/Runtime.exec", "processes"),
            new Gate("java/security/Security.", "security"),
            new Gate("java/security/KeyFactory", "security"),
            new Gate("java/security/Signature", "security"),
            new Gate("java/security/cert/", "security"),
            new Gate("javax/crypto/", "security"),
            new Gate("javax/net/", "network"),
            new Gate("sun/security/jca/", "security"),
            new Gate("sun/security/x509/", "security"),
            new Gate("sun/security/pkcs", "security"));

    /** What stands behind a door for other reasons. */
    private static final List<String> OPEN = List.of(
            "jdk/internal/loader/ClassLoaderValue.<init>", "jdk/internal/loader/AbstractClassLoaderValue.<init>");

    /** Of constructors, and accessors of records, that which says what they are. */
    private static final List<String> OPEN_MEMBERS = List.of(
            "java/lang/reflect/Constructor",
            "java/lang/reflect/Method",
            "java/lang/reflect/Executable",
            "java/lang/reflect/AccessibleObject");

    private static final Set<String> OPEN_METHODS_OF_MEMBERS = Set.of(
            "<init>",
            "equals",
            "equalParamTypes",
            "getDeclaringClass",
            "getExceptionTypes",
            "getModifiers",
            "getName",
            "getParameterCount",
            "getParameterTypes",
            "getReturnType",
            "getSharedExceptionTypes",
            "getSharedParameterTypes",
            "hashCode",
            "isSynthetic",
            "isVarArgs",
            "printModifiersIfNonzero",
            "sharedToString",
            "specificToStringHeader",
            "toString",
            "toShortString",
            "toShortSignature");

    /** Why nothing behind this method can be supported, or null if it is no door. */
    static String reason(JavaMethod method) {
        if (method.owner.origin != JavaClass.Origin.JDK || method.bodyOwner != method.owner) {
            return null;
        }
        String symbol = method.symbol();
        boolean ofMember = OPEN_MEMBERS.contains(method.owner.name) && OPEN_METHODS_OF_MEMBERS.contains(method.name);
        if (ofMember || OPEN.stream().anyMatch(symbol::startsWith)) {
            return null;
        }
        for (Gate gate : GATES) {
            if (symbol.startsWith(gate.prefix)) {
                return REASONS.get(gate.reason);
            }
        }
        return null;
    }

    private Gates() {}
}
