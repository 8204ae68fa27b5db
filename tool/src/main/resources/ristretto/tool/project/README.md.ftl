# [=name]

Two processes of their own on [Ristretto]([=home]/README.md): `greeter` offers a service, `visitor` reads names at the console and calls it.

    mvn test

tests the component on the JVM, and the whole system in that JVM (`SystemOnTheDeskTest`), then compiles it, boots it in QEMU, types at its console and calls its service (`SystemBootTest`).

    [=home]/ristretto run [=name].toml -cp target/classes

gives you its console. Type a name; type `crash`, and see the greeter die and come back. Ctrl-A X ends it. With `--on jvm` it runs in a JVM, where a debugger sees it.

    [=home]/ristretto report [=name].toml -cp target/classes

says who may touch what, and who has which share of the processor.

| file | what it is |
| --- | --- |
| `[=name].toml` | the system: processes, memory, shares of the processor, what each may touch |
| `system.schema.json` | what editors with Taplo complete, explain and check it by; `[=home]/ristretto schema` prints it |
| `Greeter.java` | the service, a Java interface |
| `GreeterComponent.java` | the process that offers it |
| `Visitor.java` | the process that uses it |
