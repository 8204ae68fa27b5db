package ristretto.compiler.ir;

import ristretto.compiler.Mode;
import ristretto.compiler.analysis.Problems;
import ristretto.compiler.analysis.Program;
import ristretto.compiler.model.ClassWorld;
import ristretto.compiler.model.JavaClass;

/**
 * What the translation of every method of a program shares.
 *
 * @param debugTypes null where no debugger wants to see variables
 */
record ModuleContext(
        Program program,
        Layout layout,
        VirtualTables tables,
        Support support,
        Metadata metadata,
        ConstantData constants,
        TypeTests typeTests,
        DebugTypes debugTypes,
        Problems problems) {

    Mode mode() {
        return program.mode;
    }

    ClassWorld world() {
        return program.world;
    }

    /** The class whose initialiser has to run before a use of this class, or null where none has. */
    JavaClass initialisedFirst(JavaClass type) {
        for (JavaClass c = type; c != null; c = c.superclass) {
            if (c.initialisedAtRunTime) {
                return c;
            }
        }
        return null;
    }
}
