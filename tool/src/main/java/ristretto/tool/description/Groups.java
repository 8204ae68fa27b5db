package ristretto.tool.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ristretto.sdk.system.ProcessDescription;

/** What groups of processes need: another one to be together with, and one that can be given up. */
final class Groups {
    /** @param sections those of the processes, in the same order */
    static void check(List<Section> sections, List<ProcessDescription> processes) {
        Map<String, List<Integer>> groups = IntStream.range(0, processes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> processes.get(i).lifeCycle().group(), LinkedHashMap::new, Collectors.toList()));
        groups.remove("");
        groups.forEach((group, members) -> {
            Section first = sections.get(members.getFirst());
            if (members.size() == 1) {
                first.problem(
                        ProcessKeys.GROUP, "a group that another process has too", Section.show(group) + " alone");
            } else if (members.stream()
                    .allMatch(i -> processes.get(i).lifeCycle().giveUpAfter() == 0)) {
                first.problem(
                        ProcessKeys.GROUP,
                        "a group of which some process has give-up-after",
                        Section.show(group) + ", of which none has");
            }
        });
    }

    private Groups() {}
}
