package ristretto.tool.image;

import ristretto.compiler.link.CodeGenerator;

/** What the code of a program is optimised for. */
public enum Optimisation {
    SPEED(CodeGenerator.OPTIMIZE_SPEED),
    SIZE(CodeGenerator.OPTIMIZE_SIZE);

    private final String pipeline;

    Optimisation(String pipeline) {
        this.pipeline = pipeline;
    }

    String pipeline() {
        return pipeline;
    }
}
