package ristretto.compiler.link;

/**
 * The one file that boots: the kernel's ELF with the boot archive as one more segment, behind everything of the kernel's, where
 * its symbol {@code archive_start} points. The kernel's own segments are the same bytes whatever the archive holds.
 */
public final class BootImage {
    private BootImage() {}

    public static byte[] write(ImageLinker.Image kernel, byte[] archive) {
        ElfImage elf = new ElfImage(kernel.withSymbols());
        ElfImage.Segment first = elf.segments().getFirst();
        long start = elf.symbol("archive_start");
        long physicalStart = start - first.virtualAddress() + first.physicalAddress();
        return elf.appendSegment(ElfImage.LOAD, start, physicalStart, archive, ElfImage.READ | ElfImage.WRITE);
    }
}
