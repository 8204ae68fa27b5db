; Hidden methods call Main.main (all inlined). Main.main calls Outer$Inner.middle (inlined), that calls java.util.Map.leaf (inlined), that calls Callee.stay (not inlined).
; Accesses to memory that may fault have a column.

declare void @collect_from(i64)

define i64 @process_start(i64 %page) #0 !dbg !15 {
  %1 = call i64 @"Glue.call(J)J"(i64 %page), !dbg !150
  call void @"hidden"(i64 %1), !dbg !150
  ret i64 %1
}

define internal i64 @"Glue.call(J)J"(i64 %x) #1 !dbg !16 {
  %1 = call i64 @"Main.main(J)J"(i64 %x), !dbg !160
  ret i64 %1
}

define internal void @"hidden"(i64 %x) #2 !dbg !17 {
  store volatile i64 %x, ptr null, !dbg !170
  ret void
}

define internal i64 @"Main.main(J)J"(i64 %page) #1 !dbg !10 {
  %1 = call i64 @"Outer$Inner.middle(J)J"(i64 %page), !dbg !100
  %2 = add i64 %1, 3, !dbg !101
  %3 = call i64 @"Callee.stay(J)J"(i64 %2), !dbg !102
  ret i64 %3, !dbg !102
}

define internal i64 @"Outer$Inner.middle(J)J"(i64 %x) #1 !dbg !11 {
  %1 = call i64 @"java.util.Map.leaf(J)J"(i64 %x), !dbg !110
  %2 = call i64 @"java.util.Map.leaf(J)J"(i64 %1), !dbg !111
  ret i64 %2, !dbg !111
}

define internal i64 @"java.util.Map.leaf(J)J"(i64 %x) #1 !dbg !12 {
  %p = inttoptr i64 %x to ptr
  %1 = load volatile i64, ptr %p, !dbg !120
  %2 = call i64 @"Callee.stay(J)J"(i64 %1), !dbg !121
  ret i64 %2, !dbg !121
}

define internal i64 @"Callee.stay(J)J"(i64 %x) #2 !dbg !13 {
  %p = inttoptr i64 %x to ptr
  store volatile i64 1, ptr %p, !dbg !130
  %c = icmp eq i64 %x, 77
  br i1 %c, label %bad, label %good, !dbg !131
good:
  ret i64 %x, !dbg !131
bad:
  call void @unknown(i64 %x), !dbg !132
  unreachable
}

define internal void @unknown(i64 %x) #2 {
  %p = inttoptr i64 %x to ptr
  store volatile i64 2, ptr %p
  ret void
}

define void @"dropped"() #2 !dbg !14 {
  store volatile i64 2, ptr null, !dbg !140
  ret void, !dbg !140
}

attributes #0 = { nounwind noinline "frame-pointer"="all" }
attributes #1 = { nounwind alwaysinline }
attributes #2 = { nounwind noinline "frame-pointer"="non-leaf" }

!llvm.module.flags = !{!0, !1, !2}
!llvm.dbg.cu = !{!3}
!0 = !{i32 1, !"target-abi", !"lp64d"}
!1 = !{i32 2, !"Dwarf Version", i32 4}
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DICompileUnit(language: DW_LANG_C99, file: !4, isOptimized: true, emissionKind: FullDebug, nameTableKind: None)
!4 = !DIFile(filename: "Main.java", directory: "")
!5 = !DIFile(filename: "Outer.java", directory: "")
!6 = !DIFile(filename: "Map.java", directory: "")
!7 = !DIFile(filename: "Generated.java", directory: "")
!8 = !DISubroutineType(types: !{})
!10 = distinct !DISubprogram(name: "Main.main", scope: !4, file: !4, line: 3, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!11 = distinct !DISubprogram(name: "app.Outer$Inner.middle", scope: !5, file: !5, line: 20, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!12 = distinct !DISubprogram(name: "java.base/java.util.Map.leaf", scope: !6, file: !6, line: 1000, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!13 = distinct !DISubprogram(name: "Callee.stäy", scope: !7, file: !7, line: 7, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!14 = distinct !DISubprogram(name: "Callee.dropped", scope: !7, file: !7, line: 70, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!15 = distinct !DISubprogram(name: "!Start.process_start", scope: !7, file: !7, line: 70, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!16 = distinct !DISubprogram(name: "!Glue.call", scope: !7, file: !7, line: 70, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!17 = distinct !DISubprogram(name: "!Start.hidden", scope: !7, file: !7, line: 70, type: !8, unit: !3, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!100 = !DILocation(line: 5, scope: !10)
!101 = !DILocation(line: 6, scope: !10)
!102 = !DILocation(line: 300, scope: !10)
!110 = !DILocation(line: 21, scope: !11)
!111 = !DILocation(line: 22, scope: !11)
!120 = !DILocation(line: 1001, column: 1, scope: !12)
!121 = !DILocation(line: 1009, scope: !12)
!130 = !DILocation(line: 8, column: 1, scope: !13)
!131 = !DILocation(line: 9, scope: !13)
!132 = !DILocation(line: 65535, scope: !13)
!140 = !DILocation(line: 71, scope: !14)
!150 = !DILocation(line: 77, scope: !15)
!160 = !DILocation(line: 78, scope: !16)
!170 = !DILocation(line: 79, scope: !17)
