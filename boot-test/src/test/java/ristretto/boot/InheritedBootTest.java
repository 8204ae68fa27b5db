package ristretto.boot;

/** All of it once more in a subclass, which has no {@link BootTest} of its own. */
class InheritedBootTest extends BootTestExtensionTest {}
