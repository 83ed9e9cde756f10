package dev.outlookmailbox.policy;

import java.nio.file.Path;

/** Where the sources lie, seen from the folder in which the tests of this module run. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}
}
