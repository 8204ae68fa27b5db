package ristretto.compiler.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every call site of whole modules of the JDK is lowered to a class that passes the verifier, twice to the same bytes.
 */
final class JdkCallSitesTest {
    private final IndyLowering lowering = new IndyLowering();
    private final List<String> failures = new ArrayList<>();
    private int siteCount;

    @ParameterizedTest
    @CsvSource({"java.base,2000", "java.net.http,500"})
    void allSitesAreLowered(String module, int atLeast) throws IOException {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                lowerAll(ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(siteCount >= atLeast, module + " has only " + siteCount + " sites");
    }

    private void lowerAll(ClassModel owner) {
        for (MethodModel method : owner.methods()) {
            for (CodeElement element :
                    method.code().map(code -> code.elementList()).orElse(List.of())) {
                if (element instanceof InvokeDynamicInstruction instruction) {
                    check(owner.thisClass().asInternalName(), siteCount++, instruction);
                }
            }
        }
    }

    private void check(String owner, int index, InvokeDynamicInstruction instruction) {
        try {
            IndyLowering.Site site = lowering.lower(owner, index, instruction);
            ClassFile.of().verify(site.classBytes()).forEach(error -> failures.add(site.className() + ": " + error));
            IndyLowering.Site again = lowering.lower(owner, index, instruction);
            if (!Arrays.equals(site.classBytes(), again.classBytes())) {
                failures.add(site.className() + " differs between two builds");
            }
        } catch (UnsupportedSite refused) {
            failures.add(owner + ": " + refused.getMessage());
        }
    }
}
