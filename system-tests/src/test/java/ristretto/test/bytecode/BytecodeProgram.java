package ristretto.test.bytecode;

import java.util.ArrayList;
import java.util.List;

/** A program of one assembled class; its name is that of an instruction, or of a shape of it. */
public record BytecodeProgram(String mainClass, byte[] classFile) {

    /** One for each instruction that Java's class files may hold, and more where it has shapes. */
    public static List<BytecodeProgram> all() {
        List<BytecodeProgram> programs = new ArrayList<>();
        programs.addAll(OperatorPrograms.all());
        programs.addAll(LocalPrograms.all());
        programs.addAll(StackPrograms.all());
        programs.addAll(BranchPrograms.all());
        programs.addAll(ArrayPrograms.all());
        programs.addAll(ReferencePrograms.all());
        return programs;
    }
}
