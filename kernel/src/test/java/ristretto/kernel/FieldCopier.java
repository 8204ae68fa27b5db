package ristretto.kernel;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves all fields that one class declares, and that are not final, between an object and two arrays. An exploration does
 * this hundreds of times for each step, so the code that does it is made for each class; reflection would take ten times
 * as long.
 */
public interface FieldCopier {
    void save(Object object, long[] numbers, int number, Object[] references, int reference);

    void restore(Object object, long[] numbers, int number, Object[] references, int reference);

    /** What a class declares, and how it is moved. */
    record Fields(List<Field> references, List<Field> numbers, FieldCopier copier) {}

    ClassValue<Fields> OF = new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> type) {
            List<Field> references = new ArrayList<>();
            List<Field> numbers = new ArrayList<>();
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    (field.getType().isPrimitive() ? numbers : references).add(field);
                }
            }
            return new Fields(references, numbers, make(type, numbers, references));
        }
    };

    private static FieldCopier make(Class<?> type, List<Field> numbers, List<Field> references) {
        MethodTypeDesc all = MethodTypeDesc.of(
                ConstantDescs.CD_void,
                ConstantDescs.CD_Object,
                ConstantDescs.CD_long.arrayType(),
                ConstantDescs.CD_int,
                ConstantDescs.CD_Object.arrayType(),
                ConstantDescs.CD_int);
        byte[] code = ClassFile.of().build(ClassDesc.of(type.getName() + "Copier"), made -> made.withInterfaceSymbols(
                        desc(FieldCopier.class))
                .withMethodBody("<init>", ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, c -> c.aload(0)
                        .invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                        .return_())
                .withMethodBody("save", all, ClassFile.ACC_PUBLIC, c -> {
                    for (int i = 0; i < numbers.size(); i++) {
                        element(c, 2, i);
                        get(c, type, numbers.get(i));
                        if (numbers.get(i).getType() != long.class) {
                            c.i2l();
                        }
                        c.lastore();
                    }
                    for (int i = 0; i < references.size(); i++) {
                        element(c, 4, i);
                        get(c, type, references.get(i));
                        c.aastore();
                    }
                    c.return_();
                })
                .withMethodBody("restore", all, ClassFile.ACC_PUBLIC, c -> {
                    for (int i = 0; i < numbers.size(); i++) {
                        c.aload(1).checkcast(desc(type));
                        element(c, 2, i).laload();
                        if (numbers.get(i).getType() != long.class) {
                            c.l2i();
                        }
                        put(c, type, numbers.get(i));
                    }
                    for (int i = 0; i < references.size(); i++) {
                        c.aload(1).checkcast(desc(type));
                        element(c, 4, i).aaload();
                        c.checkcast(desc(references.get(i).getType()));
                        put(c, type, references.get(i));
                    }
                    c.return_();
                }));
        try {
            return (FieldCopier) MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .defineHiddenClass(code, true, Lookup.ClassOption.NESTMATE)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** Array and index of the object's i-th element: the array is an argument, followed by where the object's begin. */
    private static CodeBuilder element(CodeBuilder c, int array, int i) {
        return c.aload(array).iload(array + 1).loadConstant(i).iadd();
    }

    private static void get(CodeBuilder c, Class<?> type, Field field) {
        c.aload(1).checkcast(desc(type)).getfield(desc(type), field.getName(), desc(field.getType()));
    }

    private static void put(CodeBuilder c, Class<?> type, Field field) {
        c.putfield(desc(type), field.getName(), desc(field.getType()));
    }
}
