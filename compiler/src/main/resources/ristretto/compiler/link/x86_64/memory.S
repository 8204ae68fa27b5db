# memcpy, memmove, memset, memcmp and bcmp, which LLVM calls for copies and fills whose size it does not know. As in C; for every
# alignment. Up to 64 bytes: all is loaded before anything is stored, with accesses that overlap in the middle, so there is no loop and
# no care for direction. From REPEAT on, where nothing overlaps, the processor's own copy loop is fastest.
    .intel_syntax noprefix
    .equ    REPEAT, 4096

# void *memmove(void *destination, const void *source, size_t bytes), and memcpy
    .section .text.memory_copy, "ax", @progbits
    .globl  memcpy
    .globl  memmove
    .type   memcpy, @function
    .type   memmove, @function
    .balign 16
memcpy:
memmove:
    mov     rax, rdi
    cmp     rdx, 16
    jb      copy_below_16
    cmp     rdx, 32
    ja      copy_above_32
    movups  xmm0, [rsi]
    movups  xmm1, [rsi + rdx - 16]
    movups  [rdi], xmm0
    movups  [rdi + rdx - 16], xmm1
    ret

copy_above_32:
    cmp     rdx, 64
    ja      copy_above_64
    movups  xmm0, [rsi]
    movups  xmm1, [rsi + 16]
    movups  xmm2, [rsi + rdx - 32]
    movups  xmm3, [rsi + rdx - 16]
    movups  [rdi], xmm0
    movups  [rdi + 16], xmm1
    movups  [rdi + rdx - 32], xmm2
    movups  [rdi + rdx - 16], xmm3
    ret

copy_above_64:
    mov     rcx, rdi
    sub     rcx, rsi
    cmp     rcx, rdx
    jb      copy_down                       # the destination begins inside the source
    cmp     rdx, REPEAT
    jb      copy_up
    neg     rcx
    cmp     rcx, rdx
    jb      copy_up                         # the source begins inside the destination
    mov     rcx, rdx
    rep movsb
    ret

copy_up:                                    # the last 64 bytes are loaded first, since the loop may overwrite them
    movups  xmm4, [rsi + rdx - 64]
    movups  xmm5, [rsi + rdx - 48]
    movups  xmm6, [rsi + rdx - 32]
    movups  xmm7, [rsi + rdx - 16]
    lea     r8, [rdi + rdx - 64]
    .balign 16
1:  movups  xmm0, [rsi]
    movups  xmm1, [rsi + 16]
    movups  xmm2, [rsi + 32]
    movups  xmm3, [rsi + 48]
    add     rsi, 64
    movups  [rdi], xmm0
    movups  [rdi + 16], xmm1
    movups  [rdi + 32], xmm2
    movups  [rdi + 48], xmm3
    add     rdi, 64
    cmp     rdi, r8
    jb      1b
    movups  [r8], xmm4
    movups  [r8 + 16], xmm5
    movups  [r8 + 32], xmm6
    movups  [r8 + 48], xmm7
    ret

copy_down:                                  # the same from the end, with the first 64 bytes
    test    rcx, rcx
    je      9f
    movups  xmm4, [rsi]
    movups  xmm5, [rsi + 16]
    movups  xmm6, [rsi + 32]
    movups  xmm7, [rsi + 48]
    lea     r8, [rdi + 64]
    add     rdi, rdx
    add     rsi, rdx
    .balign 16
1:  movups  xmm0, [rsi - 16]
    movups  xmm1, [rsi - 32]
    movups  xmm2, [rsi - 48]
    movups  xmm3, [rsi - 64]
    sub     rsi, 64
    movups  [rdi - 16], xmm0
    movups  [rdi - 32], xmm1
    movups  [rdi - 48], xmm2
    movups  [rdi - 64], xmm3
    sub     rdi, 64
    cmp     rdi, r8
    ja      1b
    movups  [rax], xmm4
    movups  [rax + 16], xmm5
    movups  [rax + 32], xmm6
    movups  [rax + 48], xmm7
9:  ret

