package ristretto.tool.description;

import java.util.List;
import java.util.stream.Collectors;
import ristretto.tool.UserError;

/** A system description with problems; the message has a line for each of them. */
public final class InvalidDescription extends UserError {
    private final transient List<Problem> problems;

    InvalidDescription(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
