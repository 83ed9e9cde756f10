package dev.outlookmailbox.testkit;

import java.util.ArrayList;
import java.util.List;

/** The steps of each connection, in the order in which clients connect. */
record Script(List<List<ScriptStep>> connections) {

    static Script parse(String text) {
        List<List<ScriptStep>> connections = new ArrayList<>();
        List<ScriptStep> steps = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.equals("--")) {
                connections.add(List.copyOf(steps));
                steps = new ArrayList<>();
            } else if (!line.isBlank()) {
                steps.add(ScriptStep.parse(line));
            }
        }
        connections.add(List.copyOf(steps));
        return new Script(List.copyOf(connections));
    }
}
