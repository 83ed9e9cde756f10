/** The rules that every module keeps. They run; nobody has to remember them. */
@NullMarked
package dev.outlookmailbox.policy;

import org.jspecify.annotations.NullMarked;