copy_below_16:
    cmp     rdx, 8
    jb      1f
    mov     rcx, [rsi]
    mov     r8, [rsi + rdx - 8]
    mov     [rdi], rcx
    mov     [rdi + rdx - 8], r8
    ret
1:  cmp     rdx, 4
    jb      2f
    mov     ecx, [rsi]
    mov     r8d, [rsi + rdx - 4]
    mov     [rdi], ecx
    mov     [rdi + rdx - 4], r8d
    ret
2:  test    rdx, rdx
    je      3f
    movzx   ecx, byte ptr [rsi]             # first, middle and last: all of 1 to 3
    movzx   r8d, byte ptr [rsi + rdx - 1]
    mov     r9, rdx
    shr     r9
    movzx   r10d, byte ptr [rsi + r9]
    mov     [rdi], cl
    mov     [rdi + r9], r10b
    mov     [rdi + rdx - 1], r8b
3:  ret
    .size   memmove, . - memmove
    .size   memcpy, . - memcpy

# void *memset(void *destination, int value, size_t bytes)
    .section .text.memory_set, "ax", @progbits
    .globl  memset
    .type   memset, @function
    .balign 16
memset:
    mov     rax, rdi
    movzx   esi, sil
    movabs  r8, 0x0101010101010101
    imul    rsi, r8
    cmp     rdx, 16
    jb      set_below_16
    movq    xmm0, rsi
    punpcklqdq xmm0, xmm0
    movups  [rdi], xmm0
    movups  [rdi + rdx - 16], xmm0
    cmp     rdx, 32
    jbe     2f
    movups  [rdi + 16], xmm0
    movups  [rdi + rdx - 32], xmm0
    cmp     rdx, 64
    jbe     2f
    cmp     rdx, REPEAT
    jae     set_repeated
    lea     r8, [rdi + rdx - 64]
    movups  [r8], xmm0
    movups  [r8 + 16], xmm0
    .balign 16
1:  movups  [rdi], xmm0
    movups  [rdi + 16], xmm0
    movups  [rdi + 32], xmm0
    movups  [rdi + 48], xmm0
    add     rdi, 64
    cmp     rdi, r8
    jb      1b
2:  ret

set_repeated:
    mov     r8, rax
    mov     rcx, rdx
    mov     rax, rsi
    rep stosb
    mov     rax, r8
    ret

set_below_16:
    cmp     rdx, 8
    jb      1f
    mov     [rdi], rsi
    mov     [rdi + rdx - 8], rsi
    ret
1:  cmp     rdx, 4
    jb      2f
    mov     [rdi], esi
    mov     [rdi + rdx - 4], esi
    ret
2:  test    rdx, rdx
    je      3f
    mov     [rdi], sil
    mov     [rdi + rdx - 1], sil
    shr     rdx
    mov     [rdi + rdx], sil
3:  ret
    .size   memset, . - memset

# int memcmp(const void *a, const void *b, size_t bytes), and bcmp
    .section .text.memory_compare, "ax", @progbits
    .globl  memcmp
    .globl  bcmp
    .type   memcmp, @function
    .type   bcmp, @function
    .balign 16
memcmp:
bcmp:
    cmp     rdx, 8
    jb      2f
1:  mov     rax, [rdi]
    mov     rcx, [rsi]
    cmp     rax, rcx
    jne     compare_different
    add     rdi, 8
    add     rsi, 8
    sub     rdx, 8
    cmp     rdx, 8
    jae     1b
2:  test    rdx, rdx
    je      compare_equal
3:  movzx   eax, byte ptr [rdi]
    movzx   ecx, byte ptr [rsi]
    sub     eax, ecx
    jne     4f
    inc     rdi
    inc     rsi
    dec     rdx
    jne     3b
4:  ret
compare_different:                          # the first byte that differs decides: the highest, once the words are turned round
    bswap   rax
    bswap   rcx
    cmp     rax, rcx
    sbb     eax, eax
    or      eax, 1
    ret
compare_equal:
    xor     eax, eax
    ret
    .size   bcmp, . - bcmp
    .size   memcmp, . - memcmp
