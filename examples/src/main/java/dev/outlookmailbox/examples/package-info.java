/** One question, one file. Start them with {@code mvn -q -pl examples -am compile exec:java -Dexample=Name}. */
@NullMarked
package dev.outlookmailbox.examples;

import org.jspecify.annotations.NullMarked;
