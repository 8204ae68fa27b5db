package ristretto.compiler.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * From a file of assembly to a relocatable object. GNU syntax as LLVM reads it, with {@code .macro} and {@code .equ};
 * there is no C preprocessor.
 */
public final class Assembler {
    private final CodeGenerator generator;
    private final Target target;

    public Assembler(CodeGenerator generator, Target target) {
        this.generator = generator;
        this.target = target;
    }

    /** @throws LinkException with file, line and LLVM's message, if the text is wrong */
    public void assemble(Path source, Path objectFile) throws IOException {
        assemble(Files.readString(source), source.toString(), objectFile);
    }

    /** Assembles a resource of a class. */
    public void assemble(Class<?> owner, String resource, Path objectFile) throws IOException {
        assemble(owner, resource, "", objectFile);
    }

    /** @param preface what goes before the resource's first line, on the same line */
    void assemble(Class<?> owner, String resource, String preface, Path objectFile) throws IOException {
        try (InputStream content = owner.getResourceAsStream(resource)) {
            if (content == null) {
                throw new LinkException(owner.getName() + " has no resource " + resource);
            }
            assemble(preface + new String(content.readAllBytes(), StandardCharsets.UTF_8), resource, objectFile);
        }
    }

    private void assemble(String text, String name, Path objectFile) throws IOException {
        Files.write(objectFile, generator.assemble(text, name, target));
    }
}
