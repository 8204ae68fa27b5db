package ristretto.compiler.lowering;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Turns {@code ServiceLoader.load} of a class literal into a call of a synthetic class, which is also the list of providers that {@code
 * META-INF/services} names on the class path.
 */
public final class ServiceLowering {
    private static final ClassDesc PROVIDERS = ClassDesc.of("ristretto.runtime.Providers");
    private static final ClassDesc SERVICES = ClassDesc.of("ristretto.runtime.Services");
    private static final ClassDesc SUBSTITUTE = ClassDesc.of("ristretto.runtime.jdk.ServiceLoaderSubstitute");
    private static final ClassDesc LOADER = ClassDesc.of("java.util.ServiceLoader");
    private static final ClassDesc ERROR = ClassDesc.of("java.util.ServiceConfigurationError");
    private static final MethodTypeDesc SITE = MethodTypeDesc.of(LOADER, ConstantDescs.CD_Class);

    /** @param isThere whether the class path has a class of this name, with a constructor without parameters */
    public record Provider(String name, boolean isThere) {}

    private ServiceLowering() {}

    /**
     * @param site internal name of the class to make
     * @param service internal name
     */
    public static IndyLowering.Site lower(String site, String service, List<Provider> providers) {
        ClassDesc self = ClassDesc.ofInternalName(site);
        byte[] bytes = SiteClass.build(
                self,
                SITE,
                code -> code.aload(0)
                        .new_(self)
                        .dup()
                        .invokespecial(self, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .invokestatic(SUBSTITUTE, "load", MethodTypeDesc.of(LOADER, ConstantDescs.CD_Class, PROVIDERS))
                        .areturn(),
                builder -> builder.withInterfaceSymbols(PROVIDERS)
                        .withMethodBody(
                                ConstantDescs.INIT_NAME,
                                ConstantDescs.MTD_void,
                                ClassFile.ACC_PUBLIC,
                                code -> SiteClass.construct(code, ConstantDescs.CD_Object))
                        .withMethodBody(
                                "count",
                                MethodTypeDesc.of(ConstantDescs.CD_int),
                                ClassFile.ACC_PUBLIC,
                                code -> code.loadConstant(providers.size()).ireturn())
                        .withMethodBody(
                                "type",
                                MethodTypeDesc.of(ConstantDescs.CD_Class, ConstantDescs.CD_int),
                                ClassFile.ACC_PUBLIC,
                                code -> SiteClass.choose(
                                        code, providers.size(), (c, i) -> type(c, service, providers.get(i))))
                        .withMethodBody(
                                "make",
                                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int),
                                ClassFile.ACC_PUBLIC,
                                code -> SiteClass.choose(code, providers.size(), (c, i) -> make(c, providers.get(i)))));
        return new IndyLowering.Site(site, bytes, SiteClass.METHOD, SITE.descriptorString());
    }

    private static void type(CodeBuilder code, String service, Provider provider) {
        if (provider.isThere) {
            code.loadConstant(ClassDesc.of(provider.name)).areturn();
            return;
        }
        code.loadConstant(ClassDesc.ofInternalName(service))
                .loadConstant(provider.name)
                .invokestatic(
                        SERVICES, "notFound", MethodTypeDesc.of(ERROR, ConstantDescs.CD_Class, ConstantDescs.CD_String))
                .athrow();
    }

    private static void make(CodeBuilder code, Provider provider) {
        if (!provider.isThere) {
            code.aconst_null().areturn();
            return;
        }
        ClassDesc type = ClassDesc.of(provider.name);
        code.new_(type)
                .dup()
                .invokespecial(type, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .areturn();
    }
}
